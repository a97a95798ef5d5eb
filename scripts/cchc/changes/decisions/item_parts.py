"""What a row of a decision says of a procedure, put into the parts of its file; pure.

Only what the row gives in words of its own is changed. What cannot be placed (a time limit where
no way of filing is known, a change told only in words) is said in `luu_y`, so that no reader takes
the page for complete.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.base.clock import show_date
from cchc.base.text import name_key, one_line
from cchc.procedures.decision import Decision, Item
from cchc.procedures.model import Procedure
from cchc.procedures.parts import (
    Fee,
    LegalBasis,
    PublishingDecision,
    Source,
    SubmissionMethod,
    TimeLimit,
)
from cchc.province import phrases
from cchc.province.flattened import legal_numbers

NOT_WRITTEN = "nội dung ở trang này chưa soát lại theo quyết định đó, hãy hỏi nơi tiếp nhận"


def published_by(decision: Decision) -> PublishingDecision:
    """Give the decision as a procedure's file cites it."""
    return PublishingDecision(
        number=decision.number, date=decision.signed, issuer=one_line(decision.issuer)
    )


def source_of_decision(decision: Decision) -> Source:
    """Give the decision as the source of a version's facts."""
    return Source(
        name=f"Quyết định {decision.number}",
        date=decision.signed,
        address=decision.source.address,
        note=f"tệp {decision.source.file}" if decision.source.file else "",
    )


def changed_parts(before: Procedure, item: Item, decision: Decision) -> dict[str, Any]:
    """Give the parts (by field name of the model) that a row changes, with their new values."""
    found = dict(_parts(before, item))
    notes = tuple(_notes(before, item, decision, found))
    if notes:
        kept = tuple(note for note in before.cautions if note not in notes)
        found["cautions"] = (*kept, *notes)
    return found


def _parts(before: Procedure, item: Item) -> Iterator[tuple[str, Any]]:
    if name_key(item.name) != name_key(before.name):
        yield "name", item.name
    if item.online_level and item.online_level != before.online_level:
        yield "online_level", item.online_level
    methods = tuple(_method(each, item) for each in before.methods)
    if methods != before.methods:
        yield "methods", methods
    known = {each.number for each in before.legal_basis}
    new = [n for n in legal_numbers(item.legal_basis or "") if n not in known]
    if new:
        yield "legal_basis", (*before.legal_basis, *(LegalBasis(number=n) for n in new))
    if item.received_at and not before.received_at and not before.receiving_address:
        yield "receiving_address", item.received_at


def _method(method: SubmissionMethod, item: Item) -> SubmissionMethod:
    """Give a way of filing with the row's time limit and fee; a row without them says nothing."""
    update: dict[str, Any] = {}
    limit = phrases.time_limit(item.time_limit) if item.time_limit else None
    if limit:
        update["time_limit"] = TimeLimit.model_validate(limit)
    if item.fee:
        update["fees"] = fees_of(item.fee)
    return method.model_copy(update=update)


def fees_of(words: str) -> tuple[Fee, ...]:
    """Read a row's fee; what is no sum stays in the decision's own words.

    Unlike the portal's empty records, a decision that says “Không” says it on purpose.
    """
    read = phrases.fees(words)
    return tuple(Fee.model_validate(each) for each in read) or (Fee(words=words),)


def _notes(
    before: Procedure, item: Item, decision: Decision, found: dict[str, Any]
) -> Iterator[str]:
    of = f"Quyết định {decision.number}"
    if not before.methods:
        for what, words in (("thời hạn giải quyết", item.time_limit), ("phí, lệ phí", item.fee)):
            if words:
                yield f"{of} ghi {what}: “{one_line(words)}”."
    if item.changed:
        since = f" từ {show_date(decision.effective)}" if decision.effective else ""
        yield f"{of} sửa đổi{since}: “{one_line(item.changed)}”; {NOT_WRITTEN}."
    elif not found and before.sources:
        yield f"Thủ tục này được sửa đổi theo {of[:1].lower()}{of[1:]}; {NOT_WRITTEN}."
    if item.legal_basis and "legal_basis" not in found and not before.legal_basis:
        yield f"{of} ghi căn cứ pháp lý: “{one_line(item.legal_basis)}”."
