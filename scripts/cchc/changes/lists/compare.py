"""The ward's procedures against a list: what is new, what differs, what is missing (a question)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from cchc.base.problems import Problem, errors
from cchc.base.text import name_key
from cchc.changes.findings import ABSENT, DIFFERS, NEW, Changes, Flag, Question
from cchc.changes.lists.coverage import Coverage
from cchc.changes.lists.differences import differences
from cchc.changes.lists.items import Item, Source, Standing
from cchc.procedures.model import Procedure

# As much of a name as a problem quotes.
SHOWN = 60


def compare(ward: Mapping[str, Procedure], sources: Iterable[Source]) -> Changes:
    """Compare the items of sources with the ward's procedures in force; each code once a source."""
    flags: list[Flag] = []
    counts: Counter[str] = Counter()
    unread: list[Problem] = []
    for source in sources:
        unread.extend(errors(source.problems))
        for item in source.items:
            counts["trong danh mục phường" if item.code in ward else item.standing.label] += 1
            flags.extend(_flags(ward.get(item.code), item, source))
    counts["dòng không đọc được"] = len(unread)
    return Changes(flags=tuple(sorted(flags, key=_order)), counts=+counts, unread=tuple(unread))


def _order(flag: Flag) -> tuple[bool, str]:
    return flag.kind != NEW, flag.code


def _flags(ours: Procedure | None, item: Item, source: Source) -> Iterator[Flag]:
    facts = item.facts
    if ours is None and item.standing is Standing.WARD and facts is not None:
        yield Flag(NEW, item.code, facts.name, True, source.name, item.line,  # noqa: FBT003
                   facts.agencies.executing, facts.field_of_service)  # fmt: skip
    elif ours is not None and (found := differences(ours, item)):
        yield Flag(DIFFERS, item.code, ours.name, True, source.name, item.line,  # noqa: FBT003
                   differences=found)  # fmt: skip


def absent(
    ward: Mapping[str, Procedure], coverage: Coverage, sources: Iterable[Source]
) -> tuple[Question, ...]:
    """Ask about the ward's procedures that a list should name and does not.

    A procedure whose name stands on a row that could not be read is not absent.
    """
    every = list(sources)
    codes = frozenset(item.code for source in every for item in source.items)
    unread = " ".join(name_key(p.message) for source in every for p in errors(source.problems))
    name = ", ".join(source.name for source in every)
    return tuple(
        Question(ABSENT, code, procedure.name, _question(whose), name)
        for code, procedure in ward.items()
        if code not in codes
        and (whose := coverage.whose(procedure))
        and not (unread and name_key(procedure.name)[:SHOWN] in unread)
    )


def _question(whose: str) -> str:
    return (
        f"Phường đang có thủ tục này, nhưng danh sách ({whose}) không có mã này. Vắng trong danh"
        " sách không có nghĩa là bãi bỏ: cần tìm quyết định bãi bỏ, thay thế hoặc hỏi nơi lập danh"
        " sách."
    )
