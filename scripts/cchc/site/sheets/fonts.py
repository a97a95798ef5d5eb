"""Be Vietnam Pro for typst: the site's own font files, as one TrueType file a weight.

The site's package cuts each weight into files of some letters (Latin, more Latin, Vietnamese) for
browsers; typst takes one file a weight, and not in a browser's wrapping. They are unwrapped and
joined once and kept in .cache/.
"""

from __future__ import annotations

import hashlib
import tempfile
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.site.engine.web_parts import REPOSITORY

FAMILY = "Be Vietnam Pro"
PACKAGE = Path("node_modules/@fontsource/be-vietnam-pro")
KEPT = Path(".cache/fonts")
WEIGHTS = (400, 700)
LETTERS = ("latin", "latin-ext", "vietnamese")
MISSING = (
    "chưa có phông chữ Be Vietnam Pro trong node_modules/; tờ in dùng phông khác, vẫn đủ dấu."
    " Muốn đúng phông: chạy `make setup` rồi in lại"
)


def font_folder(root: Path) -> Path | None:
    """Give the folder of the joined fonts, made where it is not there yet; None without them."""
    wrapped = _wrapped(root)
    if not wrapped:
        return None
    # Another version of the package gives another folder.
    content = b"".join(path.read_bytes() for path in wrapped)
    folder = root / KEPT / hashlib.sha256(content).hexdigest()[:16]
    for weight in WEIGHTS:
        target = folder / f"be-vietnam-pro-{weight}.ttf"
        if not target.is_file():
            write_atomically(target, _joined([p for p in wrapped if f"-{weight}-" in p.name]))
    return folder


def _wrapped(root: Path) -> list[Path]:
    for place in (root, REPOSITORY):
        folder = place / PACKAGE / "files"
        names = (f"be-vietnam-pro-{s}-{w}-normal.woff" for w in WEIGHTS for s in LETTERS)
        paths = [folder / name for name in names]
        if all(path.is_file() for path in paths):
            return paths
    return []


def _joined(wrapped: list[Path]) -> bytes:
    # It takes a third of a second to import, and is needed once.
    from fontTools.merge import Merger  # type: ignore[import-untyped]  # noqa: PLC0415
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        bare = []
        for path in wrapped:
            # The same files give the same bytes: no time of making inside.
            font = TTFont(path, recalcTimestamp=False)
            font.flavor = None
            font.save(Path(folder) / path.name)
            bare.append(str(Path(folder) / path.name))
        whole = Merger().merge(bare)
        whole.recalcTimestamp = False
        head, first = whole["head"], TTFont(wrapped[0])["head"]
        head.created, head.modified = first.created, first.modified
        target = Path(folder) / "whole.ttf"
        whole.save(target)
        return target.read_bytes()
