"""What an import did, for a person: each column, each row left out, what is hidden and why."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.survey.columns import Column, Use
from cchc.reform.survey.group_faults import OTHER
from cchc.reform.survey.hiding import SMALLEST
from cchc.reform.survey.importing import Imported


def report(made: Imported, path: str, *, dry_run: bool) -> Iterator[str]:
    """Tell an import line by line."""
    survey = made.survey
    begin = "Sẽ ghi" if dry_run else "Đã ghi"
    yield f"{begin} {path}: {survey.returned} phiếu, {len(survey.questions)} câu hỏi."
    for column, question in made.asked.items():
        general = "; câu hài lòng chung" if question.general else ""
        yield f"  {question.key} ← cột {column.letter} “{column.heading}”{general}"
    yield f"Nếu trả lời bằng số: {made.reading.numbers}; ngược lại thì nhập lại với --best."
    yield from _columns(made)
    yield from _rows(made)
    yield from _hidden(made)
    if survey.sent is None:
        yield "Chưa có số phiếu phát ra: ghi `phat_ra` trong tệp, hoặc nhập lại với --sent."
    yield "Tiếp: xem lại tệp, ghi `cach_lam`, `noi_lam`, rồi chạy cchc check."


def _columns(made: Imported) -> Iterator[str]:
    personal = made.table.of(Use.PERSONAL)
    if personal:
        yield f"Bỏ cột có thông tin cá nhân, không ghi vào đâu: {_named(personal)}."
    used = {*made.asked, *made.table.of(Use.FIELD)[:1], *made.table.of(Use.DATE)[:1], *personal}
    unused = tuple(each for each in made.table.columns if each not in used)
    if unused:
        yield f"Bỏ cột không dùng: {_named(unused)}."
    if not made.table.of(Use.FIELD):
        yield "Không có cột lĩnh vực: tệp không có số liệu theo lĩnh vực."


def _named(columns: tuple[Column, ...]) -> str:
    return ", ".join(f"{each.letter} “{each.heading}”" for each in columns)


def _rows(made: Imported) -> Iterator[str]:
    if made.left_out:
        yield f"Bỏ {len(made.left_out)} dòng không đọc được:"
    yield from (f"  dòng {each.row}: {each.why}" for each in made.left_out)
    if made.unknown_fields:
        names = ", ".join(f"“{each}”" for each in made.unknown_fields)
        yield f"Không có trong procedures/linh-vuc.yml, gộp vào “{OTHER}”: {names}."


def _hidden(made: Imported) -> Iterator[str]:
    questions = made.survey.questions
    whole = [each.key for each in questions if each.hidden]
    if whole:
        yield f"Che câu dưới {SMALLEST} phiếu trả lời: {', '.join(whole)}."
    fields = {each.field: None for q in questions for each in q.groups if each.hidden}
    if fields:
        names = ", ".join(f"“{each}”" for each in fields)
        yield (
            f"Che lĩnh vực {names}: dưới {SMALLEST} phiếu, hoặc để không tính ngược ra nhóm nhỏ;"
            " số của các lĩnh vực ấy không ghi vào tệp."
        )
