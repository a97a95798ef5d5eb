"""Where pages are: addresses below the site's root, and the way from one page to another.

An address ends in `/` (`thu-tuc/ho-tich/1.001193/`); the home's is empty. Links are relative, so
that the site works in any folder of any host.
"""

from __future__ import annotations

import posixpath
from urllib.parse import urlsplit

from cchc.base.codes import is_code
from cchc.base.text import slug

__all__ = [
    "ACCESSIBILITY",
    "ATOM",
    "AUDIENCES",
    "BOARD",
    "CALENDAR",
    "CHANGES",
    "CONTACT",
    "DATA",
    "HOME",
    "LETTERS",
    "LEVELS",
    "LICENCE",
    "LIVES",
    "NEWS",
    "NEWS_ATOM",
    "OFFLINE",
    "ONLINE",
    "PLACES",
    "PRIVACY",
    "PROCEDURES",
    "QUESTIONS",
    "SEARCH",
    "WORKER",
    "category",
    "category_feed",
    "field_address",
    "field_feed",
    "host",
    "is_web",
    "life_address",
    "news_year",
    "procedure_address",
    "relative",
    "slug",
    "source",
]

HOME = ""
PROCEDURES = "thu-tuc/"
LETTERS = "thu-tuc/a-z/"
LIVES = "thu-tuc/su-kien/"
AUDIENCES = "thu-tuc/doi-tuong/"
ONLINE = "thu-tuc/truc-tuyen/"
LEVELS = "thu-tuc/cap-giai-quyet/"
PLACES = "thu-tuc/noi-nop/"
CHANGES = "thay-doi/"
ATOM = "thay-doi/atom.xml"
CALENDAR = "thay-doi/lich.ics"
SEARCH = "tim-kiem/"
CONTACT = "lien-he/"
NEWS = "tin-tuc/"
NEWS_ATOM = "tin-tuc/atom.xml"
QUESTIONS = "hoi-dap/"
ACCESSIBILITY = "tiep-can/"
PRIVACY = "quyen-rieng-tu/"
LICENCE = "giay-phep/"
DATA = "du-lieu/"
BOARD = "niem-yet/"
BOARD_DATA = f"{BOARD}board.json"
# Shown by the service worker for an address the device has not kept.
OFFLINE = "mat-mang.html"
WORKER = "sw.js"


def field_address(folder: str) -> str:
    """Give the address of a field's list."""
    return f"{PROCEDURES}{folder}/"


def field_feed(folder: str) -> str:
    """Give the address of a field's feed of changes."""
    return f"{field_address(folder)}atom.xml"


def category(name: str) -> str:
    """Give the address of the list of a category of news."""
    return f"{NEWS}muc/{slug(name)}/"


def category_feed(name: str) -> str:
    """Give the address of the feed of a category of news."""
    return f"{category(name)}atom.xml"


def news_year(year: int) -> str:
    """Give the address of the list of a year's news."""
    return f"{NEWS}nam/{year}/"


def life_address(key: str) -> str:
    """Give the address of a life event's page."""
    return f"{LIVES}{key}/"


def procedure_address(folder: str, code: str) -> str:
    """Give the address of a procedure, below its field's."""
    return f"{field_address(folder)}{code}/"


def relative(target: str, page: str) -> str:
    """Give the link from one page to another address (or file) of the site."""
    link = posixpath.relpath(target or ".", page or ".")
    return f"{link}/" if target.endswith("/") or not target else link


def source(address: str) -> str:
    """Give the Markdown file an address comes from, below docs/.

    A procedure's is `<ma>.md`, short to link to from a post; every other is an `index.md`.
    """
    name = address.rstrip("/")
    return f"{name}.md" if is_code(name.rpartition("/")[2]) else f"{address}index.md"


def is_web(address: str) -> bool:
    """Tell whether a reader may be sent to this address: http or https, with a host."""
    parts = urlsplit(address)
    return parts.scheme in {"http", "https"} and bool(parts.netloc)


def host(address: str) -> str:
    """Name the system behind an address: `dichvucong.gov.vn`."""
    return urlsplit(address).netloc.removeprefix("www.")
