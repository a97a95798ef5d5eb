"""What the law's calendar awaits of a budget year on a day: published, late, still to come."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.base.publication_calendar import PublicationDuty
from cchc.procedures.terms import Term
from cchc.reform.finance.publication import FinanceYear, Publication
from cchc.reform.periods import Period, period, quarters


class Owed(Term):
    """Where a duty stands on a day."""

    MISSING = "qua_han", "Quá hạn, chưa công khai"
    TO_COME = "chua_den_han", "Chưa đến hạn"
    IN_TIME = "dung_han", "Đã công khai đúng hạn"
    LATE = "muon", "Đã công khai muộn"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty for one period: its day, the publication that meets it, where it stands."""

    duty: PublicationDuty
    period: Period
    due: dt.date
    publication: Publication | None
    state: Owed


def duties(
    sheet: FinanceYear, year: int, day: dt.date, calendar: Iterable[PublicationDuty]
) -> tuple[Duty, ...]:
    """List what a year's calendar awaits: what is missing first, then by day."""
    every = [_duty(each, of, sheet, day) for each in calendar for of in _periods(each.rhythm, year)]
    return tuple(sorted(every, key=lambda e: (e.state is not Owed.MISSING, e.due, e.duty.name)))


def _periods(rhythm: str, year: int) -> tuple[Period, ...]:
    if rhythm == "quy":
        return quarters(year)
    return (period(f"{year}{ {'nam': '', 'sau_thang': '-6T', 'chin_thang': '-9T'}[rhythm] }"),)


def _duty(each: PublicationDuty, of: Period, sheet: FinanceYear, day: dt.date) -> Duty:
    begun = of.first if each.counted_from == "dau_ky" else of.last
    due = begun + dt.timedelta(days=each.days)
    found = min(_meeting(each, of, sheet, day), key=lambda p: p.day, default=None)
    return Duty(each, of, due, found, _state(found, due, day))


def _meeting(
    each: PublicationDuty, of: Period, sheet: FinanceYear, day: dt.date
) -> Iterator[Publication]:
    for one in sheet.publications:
        if one.stage.value == each.stage and one.period == of.name and one.day <= day:
            yield one


def _state(found: Publication | None, due: dt.date, day: dt.date) -> Owed:
    if found is None:
        return Owed.MISSING if due < day else Owed.TO_COME
    return Owed.IN_TIME if found.day <= due else Owed.LATE
