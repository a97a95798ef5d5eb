"""Phiếu rà soát: a decision's items beside the ward's text, on A4, to print, tick and sign."""

from __future__ import annotations

from importlib import resources

from cchc.base.clock import show_date
from cchc.base.ward import Ward
from cchc.changes.decisions.review_rows import ReviewItem
from cchc.changes.findings import DecisionFlags

TEMPLATE = "review_sheet.html"


def review_sheet(found: DecisionFlags, items: tuple[ReviewItem, ...], ward: Ward) -> str:
    """Give the whole HTML page; it asks for no other file."""
    # Only this sheet needs it: no other command waits.
    import jinja2  # noqa: PLC0415

    source = resources.files(__package__).joinpath(TEMPLATE).read_text(encoding="utf-8")
    environment = jinja2.Environment(
        autoescape=True, trim_blocks=True, lstrip_blocks=True, undefined=jinja2.StrictUndefined
    )
    environment.filters["day"] = show_date
    others = {
        unplaced: [f.item for f in found.items if not f.concerns_ward and f.unplaced is unplaced]
        for unplaced in (True, False)
    }
    return environment.from_string(source).render(
        d=found.decision,
        found=found,
        items=items,
        unplaced=others[True],
        others=others[False],
        ward=ward,
    )
