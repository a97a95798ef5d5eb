"""The summary on top of a procedure: five questions people come with, answered in a line each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cchc.base.ward import Counter
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee
from cchc.site import wording
from cchc.site.procedure.ways import by_limit

MOST = 140
CONDITION = 90
OTHER_FEES = "Có mức khác hoặc miễn, giảm: xem bên dưới"


@dataclass(frozen=True, slots=True)
class Answer:
    """One question: the plain words, the law's term, the answer, what qualifies it, more of it.

    `icon` names a drawing of templates/icons.html; `section` the id of the part that says all.
    """

    icon: str
    question: str
    term: str
    lines: tuple[str, ...]
    detail: str
    section: str

    @property
    def known(self) -> bool:
        """Whether the data have an answer."""
        return self.lines != (wording.UNKNOWN,)


def answers(procedure: Procedure, counter: Counter | None, counter_name: str) -> tuple[Answer, ...]:
    """Answer the five questions for a procedure handed in at a counter."""
    return (
        _time(procedure),
        _cost(procedure),
        _place(procedure, counter, counter_name),
        _online(procedure),
        _outcome(procedure),
    )


def _answer(icon: str, question: str, term: str, section: str, said: tuple[str, ...]) -> Answer:
    """Make an answer of what was said: the last text qualifies those before it."""
    *lines, detail = said
    known = tuple(line for line in lines if line)
    if not known:
        return Answer(icon, question, term, (wording.UNKNOWN,), "Hỏi nơi nộp hồ sơ", section)
    return Answer(icon, question, term, known, detail, section)


def _time(procedure: Procedure) -> Answer:
    said = _limits(procedure)
    return _answer("clock", "Bao lâu có kết quả", "thời hạn giải quyết", "thoi-han", said)


def _limits(procedure: Procedure) -> tuple[str, ...]:
    """Say the limit, or each way's where they differ; then whether there are conditions."""
    limits = by_limit(procedure)
    conditions = dict.fromkeys(limit.words for _, limit in limits if limit.value and limit.words)
    detail = _condition(tuple(conditions), "Có trường hợp khác: xem bên dưới")
    said = [(ways, wording.short(wording.time_limit(limit), MOST)) for ways, limit in limits]
    if len({words for _, words in said}) <= 1:
        return (*(words for _, words in said[:1]), detail)
    return (*(f"{ways}: {words}" for ways, words in said), detail)


def _cost(procedure: Procedure) -> Answer:
    fees = dict.fromkeys(fee for method in procedure.methods for fee in method.fees)
    return _answer("coins", "Tốn bao nhiêu", "phí, lệ phí", "phi", _sums(tuple(fees)))


def _sums(fees: tuple[Fee, ...]) -> tuple[str, ...]:
    amounts = sorted({fee.amount for fee in fees if fee.amount})
    words = tuple(dict.fromkeys(fee.words for fee in fees if fee.words))
    if not amounts:
        return _only_words(words)
    low, high = wording.money(amounts[0]), wording.money(amounts[-1])
    several = len(amounts) > 1
    detail = OTHER_FEES if several else _condition(words, OTHER_FEES)
    return (low if low == high else f"Từ {low} đến {high}", detail)


def _only_words(words: tuple[str, ...]) -> tuple[str, ...]:
    if len(words) == 1 and len(words[0]) <= MOST:
        return (words[0], "")
    return ("Tùy trường hợp", "Xem mức thu bên dưới") if words else ("",)


def _place(procedure: Procedure, counter: Counter | None, name: str) -> Answer:
    known = name or wording.short(procedure.receiving_address, MOST)
    address = counter.address if counter else ""
    section = "noi-nop"
    return _answer("pin", "Nộp ở đâu", "nơi tiếp nhận", section, (known, address))


def _online(procedure: Procedure) -> Answer:
    level = procedure.online_level
    said = (level.label, wording.ONLINE[level]) if level else ("",)
    return _answer("globe", "Trực tuyến mức nào", "dịch vụ công trực tuyến", "cach-nop", said)


def _outcome(procedure: Procedure) -> Answer:
    names = _distinct(result.name for result in procedure.results)
    more = f"và {wording.number(len(names) - 1)} kết quả khác" if len(names) > 1 else ""
    first = wording.short(names[0], MOST) if names else ""
    return _answer("paper", "Nhận được gì", "kết quả thực hiện", "ket-qua", (first, more))


def _condition(words: tuple[str, ...], several: str) -> str:
    """Give the one condition, cut short; where there are more, say so."""
    return several if len(words) > 1 else wording.short("".join(words), CONDITION)


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))
