"""A decision of the province (quyết định công bố) as data: what it says, its state, who confirmed.

The unit of change is the decision of the provincial chairman (Quyết định số …/QĐ-UBND). What a
reader did not find is null: unknown is never a guess.
"""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Address, Day, Line, Model, NeededLine, Text
from cchc.procedures.code_types import Code
from cchc.procedures.parts import needed, part
from cchc.procedures.terms import ChangeKind, Level, OnlineLevel, Term

SHA256 = re.compile(r"[0-9a-f]{64}")


class DecisionState(Term):
    """Where a decision stands between the machine and the person."""

    PROPOSED = "de_xuat", "Chờ xác nhận"
    CONFIRMED = "da_xac_nhan", "Đã xác nhận"
    DISMISSED = "bo_qua", "Bỏ qua"


class DocumentKind(Term):
    """What the document is about: only a publication touches the public list."""

    PUBLICATION = "cong_bo", "Công bố thủ tục"
    INTERNAL = "quy_trinh_noi_bo", "Quy trình nội bộ"
    OTHER = "khac", "Văn bản khác"


def _sha(value: object) -> object:
    if isinstance(value, str) and value and SHA256.fullmatch(value) is None:
        raise PydanticCustomError("sha256", "không phải dấu SHA-256 (64 ký tự 0-9 a-f)")
    return value


Sha256 = Annotated[str, BeforeValidator(_sha)]
Page = Annotated[int, Field(ge=1, le=9999)]


class Item(Model):
    """One row of the annex: what happens to one procedure, and the row's own words as evidence.

    `code` is None where the annex gives none; `replaces` lists the old codes that one new code
    takes the place of.
    """

    kind: ChangeKind | None = part("loai", "Loại thay đổi", default=None)
    code: Code | None = part("ma", "Mã thủ tục", default=None)
    name: NeededLine = needed("ten", "Tên thủ tục")
    levels: tuple[Level, ...] = part("cap", "Cấp giải quyết")
    received_at: Text | None = part("noi_tiep_nhan", "Nơi tiếp nhận", default=None)
    field_of_service: Line | None = part("linh_vuc", "Lĩnh vực", default=None)
    replaces: tuple[Code, ...] = part("thay_cho", "Thay cho các mã")
    time_limit: Text | None = part("thoi_han", "Thời hạn giải quyết", default=None)
    fee: Text | None = part("phi", "Phí, lệ phí", default=None)
    legal_basis: Text | None = part("can_cu", "Căn cứ pháp lý", default=None)
    online_level: OnlineLevel | None = part("muc_do_truc_tuyen", "Mức độ trực tuyến", default=None)
    changed: Text | None = part("noi_dung_sua_doi", "Nội dung sửa đổi", default=None)
    page: Page | None = part("trang", "Trang", default=None)
    words: Text = part("nguyen_van", "Nguyên văn dòng", default="")
    ocr: bool = part("ocr", "Đọc bằng nhận dạng chữ", default=False)
    skipped: bool = part("khong_ap_dung", "Người xác nhận để ngoài", default=False)


class Doubt(Model):
    """What the reader could not place, with its text: never lost, always for a person.

    `holds_row`: a row of the annex that became no item, so that rows = items + such doubts.
    """

    page: Page | None = part("trang", "Trang", default=None)
    message: NeededLine = needed("noi_dung", "Điều chưa rõ")
    words: Text = part("nguyen_van", "Nguyên văn", default="")
    holds_row: bool = part("giu_dong", "Giữ một dòng của phụ lục", default=False)


class DecisionSource(Model):
    """The file the decision was read from."""

    file: Line = part("tep", "Tên tệp", default="")
    sha256: Sha256 = part("sha256", "Dấu SHA-256", default="")
    address: Address = part("dia_chi", "Địa chỉ", default="")
    received: Day | None = part("ngay_nhan", "Ngày nhận", default=None)


class DecisionAct(Term):
    """What a person or the machine did with a decision."""

    CONFIRMED = "xac_nhan", "Xác nhận"
    DISMISSED = "bo_qua", "Bỏ qua"
    APPLIED = "ap_dung", "Áp dụng"
    POSTED = "niem_yet", "Niêm yết"
    REVERTED = "thu_hoi", "Thu hồi"


class DecisionLogEntry(Model):
    """One thing done with a decision: what, when, by whom, why."""

    act: DecisionAct = needed("viec", "Việc")
    date: Day = needed("ngay", "Ngày")
    by: Line = part("nguoi", "Người làm", default="")
    remark: Text = part("ghi_chu", "Ghi chú", default="")


class DecisionConfirmation(Model):
    """Who confirmed or dismissed the decision, when, with what remark."""

    by: Line = part("nguoi", "Người xác nhận", default="")
    date: Day = needed("ngay", "Ngày")
    remark: Text = part("ghi_chu", "Ghi chú", default="")


class Decision(Model):
    """A decision file: procedures/decisions/<năm>/<số>.yml."""

    number: NeededLine = needed("so", "Số, ký hiệu")
    signed: Day | None = part("ngay_ky", "Ngày ký", default=None)
    effective: Day | None = part("hieu_luc", "Ngày có hiệu lực", default=None)
    must_ask: bool = part("can_hoi", "Cần hỏi ngày hiệu lực", default=False)
    issuer: Line = part("co_quan", "Cơ quan ban hành", default="")
    title: Text = part("trich_yeu", "Trích yếu", default="")
    document_kind: DocumentKind = part("loai_van_ban", "Loại văn bản", default=DocumentKind.OTHER)
    supersedes: tuple[Line, ...] = part("thay_the_quyet_dinh", "Thay thế quyết định")
    state: DecisionState = part("trang_thai", "Trạng thái", default=DecisionState.PROPOSED)
    source: DecisionSource = part("nguon", "Nguồn", default=DecisionSource())
    confirmed: DecisionConfirmation | None = part("xac_nhan", "Xác nhận", default=None)
    items: tuple[Item, ...] = part("muc", "Các thủ tục")
    doubts: tuple[Doubt, ...] = part("van_de", "Điều chưa rõ")
    rows: Annotated[int, Field(ge=0)] = part("so_dong", "Số dòng đọc được", default=0)
    applied: Day | None = part("ap_dung", "Ngày ghi vào thủ tục", default=None)
    posted: Day | None = part("niem_yet", "Ngày niêm yết", default=None)
    log: tuple[DecisionLogEntry, ...] = part("nhat_ky", "Nhật ký", default=())

    @model_validator(mode="after")
    def _asked(self) -> Decision:
        if self.state is DecisionState.CONFIRMED and self.effective is None:
            message = "quyết định đã xác nhận phải có ngày hiệu lực; điền `hieu_luc`"
            raise PydanticCustomError("no_effect", message)
        return self
