"""Sums as offices write them: stops between thousands, a comma before decimals."""

from __future__ import annotations

import re
from decimal import Decimal

WRITTEN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
ENGLISH = re.compile(r"-?\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?|-?\d+\.\d{1,2}|-?\d+\.\d{4,}")
NOTHING = frozenset({"", "-", "–", "—"})


class NotAnAmountError(ValueError):
    """The words are no sum; the message says so in Vietnamese."""


def amount(text: str) -> Decimal | None:
    """Read `1.234.567`, `1234567`, `12,5`, `(300)`, `85,5%`; None for an empty cell or a dash.

    Raise `NotAnAmountError` for anything else.
    """
    bare = "".join(text.split()).removesuffix("%")
    if bare in NOTHING:
        return None
    if bare.startswith("(") and bare.endswith(")"):
        bare = "-" + bare[1:-1]
    if ENGLISH.fullmatch(bare):
        message = f"“{text}” viết kiểu Anh; viết 1.234.567 hoặc 1234567, phần lẻ sau dấu phẩy"
        raise NotAnAmountError(message)
    if not WRITTEN.fullmatch(bare):
        message = f"“{text[:40]}” không phải số; viết như 1.234.567 hoặc để trống"
        raise NotAnAmountError(message)
    return Decimal(bare.replace(".", "").replace(",", "."))


def shown(number: Decimal) -> str:
    """Write a sum as people here do: `1.234.567,5`, a minus before what is below zero."""
    plain = f"{number:,f}"
    whole, _, decimals = plain.partition(".")
    decimals = decimals.rstrip("0")
    return whole.replace(",", ".").replace("-", "−") + (f",{decimals}" if decimals else "")
