"""What the check looks for in a survey beyond its shape."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.problems import Severity
from cchc.base.text import fold
from cchc.base.yaml_read import Location
from cchc.reform.evidence import missing_files
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import NAME, period
from cchc.reform.survey.group_faults import group_faults, hiding_faults
from cchc.reform.survey.hiding import hidden
from cchc.reform.survey.model import Question, Survey

WARNING = Severity.WARNING


def survey_faults(survey: Survey, name: str, around: Around) -> Iterator[Fault]:
    """Find counts that cannot be, things twice, days out of the period, people recognisable."""
    yield from _forms(survey)
    yield from _days(survey, name)
    yield from _levels(survey)
    yield from _twice(survey)
    yield from _general(survey)
    for index, question in enumerate(survey.questions):
        at: Location = ("cau_hoi", index)
        yield from _counts(question, survey, at)
        yield from group_faults(question, survey, at, around.catalogue.fields)
    yield from hiding_faults(survey)
    files = ((("minh_chung", n), each) for n, each in enumerate(survey.evidence))
    yield from missing_files(around.root, files)


def _forms(survey: Survey) -> Iterator[Fault]:
    sent, returned = survey.sent, survey.returned
    if sent is not None and returned is not None and returned > sent:
        message = (
            f"thu về {returned} phiếu mà chỉ phát ra {sent}: quá 100%; sửa số, hoặc xóa `phat_ra`"
            " nếu không phát phiếu"
        )
        yield Fault(("thu_ve",), message)
    if returned is None and any(each.counts for each in survey.questions):
        yield Fault(("cau_hoi",), "có câu trả lời mà chưa có `thu_ve`; ghi số phiếu thu về")


def _days(survey: Survey, name: str) -> Iterator[Fault]:
    of = period(name)
    for key, day in (("tu_ngay", survey.first), ("den_ngay", survey.last)):
        if day and not of.holds(day):
            message = f"ngày {day:%d/%m/%Y} ngoài {of.label}; sửa ngày hoặc tên tệp"
            yield Fault((key,), message)
    if survey.first and survey.last and survey.last < survey.first:
        yield Fault(("den_ngay",), "`den_ngay` trước `tu_ngay`; sửa một trong hai")


def _levels(survey: Survey) -> Iterator[Fault]:
    keys = [each.key for each in survey.levels]
    for index, key in enumerate(keys):
        if key in keys[:index]:
            yield Fault(("muc", index, "ma"), f"mức {key} đã có ở trên; xóa một mức")
    if not any(each.satisfied for each in survey.levels):
        yield Fault(("muc",), "chưa mức nào ghi `hai_long: true`; không tính được tỷ lệ hài lòng")


def _twice(survey: Survey) -> Iterator[Fault]:
    keys: set[str] = set()
    texts: set[str] = set()
    for index, each in enumerate(survey.questions):
        if each.key in keys:
            message = f"câu hỏi {each.key} đã có ở trên; mỗi câu một mã, đổi mã này"
            yield Fault(("cau_hoi", index, "ma"), message)
        elif fold(each.text) in texts:
            yield Fault(("cau_hoi", index, "cau"), "câu hỏi này đã có ở trên; xóa một câu")
        keys.add(each.key)
        texts.add(fold(each.text))


def _general(survey: Survey) -> Iterator[Fault]:
    marked = [index for index, each in enumerate(survey.questions) if each.general]
    if survey.questions and not marked:
        message = "chưa câu nào ghi `chung: true`; đánh dấu câu hỏi về mức hài lòng chung"
        yield Fault(("cau_hoi",), message)
    for index in marked[1:]:
        message = "đã có câu khác ghi `chung: true`; chỉ một câu là câu hài lòng chung"
        yield Fault(("cau_hoi", index, "chung"), message)


def _counts(question: Question, survey: Survey, at: Location) -> Iterator[Fault]:
    known = [each.key for each in survey.levels]
    seen: set[str] = set()
    for number, each in enumerate(question.counts):
        here: Location = (*at, "tra_loi", number, "muc")
        if each.level not in known:
            message = f"không có mức “{each.level}”; chọn một trong: {', '.join(known)}"
            yield Fault(here, message)
        elif each.level in seen:
            yield Fault(here, f"mức {each.level} của câu này đã ghi ở trên; xóa một dòng")
        seen.add(each.level)
    if question.hidden and question.counts:
        yield Fault((*at, "che"), "đã `che: true` thì xóa `tra_loi`: tệp cũng được công khai")
    if survey.returned is not None and question.answered > survey.returned:
        message = (
            f"câu {question.key} có {question.answered} câu trả lời, nhiều hơn {survey.returned}"
            " phiếu thu về; sửa số"
        )
        yield Fault((*at, "tra_loi"), message)


SURVEY = Kind(
    folder="khao-sat",
    title="Khảo sát sự hài lòng",
    model=Survey,
    named=NAME,
    example="2026-Q3",
    faults=survey_faults,
    shown=hidden,
)
