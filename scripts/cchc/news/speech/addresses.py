"""Addresses of the web and of mail, said simply: the name of the site, not its whole path."""

from __future__ import annotations

import re

from cchc.news.speech.manner import Rule, Saying, Seen

MAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,6}[\w-]{2,20}")
ENDINGS = "vn|com|org|net|info"
WEB = re.compile(
    rf"(?:https?://|www\.)[^\s<>\"“”)]*[\w/]|(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{ENDINGS})(?![\w-])(?:/[^\s<>\"“”)]*[\w/])?",
    re.IGNORECASE,
)
SIGNS = {".": " chấm ", "@": " a còng ", "_": " gạch dưới ", "-": " gạch ngang ", "+": " cộng "}


def _said(text: str) -> str:
    return re.sub(r"[.@_+-]", lambda sign: SIGNS[sign[0]], text.lower())


def _mail(seen: Seen) -> str:
    user, _, host = seen.match[0].partition("@")
    return f"{_said(user)} a còng {_host(host.lower(), seen)}"


def _web(seen: Seen) -> Saying:
    whole = re.sub(r"^https?://", "", seen.match[0], flags=re.IGNORECASE)
    host, _, path = whole.removeprefix("www.").partition("/")
    doubt = f"“{seen.match[0]}” chỉ đọc tên trang, bỏ phần sau" if path else ""
    return Saying(_host(host.lower(), seen), doubt=doubt)


def _host(host: str, seen: Seen) -> str:
    """Say a host by the table (dichvucong.gov.vn has lost its marks), else dot by dot."""
    return seen.manner.short.get(host) or _said(host)


RULES: tuple[Rule, ...] = ((MAIL, _mail), (WEB, _web))
