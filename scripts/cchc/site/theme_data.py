"""What the frame of every page needs: who runs the site, where to ask, which parts exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.notices import Notice
from cchc.site.portal import Portal
from cchc.site.web_parts import FONTS, SEARCH, SEARCH_STYLES


@dataclass(frozen=True, slots=True)
class ThemeData:
    """The theme's global `cchc`; empty texts where the settings say nothing."""

    agency: str
    superior: str
    ward: str
    address: str
    phone: str
    province_portal: str
    national_portal: str
    fonts: str
    search: str
    search_styles: str
    # Those that hold on the day or will; whether each is shown on it.
    notices: tuple[tuple[Notice, bool], ...]


def theme_data(portal: Portal, parts: Mapping[str, Path]) -> ThemeData:
    """Gather it from the settings and the browser parts that have been built."""
    ward = portal.ward
    return ThemeData(
        agency=ward.agency.name,
        superior=ward.agency.superior,
        ward=ward.name_on(portal.day),
        address=ward.address,
        phone=ward.phone or ward.hotline,
        province_portal=ward.province_portal,
        national_portal=ward.national_portal,
        fonts=FONTS if FONTS in parts else "",
        search=SEARCH if SEARCH in parts else "",
        search_styles=SEARCH_STYLES if SEARCH_STYLES in parts else "",
        notices=tuple(
            (each, each.holds(portal.day)) for each in portal.notices if each.until >= portal.day
        ),
    )
