"""The theme's files: Material's two style sheets, its megabytes no page asks for, our own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

# By their names without the hash that changes from version to version.
SHEETS = ("main", "palette")
STYLES = "assets/stylesheets"
# Scripts and search languages of a bundle this site does not load, and maps for its makers.
UNUSED = re.compile(r"assets/javascripts/.*|assets/images/favicon\.png|.*\.(css|js)\.map")


def theme_styles(folders: Iterable[str]) -> tuple[str, ...]:
    """Give the addresses of Material's style sheets in the first theme folder that has each."""
    places = [Path(folder) / STYLES for folder in folders]
    found = (
        sheet for name in SHEETS for place in places for sheet in place.glob(f"{name}.*.min.css")
    )
    return tuple(dict.fromkeys(f"{STYLES}/{sheet.name}" for sheet in found))


def unused(address: str) -> bool:
    """Whether a file of Material's can stay out of the site."""
    return UNUSED.fullmatch(address) is not None


def own(theme: Path) -> Mapping[str, Path]:
    """List the files of this site's own theme by their address."""
    files = (each for each in sorted((theme / "assets").rglob("*")) if each.is_file())
    return {each.relative_to(theme).as_posix(): each for each in files}
