"""The four answers in the frame on top of a sheet: how long, how much, where, in which way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.procedures.completeness import unstated_parts
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee, TimeLimit
from cchc.site import wording
from cchc.site.contact import Place
from cchc.site.procedure.sections import filings
from cchc.site.procedure.ways import by_fees, by_limit, joined
from cchc.site.sheets.detail import Detail

ASK = f"{wording.UNKNOWN}. Hỏi nơi nộp hồ sơ."
UNSTATED = "Nguồn không ghi. Hỏi nơi nộp hồ sơ."


@dataclass(frozen=True, slots=True)
class Reply:
    """One question: plain words, the law's term, the lines of the answer (never none)."""

    question: str
    term: str
    lines: tuple[str, ...]


def replies(procedure: Procedure, place: Place | None, detail: Detail) -> tuple[Reply, ...]:
    """Answer for a procedure handed in at a place."""
    unstated = {each.key for each in unstated_parts(procedure)}
    no_limit = UNSTATED if "thoi_han" in unstated else ASK
    no_way = UNSTATED if "cach_nop" in unstated else ASK
    cut = detail.briefly
    return (
        _reply("Bao lâu có kết quả", "thời hạn giải quyết", map(cut, _limits(procedure)), no_limit),
        _reply("Nộp ở đâu", "nơi tiếp nhận", _where(procedure, place, detail), ASK),
        _reply("Tốn bao nhiêu", "phí, lệ phí", map(cut, _fees(procedure)), ASK),
        _reply("Nộp cách nào", "cách thức thực hiện", _ways(procedure, detail), no_way),
    )


def _reply(question: str, term: str, said: Iterable[str], unknown: str) -> Reply:
    return Reply(question, term, tuple(filter(None, said)) or (unknown,))


def _limits(procedure: Procedure) -> Iterator[str]:
    limits = by_limit(procedure)
    groups = len(limits) if all(each.time_limit for each in procedure.methods) else 2
    for ways, limit in limits:
        yield f"{_ways_before(ways, groups)}{_limit(limit)}"


def _ways_before(ways: str, groups: int) -> str:
    """Name the ways a text holds for; nothing where it holds for all."""
    return f"{ways}: " if groups > 1 else ""


def _limit(limit: TimeLimit) -> str:
    """Say a limit with its words; sources often repeat the number at the words' beginning."""
    said = wording.time_limit(limit)
    if limit.value is None or limit.unit is None or not limit.words:
        return said
    bare = f"{limit.value} {limit.unit.label}".lower()
    repeated = limit.words.lower().startswith((bare, said.lower()))
    return limit.words if repeated else f"{said}. {limit.words}"


def _fees(procedure: Procedure) -> Iterator[str]:
    every = by_fees(procedure)
    # A way of which nothing is said may cost something else.
    groups = len(every) if all(each.fees for each in procedure.methods) else 2
    for ways, fees in every:
        before = _ways_before(ways, groups)
        yield from (f"{before}{_fee(fee)}" for fee in fees)


def _fee(fee: Fee) -> str:
    words = f" ({fee.words})" if fee.amount and fee.words else ""
    return f"{wording.fee(fee)}{words}"


def _where(procedure: Procedure, place: Place | None, detail: Detail) -> Iterator[str]:
    if place:
        yield place.name
        yield place.address
        yield f"Điện thoại: {place.phone}" if place.phone else ""
        yield from (f"{days}: {times}" for days, times in place.hours)
    yield detail.briefly(procedure.receiving_address)


def _ways(procedure: Procedure, detail: Detail) -> Iterator[str]:
    bare = [each.method.label for each in procedure.methods if not each.description]
    yield joined(bare) if bare else ""
    for method in procedure.methods:
        if method.description:
            yield wording.short(f"{method.method.label}: {method.description}", detail.way)
    level = procedure.online_level
    yield f"Qua mạng: {level.label.lower()}. {wording.ONLINE[level]}." if level else ""
    for filing in filings(procedure):
        yield f"Nộp trực tuyến tại {filing.address}"
