"""Who decides, as texts say it: cấp tỉnh, UBND xã, của các sở."""

from __future__ import annotations

import re

from cchc.base.text import fold
from cchc.procedures.terms import Level

# Where a procedure is handed in is not who decides it.
HANDED_IN = re.compile(
    r"\b(?:tiep nhan|nop ho so|tra ket qua|thuc hien tai|tai (?:bo phan|trung tam))\b[^.;]*"
    r"|\bphoi hop\b[^.;]*"  # nor is who only helps
    r"|\b(?:trung tam phuc vu hanh chinh cong|bo phan (?:tiep nhan|mot cua))\b[^.;,]*"
)
COMMITTEE = r"(?:ubnd|u[iy] ban nhan dan)"
# “thuộc phạm vi chức năng quản lý của Sở Y tế” names the field's office, not who decides.
WHOSE_FIELD = re.compile(r"\b(?:chuc nang )?quan li(?: nha nuoc)? cua (?:cac )?(?:so|bo)\b")
OFFICES = (
    r"\bcua (?:cac )?so\b|\bcac so, ban\b|\bdo (?:cac )?so\b[^.;]*\bgiai quyet\b"
    r"|\bgiai quyet cua (?:ban quan li|cong an (?:tinh|thanh pho))\b"
)
WARDS = r"\bxa, phuong\b|\bphuong, xa\b"
LEVELS = (
    (Level.MINISTRY, r"\bcap (?:bo|trung uong)\b"),
    (Level.PROVINCE, rf"\bcap (?:tinh|thanh pho)\b|\b{COMMITTEE} (?:tinh|thanh pho)\b|{OFFICES}"),
    (Level.WARD, rf"\bcap (?:xa|phuong)\b|\b{COMMITTEE} (?:cac )?(?:xa|phuong)\b|{WARDS}"),
    (Level.OTHER, rf"\bcap huyen\b|\b{COMMITTEE} (?:cac )?(?:huyen|quan)\b"),
)


def levels_in(text: str) -> tuple[Level, ...]:
    """Find who decides; where a procedure is handed in, or whose field it is, does not count."""
    key = WHOSE_FIELD.sub(" ", HANDED_IN.sub(" ", fold(text)))
    return tuple(level for level, pattern in LEVELS if re.search(pattern, key))
