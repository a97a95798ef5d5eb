"""How the reform side says numbers: shares with a comma, always beside what they are a share of."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

TENTH = Decimal("0.1")
SAMPLE = "Số liệu mẫu để thử, không có thật."


def percent(share: float | Decimal) -> str:
    """Write a share of one with one decimal, and none where it is nought: `92,4%`, `100%`."""
    rounded = (Decimal(share) * 100).quantize(TENTH, ROUND_HALF_UP)
    return f"{rounded}".removesuffix(".0").replace(".", ",") + "%"
