"""The theme's files: Material's style sheet cut to size, what no page asks for, our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from cchc.site.engine.trimming import trimmed

SHEET = "assets/cchc/material.css"
FOLDER = "assets/stylesheets"
# By their names without the hash that changes from version to version.
NAMES = ("main", "palette")
LICENCE = "/* Material for MkDocs: MIT */\n"
# Scripts and search languages of a bundle this site does not load; sheets that SHEET stands for.
UNUSED = re.compile(r"assets/javascripts/.*|assets/stylesheets/.*|assets/images/favicon\.png")


def theme_sheet(folders: Iterable[str]) -> str:
    """Give what the pages need of the style sheets of the first theme folder that has them."""
    places = [Path(folder) / FOLDER for folder in folders]
    found = [next(sheet for place in places for sheet in place.glob(f"{name}.*.css"))
             for name in NAMES]  # fmt: skip
    return LICENCE + "".join(trimmed(sheet.read_text(encoding="utf-8")) for sheet in found)


def unused(address: str) -> bool:
    """Whether a file of Material's can stay out of the site."""
    return UNUSED.fullmatch(address) is not None


def own(theme: Path) -> Mapping[str, bytes]:
    """Read the files of this site's own theme, by their address."""
    files = (each for each in sorted((theme / "assets").rglob("*")) if each.is_file())
    return {each.relative_to(theme).as_posix(): each.read_bytes() for each in files}
