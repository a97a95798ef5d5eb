"""The XML of a Word text before it is read: what must not be shown goes, and is counted."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cchc.base.text import one_line

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CHART = "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart"
SMART_ART = "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds"
FORMULA = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
OFF = frozenset({"0", "false", "off"})
CONTENTS = re.compile(r"table of contents|mục lục", re.IGNORECASE)
# What is in the file and not in the post, and how the report names it.
LOST = {
    CHART: "biểu đồ",
    SMART_ART: "sơ đồ SmartArt",
    f"{W}object": "đối tượng nhúng (Excel, công thức …)",
    f"{W}altChunk": "đoạn HTML nhúng",
    f"{W}subDoc": "tài liệu con",
}


@dataclass(frozen=True, slots=True)
class Cleaned:
    """What cleaning one part found: how many of each lost thing, and the words of text boxes."""

    lost: Counter[str]
    tracked: int
    hidden: int
    formulas: int
    boxes: tuple[str, ...]


def clean_xml(root: Element) -> Cleaned:
    """Take out, in place, what a reader of the paper does not see; say what was there."""
    cleaned = Cleaned(
        lost=Counter(LOST[str(each.tag)] for each in root.iter(*LOST)),
        tracked=sum(1 for _ in root.iter(f"{W}ins", f"{W}del", f"{W}moveFrom")),
        hidden=_drop_hidden(root),
        formulas=sum(1 for _ in root.iter(FORMULA)),
        boxes=tuple(_boxes(root)),
    )
    for each in list(root.iter(f"{W}altChunk", f"{W}subDoc", f"{W}object")):
        remove(each)
    for each in list(root.iter(f"{W}sdt")):
        kind = each.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        if kind is not None and CONTENTS.search(kind.get(f"{W}val") or ""):
            remove(each)
    for each in list(root.iter(f"{W}fldSimple")):
        unwrap(each)
    # Indented paragraphs are paragraphs: the reader would take them for quotations.
    for each in list(root.iter(f"{W}ind")):
        remove(each)
    return cleaned


def remove(element: Element) -> None:
    """Take an element out of its tree, with all it holds."""
    holder = element.getparent()
    if holder is not None:
        holder.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place: the reader passes over what it does not know."""
    holder = element.getparent()
    if holder is not None:
        at = holder.index(element)
        holder[at : at + 1] = list(element)


def is_on(properties: Element | None, name: str) -> bool:
    """Tell whether a switch such as `w:vanish` is there and not switched off."""
    found = properties.find(f"{W}{name}") if properties is not None else None
    return found is not None and found.get(f"{W}val") not in OFF


def words_of(element: Element) -> str:
    """Give an element's words on one line."""
    return one_line(" ".join(each.text or "" for each in element.iter(f"{W}t")))


def _drop_hidden(root: Element) -> int:
    hidden = [run for run in root.iter(f"{W}r") if is_on(run.find(f"{W}rPr"), "vanish")]
    for run in hidden:
        remove(run)
    return len(hidden)


def _boxes(root: Element) -> Iterator[str]:
    """Give the words of text boxes: pandoc reads none of them."""
    for box in root.iter(f"{W}txbxContent"):
        if next(box.iterancestors(FALLBACK), None) is None and (words := words_of(box)):
            yield words
