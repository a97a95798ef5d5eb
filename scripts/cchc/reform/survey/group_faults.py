"""Faults of the answers by field: sums that cannot be, groups in which a person is recognised."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.problems import Severity
from cchc.base.yaml_read import Location
from cchc.procedures.fields import Fields
from cchc.reform.kind import Fault
from cchc.reform.survey.hiding import SMALLEST, hidden
from cchc.reform.survey.model import Group, Question, Survey

# What a form may say instead of a field of the list.
OTHER = "Lĩnh vực khác"


def group_faults(
    question: Question, survey: Survey, at: Location, fields: Fields
) -> Iterator[Fault]:
    """Find fields twice or unknown, more satisfied than answered, sums above the question's."""
    seen: set[str] = set()
    for number, group in enumerate(question.groups):
        here: Location = (*at, "theo_linh_vuc", number)
        if group.field in seen:
            message = f"lĩnh vực “{group.field}” đã có ở câu này; xóa một dòng"
            yield Fault((*here, "linh_vuc"), message)
        seen.add(group.field)
        if fields.all and group.field != OTHER and fields.named(group.field) is None:
            message = (
                f"không có lĩnh vực “{group.field}” trong procedures/linh-vuc.yml;"
                f" xem lại tên, hoặc viết “{OTHER}”"
            )
            yield Fault((*here, "linh_vuc"), message, Severity.WARNING)
        if (group.satisfied or 0) > (group.answered or 0):
            message = f"hài lòng {group.satisfied} trên {group.answered} phiếu là quá 100%; sửa số"
            yield Fault((*here, "hai_long"), message)
    yield from _sums(question, survey, (*at, "theo_linh_vuc"))


def _sums(question: Question, survey: Survey, at: Location) -> Iterator[Fault]:
    answered = sum(each.answered or 0 for each in question.groups)
    good = sum(each.satisfied or 0 for each in question.groups)
    whole, good_of_all = question.answered, survey.satisfied(question)
    if answered > whole:
        yield Fault(at, f"cộng các lĩnh vực được {answered} phiếu, cả câu chỉ có {whole}; sửa số")
    if good > good_of_all:
        message = f"cộng các lĩnh vực được {good} phiếu hài lòng, cả câu chỉ có {good_of_all}"
        yield Fault(at, f"{message}; sửa số")
    elif answered - good > whole - good_of_all:
        message = f"cộng các lĩnh vực được {answered - good} phiếu không hài lòng"
        yield Fault(at, f"{message}, cả câu chỉ có {whole - good_of_all}; sửa số")


def hiding_faults(survey: Survey) -> Iterator[Fault]:
    """Find what a file must not hold because a person could be recognised by it."""
    safe = hidden(survey)
    for index, (before, after) in enumerate(zip(survey.questions, safe.questions, strict=True)):
        at: Location = ("cau_hoi", index)
        if before.counts and after.hidden:
            message = (
                f"dưới {SMALLEST} phiếu trả lời câu {before.key}; xóa `tra_loi` và"
                " `theo_linh_vuc`, ghi `che: true`"
            )
            yield Fault((*at, "tra_loi"), message)
            continue
        for number, (group, kept) in enumerate(zip(before.groups, after.groups, strict=True)):
            if kept.hidden and not group.hidden:
                yield Fault((*at, "theo_linh_vuc", number), _why(group))


def _why(group: Group) -> str:
    way_out = "xóa `tra_loi`, `hai_long` của lĩnh vực này, ghi `che: true`"
    if 0 < (group.answered or 0) < SMALLEST:
        return f"“{group.field}” dưới {SMALLEST} phiếu, có thể nhận ra người trả lời; {way_out}"
    return (
        f"che thêm “{group.field}”: lấy tổng trừ các lĩnh vực còn hiện sẽ tính ra số của lĩnh vực"
        f" đã che, hoặc của phiếu không ghi lĩnh vực; {way_out}"
    )
