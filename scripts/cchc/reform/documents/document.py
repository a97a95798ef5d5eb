"""Documents of a year: docs/cai-cach/van-ban/<năm ban hành>.yml."""

from __future__ import annotations

import datetime as dt

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import Term
from cchc.reform.documents.numbers import Cited, cited
from cchc.reform.evidence import Evidence, Link
from cchc.reform.kind import Sheet


class DocumentKind(Term):
    """What a document is."""

    LAW = "luat", "Luật"
    DECREE = "nghi_dinh", "Nghị định"
    RESOLUTION = "nghi_quyet", "Nghị quyết"
    CIRCULAR = "thong_tu", "Thông tư"
    DECISION = "quyet_dinh", "Quyết định"
    DIRECTIVE = "chi_thi", "Chỉ thị"
    PLAN = "ke_hoach", "Kế hoạch"
    REPORT = "bao_cao", "Báo cáo"
    NOTICE = "thong_bao", "Thông báo"
    LETTER = "cong_van", "Công văn"
    OTHER = "khac", "Văn bản khác"


class Force(Term):
    """Whether a document is in force."""

    IN_FORCE = "con_hieu_luc", "Còn hiệu lực"
    PARTLY = "het_mot_phan", "Hết hiệu lực một phần"
    ENDED = "het_toan_bo", "Hết hiệu lực"
    TO_COME = "chua_co_hieu_luc", "Chưa có hiệu lực"


class Document(Model):
    """One document; `ended` is the day since when it is wholly or partly out of force."""

    number: NeededLine = needed("so", "Số, ký hiệu")
    kind: DocumentKind = needed("loai", "Loại văn bản")
    day: Day = needed("ngay", "Ngày ban hành")
    issuer: NeededLine = needed("co_quan", "Cơ quan ban hành")
    summary: NeededLine = needed("trich_yeu", "Trích yếu")
    field: Line = part("linh_vuc", "Lĩnh vực", default="")
    effective: Day | None = part("hieu_luc", "Ngày có hiệu lực", default=None)
    force: Force = part("tinh_trang", "Tình trạng hiệu lực", default=Force.IN_FORCE)
    ended: Day | None = part("het_tu", "Hết hiệu lực từ ngày", default=None)
    replaced_by: tuple[NeededLine, ...] = part("thay_the_boi", "Số văn bản thay thế")
    file: Link = part("tep", "Toàn văn", "Tệp trong docs/ hoặc địa chỉ https://", "")
    note: Text = part("ghi_chu", "Ghi chú", default="")

    @property
    def cited(self) -> Cited:
        """What a citation of it has."""
        return cited(self.number, self.day)

    def force_on(self, day: dt.date) -> Force:
        """Tell whether it is in force on a day: an end that is still to come has not come."""
        if self.force in {Force.ENDED, Force.PARTLY} and not (self.ended and self.ended > day):
            return self.force
        if self.effective and self.effective > day:
            return Force.TO_COME
        return Force.IN_FORCE


class DocumentYear(Sheet):
    """The documents issued in a year."""

    documents: tuple[Document, ...] = part("van_ban", "Văn bản")


class Verdict(Term):
    """What a review found of a document."""

    KEEP = "giu_nguyen", "Giữ nguyên"
    AMEND = "sua_doi", "Cần sửa đổi, bổ sung"
    REPLACE = "thay_the", "Cần thay thế"
    ABOLISH = "bai_bo", "Cần bãi bỏ"
    ENDED = "het_hieu_luc", "Đã hết hiệu lực"


class Reviewed(Model):
    """One document in a review."""

    number: NeededLine = needed("so", "Số, ký hiệu")
    day: Day | None = part("ngay", "Ngày ban hành", default=None)
    summary: Line = part("trich_yeu", "Trích yếu", default="")
    verdict: Verdict = needed("ket_qua", "Kết quả rà soát")
    reason: Text = part("ly_do", "Lý do, kiến nghị", default="")


class Review(Sheet):
    """Rà soát, hệ thống hóa of a year: docs/cai-cach/ra-soat/<năm>.yml.

    `total` is what the report says; it must equal the documents listed, where they are.
    """

    number: Line = part("so", "Số, ký hiệu báo cáo", default="")
    day: Day | None = part("ngay", "Ngày báo cáo", default=None)
    begins: Day | None = part("tu_ngay", "Rà soát văn bản từ ngày", default=None)
    ends: Day | None = part("den_ngay", "Đến ngày", default=None)
    unit: Line = part("don_vi", "Đơn vị rà soát", "Khóa trong extra.ward.bo_phan", "")
    total: int | None = part("tong_so", "Tổng số văn bản đã rà soát", default=None)
    documents: tuple[Reviewed, ...] = part("van_ban", "Từng văn bản")
    evidence: tuple[Evidence, ...] = part("minh_chung", "Văn bản công bố kết quả")
    note: Text = part("ghi_chu", "Ghi chú", default="")
