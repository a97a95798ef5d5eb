"""What a decision leaves to a person: a date, a kind, a code, a name that is not ours."""

from __future__ import annotations

from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import replace

from cchc.base.text import name_key
from cchc.changes.findings import Question
from cchc.procedures.decision import Decision, DocumentKind, Item
from cchc.procedures.model import Procedure
from cchc.procedures.terms import ChangeKind
from cchc.province.levels import WardLevel

NEEDS_OURS = (ChangeKind.AMENDED, ChangeKind.STANDARDISED)


def questions_of(
    decision: Decision,
    concerning: Iterable[Item],
    ward: Mapping[str, Procedure],
    ended: Container[str],
    unplaced: int,
) -> tuple[Question, ...]:
    """Ask everything that a decision leaves open; `concerning` are the items of the ward.

    `unplaced`: how many others name neither a level nor where they are handed in. Nothing is asked
    of the end of a procedure that is `ended` already.
    """
    items = list(concerning)
    asked = [*_about_decision(decision, unplaced)]
    for item in items:
        if item.kind is not ChangeKind.ABOLISHED or item.code not in ended:
            asked.extend(_about_item(item, ward))
    source = decision.source.file
    return tuple(dict.fromkeys(replace(q, source=source, decision=decision.number) for q in asked))


def _about_decision(decision: Decision, unplaced: int) -> Iterator[Question]:
    name = f"Quyết định {decision.number}"
    if decision.effective is None and decision.must_ask:
        text = (
            "quyết định không ghi rõ ngày hiệu lực; hỏi cơ quan ban hành rồi điền `hieu_luc`"
            " (hoặc dùng --effect khi xác nhận)"
        )
        yield _ask("ngay_hieu_luc", "", name, text)
    if decision.document_kind is DocumentKind.OTHER:
        text = "không rõ đây có phải quyết định công bố thủ tục; đọc trích yếu rồi xác nhận"
        yield _ask("loai_van_ban", "", name, text)
    if decision.doubts:
        text = f"máy đọc chưa chắc {len(decision.doubts)} chỗ; xem mục van_de trong tệp quyết định"
        yield _ask("doc_chua_chac", "", name, text)
    if unplaced:
        text = (
            f"{unplaced} thủ tục không ghi cấp giải quyết hay nơi tiếp nhận; xem có thủ tục nào"
            " của phường"
        )
        yield _ask("khong_ro_cap", "", name, text)


def _about_item(item: Item, ward: Mapping[str, Procedure]) -> Iterator[Question]:
    if item.kind is None:
        text = "không rõ loại thay đổi (mới, sửa đổi, thay thế, bãi bỏ); đọc quyết định rồi điền"
        yield _ask("khong_ro_loai", item.code or "", item.name, text)
    if item.code is None:
        yield _without_code(item, ward)
        return
    ours = ward.get(item.code)
    if ours is not None:
        yield from _about_ours(item, item.code, ours)
    else:
        yield from _about_missing(item, item.code)


def _without_code(item: Item, ward: Mapping[str, Procedure]) -> Question:
    """Offer the codes of our procedures of the same name; a person has to say which it is."""
    same = [code for code, each in ward.items() if name_key(each.name) == name_key(item.name)]
    hint = f"; tên giống {', '.join(same)}" if same else ""
    text = f"quyết định không ghi mã của thủ tục này{hint}; tra mã rồi điền"
    return _ask("khong_ma", "", item.name, text)


def _about_ours(item: Item, code: str, ours: Procedure) -> Iterator[Question]:
    if item.kind is ChangeKind.NEW:
        text = f"quyết định ghi mới ban hành, nhưng phường đã có mã này: “{ours.name}”"
        yield _ask("da_co", code, item.name, text)
    if name_key(item.name) != name_key(ours.name):
        text = f"tên khác nhau: phường ghi “{ours.name}”, quyết định ghi “{item.name}”"
        yield _ask("ten_khac", code, item.name, text, name_key(item.name))


def _about_missing(item: Item, code: str) -> Iterator[Question]:
    if item.kind in NEEDS_OURS:
        text = "quyết định sửa đổi thủ tục mà danh mục của phường không có; xem có phải bổ sung"
        yield _ask("sua_doi_chua_co", code, item.name, text)
    if item.kind is ChangeKind.ABOLISHED:
        text = "quyết định bãi bỏ thủ tục mà danh mục của phường chưa từng có; xem lại mã"
        yield _ask("bai_bo_chua_co", code, item.name, text)


def _ask(kind: str, code: str, name: str, text: str, about: str = "") -> Question:
    return Question(kind, code, name, text, source="", about=about)


def of_another_place(decision: Decision, level: WardLevel) -> tuple[Question, ...]:
    """Ask whether a decision is meant for this ward where another province's agency issued it."""
    if not decision.issuer or not level.is_elsewhere(decision.issuer):
        return ()
    text = (
        f"quyết định do {decision.issuer} ban hành, không phải cấp trên của phường; xem có đưa nhầm"
        " tệp không"
    )
    name = f"Quyết định {decision.number}"
    return (Question("noi_khac", "", name, text, decision.source.file, decision.number),)
