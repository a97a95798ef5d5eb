"""Chỉ số cải cách hành chính of a year: docs/cai-cach/chi-so/<năm>.yml.

The criteria with their points, and the rank that the superior made known. The table of criteria is
the superior's and changes by year: nothing of it stands in the code.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.base.text import one_line
from cchc.procedures.parts import needed, part
from cchc.reform.evidence import Evidence
from cchc.reform.kind import Sheet
from cchc.reform.plan import Scope
from cchc.reform.scores import Percent, Score

NUMBER = re.compile(r"[0-9A-Za-zĐđ]{1,5}(?:\.[0-9A-Za-zĐđ]{1,5}){0,3}")


def _number(value: object) -> object:
    """Take `1`, `1.2` or `2.a`: YAML makes a number of the first."""
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return value
    text = one_line(str(value)).rstrip(".)")
    if NUMBER.fullmatch(text) is None:
        message = "“{value}” không dùng làm số thứ tự được; viết như 1, 1.2 hoặc 1.a"
        raise PydanticCustomError("criterion_number", message, {"value": text[:40]})
    return text


CriterionNumber = Annotated[NeededLine, BeforeValidator(_number)]
Place = Annotated[int, Field(strict=True, ge=1, le=20_000)]


class Scored(Model):
    """What bears points: of `most`, how many the ward gave itself, how many were verified."""

    number: CriterionNumber = needed("so", "Số thứ tự", "Như trong bảng tiêu chí: 1, 1.2")
    name: NeededLine = needed("ten", "Tên")
    most: Score = needed("toi_da", "Điểm tối đa", "Ví dụ 4 hoặc 4,5")
    self_score: Score | None = part("tu_cham", "Điểm tự chấm", default=None)
    verified: Score | None = part("tham_dinh", "Điểm thẩm định", default=None)
    evidence: tuple[Evidence, ...] = part("minh_chung", "Minh chứng")
    explanation: Text = part("giai_trinh", "Giải trình", "Vì sao mất điểm, sẽ làm gì", "")

    @property
    def score(self) -> Score | None:
        """The points that count: the verified ones where there are any."""
        return self.self_score if self.verified is None else self.verified


class Component(Scored):
    """Tiêu chí thành phần."""


class Criterion(Scored):
    """Tiêu chí; with components, its points are their sum and need not be written."""

    field: Line = part("linh_vuc", "Lĩnh vực", "Các tiêu chí cùng lĩnh vực đứng liền nhau", "")
    components: tuple[Component, ...] = part("thanh_phan", "Tiêu chí thành phần")


class Stated(Model):
    """The totals that the document states, to check the sums by."""

    most: Score | None = part("toi_da", "Tổng điểm tối đa", default=None)
    self_score: Score | None = part("tu_cham", "Tổng điểm tự chấm", default=None)
    verified: Score | None = part("tham_dinh", "Tổng điểm thẩm định", default=None)


class Rank(Model):
    """Hạng: the place among how many, the index in percent, the document that made it known."""

    scope: Scope = needed("pham_vi", "Trong phạm vi")
    place: Place = needed("hang", "Hạng")
    of: Place = needed("tong", "Trên tổng số đơn vị")
    percent: Percent | None = part("chi_so", "Chỉ số (%)", "Như văn bản công bố", None)
    document: Evidence = needed("van_ban", "Văn bản công bố")
    day: Day | None = part("ngay", "Ngày công bố", default=None)


class Index(Sheet):
    """The index of a year: its table, its points, its ranks."""

    table: Evidence | None = part("bang_tieu_chi", "Văn bản ban hành bảng tiêu chí", default=None)
    # Points without this day are work under way; with it they are given, and need their evidence.
    self_day: Day | None = part("ngay_tu_cham", "Ngày chốt tự chấm", default=None)
    verified_day: Day | None = part("ngay_tham_dinh", "Ngày có kết quả thẩm định", default=None)
    ranks: tuple[Rank, ...] = part("xep_hang", "Xếp hạng")
    stated: Stated = part("tong", "Tổng ghi trên văn bản", default=Stated())
    criteria: tuple[Criterion, ...] = part("tieu_chi", "Tiêu chí")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    def rank(self, scope: Scope) -> Rank | None:
        """Find the rank in a scope."""
        return next((each for each in self.ranks if each.scope is scope), None)
