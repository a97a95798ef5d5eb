"""What the frame of every page needs: who runs the site, where to ask, which parts exist."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.notices import Notice
from cchc.base.ward import Ward
from cchc.site import addresses
from cchc.site.addresses import is_web, source
from cchc.site.contact import dial
from cchc.site.engine.web_parts import BOARD, FONTS, SEARCH, SEARCH_STYLES
from cchc.site.portal import Portal


@dataclass(frozen=True, slots=True)
class FooterLink:
    """A link in the footer: words, a page's address or another site's, a checker's name for it."""

    words: str
    address: str
    element: str = ""

    @property
    def away(self) -> bool:
        """Whether it leads to another site."""
        return is_web(self.address)


PAGES = (
    FooterLink("Hỏi đáp", addresses.QUESTIONS, "faq"),
    FooterLink("Khả năng tiếp cận", addresses.ACCESSIBILITY, "accessibility-link"),
    FooterLink("Quyền riêng tư", addresses.PRIVACY, "privacy-policy-link"),
    FooterLink("Sử dụng lại nội dung", addresses.LICENCE, "legal-notes"),
    FooterLink("Dữ liệu mở", addresses.DATA),
)


@dataclass(frozen=True, slots=True)
class ThemeData:
    """The theme's global `cchc`; empty texts where the settings say nothing."""

    agency: str
    superior: str
    ward: str
    address: str
    phone: str
    # The same for a `tel:` link.
    call: str
    province_portal: str
    national_portal: str
    fonts: str
    search: str
    search_styles: str
    board: str
    # Whether a visitor's device keeps pages for when there is no network.
    keeps: bool
    # Those that hold on the day or will; whether each is shown on it.
    notices: tuple[tuple[Notice, bool], ...]
    footer: tuple[FooterLink, ...]


def theme_data(
    portal: Portal, parts: Mapping[str, Path], sources: frozenset[str], *, keeps: bool
) -> ThemeData:
    """Gather it from the settings, the built browser parts and the pages' sources below docs/."""
    ward = portal.ward
    return ThemeData(
        agency=ward.agency.name,
        superior=ward.agency.superior,
        ward=ward.name_on(portal.day),
        address=ward.address,
        phone=ward.phone or ward.hotline,
        call=dial(ward.phone or ward.hotline),
        province_portal=ward.province_portal,
        national_portal=ward.national_portal,
        fonts=FONTS if FONTS in parts else "",
        search=SEARCH if SEARCH in parts else "",
        search_styles=SEARCH_STYLES if SEARCH_STYLES in parts else "",
        board=BOARD if BOARD in parts else "",
        keeps=keeps,
        notices=tuple(
            (each, each.holds(portal.day)) for each in portal.notices if each.until >= portal.day
        ),
        footer=(_feedback(ward), *(each for each in PAGES if source(each.address) in sources)),
    )


def _feedback(ward: Ward) -> FooterLink:
    """Lead to the national system where the settings name it, else to the contact page."""
    address = ward.feedback_portal or addresses.CONTACT
    return FooterLink("Phản ánh, kiến nghị", address, "report-inefficiency")
