"""A Word file made anew of its harmless parts only: what pandoc is given to read.

No macros, templates, embedded programs, comments or addresses to fetch come along; pictures stand
for themselves by name, their bytes stay here.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cchc.base.old_fonts import OldFont
from cchc.news.word.cleaning import W, clean_xml
from cchc.news.word.container import BROKEN, OFFICE, Container, Relation, parse, refused
from cchc.news.word.fonts import convert_old_fonts, fonts_of

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

BLIP = "{http://schemas.openxmlformats.org/drawingml/2006/main}blip"
EMBEDDED = f"{{{OFFICE}}}embed"
TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
TYPES = {"document": "document.main", "styles": "styles", "numbering": "numbering",
         "footnotes": "footnotes", "endnotes": "endnotes"}  # fmt: skip
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
MAIN = ("officeDocument", "word/document.xml")
WITH_TEXT = ("document", "footnotes", "endnotes")


@dataclass(frozen=True, slots=True)
class Repacked:
    """The safe file's bytes; its pictures by the name pandoc gives them; what was left behind.

    `shown` names the pictures in the text's order; `outside` are the addresses of pictures
    elsewhere, `torn` counts those that are nowhere.
    """

    raw: bytes
    pictures: dict[str, bytes]
    lost: Counter[str]
    tracked: int
    hidden: int
    formulas: int
    comments: int
    outside: tuple[str, ...]
    torn: int
    shown: tuple[str, ...]
    boxes: tuple[str, ...]
    old_fonts: tuple[OldFont, ...]


def repack(container: Container) -> Repacked:
    """Make the safe file. Raise `Refused` where a part cannot be read."""
    trees = {kind: parse(container.path, raw) for kind, raw in _parts(container).items()}
    if trees["document"].tag != f"{W}document":
        raise refused(container.path, BROKEN)
    fonts = fonts_of(trees.get("styles"))
    texts = [trees[kind] for kind in WITH_TEXT if kind in trees]
    # Hidden things go first: nobody should be told of fonts that nobody sees.
    cleaned = [clean_xml(each) for each in texts]
    met = {font for each in texts for font in convert_old_fonts(each, fonts)}
    ties = container.relations(container.document)
    pictures = {key: tie for key, tie in ties.items() if tie.kind == "image" and not tie.outside}
    embedded = [key for each in trees["document"].iter(BLIP) if (key := each.get(EMBEDDED))]
    return Repacked(
        raw=_zipped(container, trees, pictures),
        pictures={_name(tie): container.parts[tie.target] for tie in pictures.values()},
        lost=sum((each.lost for each in cleaned), Counter()),
        tracked=sum(each.tracked for each in cleaned),
        hidden=sum(each.hidden for each in cleaned),
        formulas=sum(each.formulas for each in cleaned),
        comments=_comments(container),
        outside=tuple(tie.target for tie in ties.values() if tie.outside and tie.kind == "image"),
        torn=sum(1 for key in embedded if key not in ties),
        shown=tuple(_name(pictures[key]) for key in embedded if key in pictures),
        boxes=tuple(box for each in cleaned for box in each.boxes),
        old_fonts=tuple(sorted(met, key=lambda font: font.name)),
    )


def _parts(container: Container) -> dict[str, bytes]:
    names = {kind: container.part_of(kind) for kind in TYPES if kind != "document"}
    found = {kind: container.parts[name] for kind, name in names.items() if name}
    return {"document": container.parts[container.document], **found}


def _comments(container: Container) -> int:
    name = container.part_of("comments")
    root = parse(container.path, container.parts[name]) if name else None
    return sum(1 for _ in root.iter(f"{W}comment")) if root is not None else 0


def _name(tie: Relation) -> str:
    return f"media/{posixpath.basename(tie.target)}"


def _zipped(
    container: Container, trees: dict[str, Element], pictures: dict[str, Relation]
) -> bytes:
    from lxml import etree  # noqa: PLC0415 - only an import of a Word file waits for it

    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr("[Content_Types].xml", _types(trees))
        file.writestr("_rels/.rels", _relations([_tie("r1", *MAIN)]))
        for kind, tree in trees.items():
            file.writestr(f"word/{kind}.xml", etree.tostring(tree, encoding="utf-8"))
            if kind in WITH_TEXT:
                file.writestr(
                    f"word/_rels/{kind}.xml.rels", _relations(_ties(container, kind, trees))
                )
        for name in {_name(tie) for tie in pictures.values()}:
            file.writestr(f"word/{name}", b"-")
    return made.getvalue()


def _ties(container: Container, kind: str, trees: dict[str, Element]) -> list[str]:
    """Write a part's ties: links outside, pictures inside, and to the parts that came along."""
    part = container.document if kind == "document" else container.part_of(kind) or ""
    ties = []
    for key, tie in container.relations(part).items():
        if tie.kind == "hyperlink" and tie.outside:
            ties.append(_tie(key, tie.kind, tie.target, outside=True))
        elif tie.kind == "image" and not tie.outside:
            ties.append(_tie(key, tie.kind, _name(tie)))
    if kind == "document":
        ties.extend(_tie(f"own-{other}", other, f"{other}.xml") for other in trees if other != kind)
    return ties


def _tie(key: str, kind: str, target: str, *, outside: bool = False) -> str:
    from xml.sax.saxutils import quoteattr  # noqa: PLC0415 - it writes XML, it reads none

    mode = ' TargetMode="External"' if outside else ""
    return (
        f"<Relationship Id={quoteattr(key)} Type={quoteattr(f'{OFFICE}/{kind}')}"
        f" Target={quoteattr(target)}{mode}/>"
    )


def _relations(ties: list[str]) -> str:
    return f'<Relationships xmlns="{PACKAGE}/relationships">{"".join(ties)}</Relationships>'


def _types(trees: dict[str, Element]) -> str:
    parts = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="{TYPE}.{TYPES[kind]}+xml"/>'
        for kind in trees
    )
    relations = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        f' ContentType="{relations}"/><Default Extension="xml" ContentType="application/xml"/>'
        f"{parts}</Types>"
    )
