"""Ways of filing that share a time limit or fees, told together: `Trực tiếp, trực tuyến: …`."""

from __future__ import annotations

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee, TimeLimit


def by_limit(procedure: Procedure) -> tuple[tuple[str, TimeLimit], ...]:
    """Give each time limit once, with the ways it holds for, in the order of the data."""
    labels: dict[TimeLimit, list[str]] = {}
    for method in procedure.methods:
        if method.time_limit:
            labels.setdefault(method.time_limit, []).append(method.method.label)
    return tuple((joined(every), limit) for limit, every in labels.items())


def by_fees(procedure: Procedure) -> tuple[tuple[str, tuple[Fee, ...]], ...]:
    """Give each set of fees once, with the ways it holds for, in the order of the data."""
    labels: dict[tuple[Fee, ...], list[str]] = {}
    for method in procedure.methods:
        if method.fees:
            labels.setdefault(method.fees, []).append(method.method.label)
    return tuple((joined(every), fees) for fees, every in labels.items())


def joined(labels: list[str]) -> str:
    """Name several ways as one list, each once: `Trực tiếp, trực tuyến`."""
    first, *rest = dict.fromkeys(labels)
    return ", ".join([first, *(label[:1].lower() + label[1:] for label in rest)])
