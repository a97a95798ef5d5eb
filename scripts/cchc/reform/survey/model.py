"""Khảo sát sự hài lòng of a period: docs/cai-cach/khao-sat/<kỳ>.yml.

A file holds counts, never forms. By field it holds how many answered and how many were satisfied,
not each level: with levels, the answer of the one person of a small group could be worked out.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.evidence import Evidence
from cchc.reform.kind import Sheet

Forms = Annotated[int, Field(strict=True, ge=0, le=1_000_000)]


class Way(Term):
    """How people were asked."""

    PAPER = "phat_phieu", "Phát phiếu giấy"
    ONLINE = "truc_tuyen", "Trực tuyến"
    TELEPHONE = "dien_thoai", "Điện thoại"
    INTERVIEW = "phong_van", "Phỏng vấn trực tiếp"
    DEVICE = "thiet_bi", "Máy đánh giá tại quầy"


class Level(Model):
    """Mức trả lời; `satisfied`: whether it counts as satisfied."""

    key: NeededLine = needed("ma", "Mã mức", "Ví dụ rat_hai_long")
    name: NeededLine = needed("ten", "Tên mức")
    satisfied: StrictBool = part("hai_long", "Tính là hài lòng", default=False)


LEVELS = (
    Level(key="rat_hai_long", name="Rất hài lòng", satisfied=True),
    Level(key="hai_long", name="Hài lòng", satisfied=True),
    Level(key="binh_thuong", name="Bình thường"),
    Level(key="khong_hai_long", name="Không hài lòng"),
    Level(key="rat_khong_hai_long", name="Rất không hài lòng"),
)


class Count(Model):
    """How many chose a level."""

    level: NeededLine = needed("muc", "Mã mức")
    forms: Forms = needed("so", "Số phiếu")


class Group(Model):
    """The answers of those who came about one field; `hidden`: a person could be recognised."""

    field: NeededLine = needed("linh_vuc", "Lĩnh vực")
    answered: Forms | None = part("tra_loi", "Số phiếu trả lời", default=None)
    satisfied: Forms | None = part("hai_long", "Số phiếu hài lòng", default=None)
    hidden: StrictBool = part(
        "che", "Che số liệu", "true: nhóm quá nhỏ, hoặc che để không tính ngược được", default=False
    )

    @model_validator(mode="after")
    def _whole(self) -> Group:
        known = (self.answered is not None, self.satisfied is not None)
        if self.hidden and any(known):
            message = "đã `che: true` thì xóa `tra_loi` và `hai_long`: tệp cũng được công khai"
            raise PydanticCustomError("group", message)
        if not self.hidden and not all(known):
            message = "phải có cả `tra_loi` và `hai_long`, hoặc chỉ `che: true`"
            raise PydanticCustomError("group", message)
        return self


class Question(Model):
    """A question with its counts; `general`: the one that says how satisfied people are at all."""

    key: NeededLine = needed("ma", "Mã câu hỏi", "Ví dụ C1")
    text: NeededLine = needed("cau", "Câu hỏi")
    general: StrictBool = part("chung", "Câu hỏi hài lòng chung", default=False)
    counts: tuple[Count, ...] = part("tra_loi", "Số phiếu từng mức")
    groups: tuple[Group, ...] = part("theo_linh_vuc", "Theo lĩnh vực")
    hidden: StrictBool = part(
        "che", "Che số liệu", "true: dưới 5 phiếu trả lời câu này", default=False
    )

    @property
    def answered(self) -> int:
        """How many forms answer it."""
        return sum(each.forms for each in self.counts)


class Survey(Sheet):
    """A period's survey: how people were asked, how many answered, each question's counts."""

    title: Line = part("tieu_de", "Tên cuộc khảo sát", default="")
    place: Line = part("noi_lam", "Nơi khảo sát", default="")
    ways: tuple[Way, ...] = part("cach_lam", "Cách khảo sát")
    first: Day | None = part("tu_ngay", "Từ ngày", default=None)
    last: Day | None = part("den_ngay", "Đến ngày", default=None)
    sent: Forms | None = part("phat_ra", "Số phiếu phát ra", default=None)
    returned: Forms | None = part("thu_ve", "Số phiếu thu về", default=None)
    levels: tuple[Level, ...] = part("muc", "Các mức, từ hài lòng nhất", default=LEVELS)
    questions: tuple[Question, ...] = part("cau_hoi", "Câu hỏi")
    evidence: tuple[Evidence, ...] = part("minh_chung", "Minh chứng")
    source: Line = part("nguon", "Nguồn của số liệu", default="")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    @property
    def general(self) -> Question | None:
        """The question of satisfaction at all, if there is one with answers."""
        return next((each for each in self.questions if each.general and each.counts), None)

    def satisfied(self, question: Question) -> int:
        """Count the forms that chose a level of satisfaction."""
        good = {each.key for each in self.levels if each.satisfied}
        return sum(each.forms for each in question.counts if each.level in good)
