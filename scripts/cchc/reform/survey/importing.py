"""`cchc survey import`: from the rows of a spreadsheet to a survey, whole or not at all."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from cchc.base.problems import Problem, Refused
from cchc.procedures.fields import Fields
from cchc.reform.periods import period
from cchc.reform.survey.columns import Column, Rows, Table, Use, find_table, words_of
from cchc.reform.survey.counting import counted
from cchc.reform.survey.forms import BadRow, Form, Plan, read_forms
from cchc.reform.survey.group_faults import OTHER
from cchc.reform.survey.levels import Reading
from cchc.reform.survey.model import Question, Survey

GENERAL = ("nhin chung", "hai long chung", "danh gia chung", "noi chung", "muc do hai long chung")
NO_TABLE = (
    "không thấy cột câu trả lời nào; dòng tiêu đề ghi câu hỏi, mỗi phiếu một dòng, trả lời bằng"
    " tên mức (Rất hài lòng …) hoặc số từ 1"
)


@dataclass(frozen=True, slots=True)
class Wanted:
    """What was asked for: the file, the period, how numbers run, what to do with bad rows."""

    path: str
    period: str
    one_is_best: bool = False
    skip_bad: bool = False


@dataclass(frozen=True, slots=True)
class Imported:
    """The survey made; what each column became; rows left out; forms that name no known field."""

    survey: Survey
    asked: Mapping[Column, Question]
    table: Table
    reading: Reading
    left_out: tuple[BadRow, ...]
    unknown_fields: tuple[str, ...]


def import_rows(rows: Rows, head: Survey, fields: Fields, wanted: Wanted) -> Imported:
    """Make a survey of a sheet's rows. Raise `Refused` with every row that cannot be read."""
    reading = Reading(head.levels, wanted.one_is_best)
    table = find_table(rows, reading)
    if table is None:
        raise Refused([Problem(wanted.path, 1, NO_TABLE)])
    asked = questions_of(table, head, wanted.path)
    plan = Plan(table, tuple(asked), reading, period(wanted.period))
    forms, bad = read_forms(rows, plan)
    if (bad and not wanted.skip_bad) or not forms:
        raise Refused(_refusals(bad, wanted.path))
    return Imported(
        survey=counted(head, asked, forms, fields),
        asked=asked,
        table=table,
        reading=reading,
        left_out=bad,
        unknown_fields=_unknown(forms, fields),
    )


def _refusals(bad: Sequence[BadRow], path: str) -> list[Problem]:
    told = [Problem(path, each.row, f"dòng {each.row}: {each.why}") for each in bad]
    end = "chưa ghi gì; sửa các dòng ấy rồi nhập lại, hoặc thêm --skip-bad để bỏ các dòng ấy"
    if not bad:
        end = "không có phiếu nào dưới dòng tiêu đề; chưa ghi gì"
    return [*told, Problem(path, 0, end)]


def _unknown(forms: Sequence[Form], fields: Fields) -> tuple[str, ...]:
    named = {each.field for each in forms if each.field and each.field != OTHER}
    return tuple(sorted(name for name in named if fields.named(name) is None))


def questions_of(table: Table, head: Survey, path: str) -> dict[Column, Question]:
    """Say which question each column asks: the file's own where it has any, else the headings."""
    columns = table.of(Use.QUESTION)
    if not head.questions:
        return _made(columns)
    found = {each: _of_file(each, head.questions) for each in columns}
    asked = {column: question for column, question in found.items() if question}
    lost = [each for each in head.questions if each not in asked.values()]
    if lost or len(set(asked.values())) < len(asked):
        told = "; ".join(f"{each.key} ({each.text})" for each in lost) or "hai cột một câu hỏi"
        message = (
            f"không khớp câu hỏi của tệp kỳ này: {told}; ghi mã (C1) hoặc nguyên câu hỏi ở tiêu đề"
            " cột, mỗi câu một cột"
        )
        raise Refused([Problem(path, table.row + 1, message)])
    return asked


def _of_file(column: Column, questions: Sequence[Question]) -> Question | None:
    words = words_of(column.heading)
    for each in questions:
        key = words_of(each.key)
        if words in {key, words_of(each.text)} or words.startswith(f"{key} "):
            return each
    return None


def _made(columns: Sequence[Column]) -> dict[Column, Question]:
    general = next((c for c in columns if _is_general(c)), columns[-1])
    return {
        column: Question(key=f"C{number}", text=_text(column.heading), general=column is general)
        for number, column in enumerate(columns, 1)
    }


def _is_general(column: Column) -> bool:
    return any(phrase in words_of(column.heading) for phrase in GENERAL)


def _text(heading: str) -> str:
    """Give a question without its own number: `C1. Thái độ` is `Thái độ`."""
    return re.sub(r"^(?:(?:[Cc]|[Cc]âu)\s*)?\d{1,2}\s*[.:)–-]\s*(?=\S)", "", heading)
