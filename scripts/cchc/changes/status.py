"""`cchc status`: where the ward stands on a day: counts, what waits, is late, comes; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.base.ward import Ward
from cchc.procedures.completeness import missing_parts
from cchc.procedures.decision import Decision, DecisionState, DocumentKind
from cchc.procedures.questions import Question
from cchc.procedures.store import Catalogue

NOT_PUBLISHED = "chưa công khai trên trang"
NOT_POSTED = "chưa ghi ngày niêm yết"
TAKES_EFFECT = "có hiệu lực"
ENDS = "bãi bỏ"


@dataclass(frozen=True, slots=True)
class Late:
    """A decision past the ward's limit: what is not done, since which working day, days late."""

    number: str
    what: str
    deadline: dt.date
    days: int


@dataclass(frozen=True, slots=True)
class Coming:
    """A procedure that changes on a day to come, and how."""

    day: dt.date
    code: str
    name: str
    what: str


@dataclass(frozen=True, slots=True)
class Status:
    """Counts of procedures; proposals, decisions to apply, open questions; late and coming."""

    day: dt.date
    in_force: int
    upcoming: int
    abolished: int
    incomplete: int
    unconfirmed: int
    proposals: tuple[Decision, ...]
    to_apply: tuple[Decision, ...]
    questions: tuple[Question, ...]
    late: tuple[Late, ...]
    coming: tuple[Coming, ...]


def status_on(
    catalogue: Catalogue,
    decisions: Iterable[Decision],
    questions: Iterable[Question],
    ward: Ward,
    day: dt.date,
) -> Status:
    """Work out the status of a day; the ward's limit counts working days from the signing."""
    every = tuple(decisions)
    current = catalogue.in_force(day)
    return Status(
        day=day,
        in_force=len(current),
        upcoming=len(catalogue.upcoming(day)),
        abolished=len(catalogue.abolished(day)),
        incomplete=sum(bool(missing_parts(each)) for each in current.values()),
        unconfirmed=sum(each.confirmed is None for each in current.values()),
        proposals=tuple(d for d in every if d.state is DecisionState.PROPOSED),
        to_apply=tuple(d for d in every if is_waiting(d)),
        questions=tuple(sorted(questions, key=lambda each: each.asked)),
        late=tuple(_late(every, ward, day)),
        coming=tuple(_coming(catalogue, day)),
    )


def is_waiting(decision: Decision) -> bool:
    """Tell whether a decision is confirmed and its procedures do not say it yet."""
    return decision.state is DecisionState.CONFIRMED and decision.applied is None


def _late(decisions: Iterable[Decision], ward: Ward, day: dt.date) -> Iterator[Late]:
    for each in sorted(decisions, key=lambda d: (d.signed or day, d.number)):
        published = each.document_kind is DocumentKind.PUBLICATION
        if not published or each.signed is None or each.state is DecisionState.DISMISSED:
            continue
        deadline = ward.calendar.after(each.signed, ward.posting_days)
        if deadline < day:
            days = (day - deadline).days
            if each.applied is None:
                yield Late(each.number, NOT_PUBLISHED, deadline, days)
            if each.posted is None:
                yield Late(each.number, NOT_POSTED, deadline, days)


def _coming(catalogue: Catalogue, day: dt.date) -> Iterator[Coming]:
    for version in catalogue.upcoming(day):
        what = ENDS if version.procedure.abolished else TAKES_EFFECT
        code, name = version.procedure.code, version.procedure.name
        yield Coming(version.effective or day, code, name, what)
