"""The smaller records a procedure is made of (Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2)."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, StrictBool, model_validator
from pydantic_core import PydanticCustomError

from cchc.base.models import Address, Day, Line, Model, NeededLine, Text
from cchc.procedures.terms import FeeKind, Method, OnlineLevel, TimeUnit


def part(key: str, title: str, description: str | None = None, default: Any = ()) -> Any:  # noqa: ANN401 - pydantic's own signature
    """Declare a key of the data: its YAML name, its Vietnamese label, a hint; empty by default."""
    return Field(default=default, alias=key, title=title, description=description)


def needed(key: str, title: str, description: str | None = None) -> Any:  # noqa: ANN401 - pydantic's own signature
    """Declare a key that must stand in the file."""
    return Field(alias=key, title=title, description=description)


Count = Annotated[int, Field(strict=True, ge=0, le=999)]


class TimeLimit(Model):
    """Thời hạn giải quyết: a value with its unit, or the source's words where it is no number."""

    value: Annotated[int, Field(strict=True, ge=1, le=3650)] | None = part(
        "gia_tri", "Số", default=None
    )
    unit: TimeUnit | None = part("don_vi", "Đơn vị", default=None)
    words: Text = part("loi", "Lời của nguồn", "Ghi nguyên văn điều kiện tính thời hạn", "")

    @model_validator(mode="after")
    def _whole(self) -> TimeLimit:
        if (self.value is None) != (self.unit is None):
            message = "thời hạn phải có cả `gia_tri` và `don_vi`, hoặc chỉ có `loi`"
            raise PydanticCustomError("time_limit", message)
        if self.value is None and not self.words:
            message = "thời hạn chưa có gì; viết `gia_tri` và `don_vi`, hoặc `loi`"
            raise PydanticCustomError("time_limit", message)
        return self


class Fee(Model):
    """Phí, lệ phí: `amount` in đồng, `words` as the source says them.

    A bare 0 is a default of the national portal, not "miễn phí": refused without words.
    """

    kind: FeeKind = part("loai", "Loại", default=FeeKind.CHARGE)
    amount: Annotated[int, Field(strict=True, ge=0, le=10_000_000_000)] | None = part(
        "so_tien", "Số tiền (đồng)", default=None
    )
    words: Text = part("loi", "Lời của nguồn", "Mức thu, miễn giảm: ghi nguyên văn", "")

    @model_validator(mode="after")
    def _said(self) -> Fee:
        if not self.amount and not self.words:
            message = (
                "số tiền 0 hoặc trống mà không có lời: số 0 của Cổng quốc gia không có nghĩa là"
                " miễn phí; viết `loi` đúng như quy định, hoặc xóa khoản này"
            )
            raise PydanticCustomError("bare_zero_fee", message)
        return self


class SubmissionMethod(Model):
    """One row of Cách thức thực hiện."""

    method: Method = needed("hinh_thuc", "Hình thức nộp")
    time_limit: TimeLimit | None = part("thoi_han", "Thời hạn giải quyết", default=None)
    fees: tuple[Fee, ...] = part("phi", "Phí, lệ phí")
    address: Address = part("dia_chi", "Địa chỉ nộp trực tuyến", default="")
    description: Text = part("mo_ta", "Mô tả", default="")


class Paper(Model):
    """One paper of the dossier; `originals` and `copies` None where the source does not say."""

    name: NeededLine = needed("ten", "Tên giấy tờ")
    form: Line = part("mau", "Mẫu đơn, tờ khai", default="")
    file: Line = part("tep", "Tệp mẫu", "Tệp trong docs/tai-ve/ hoặc địa chỉ https://", "")
    originals: Count | None = part("ban_chinh", "Số bản chính", default=None)
    copies: Count | None = part("ban_sao", "Số bản sao", default=None)
    mandatory: StrictBool | None = part("bat_buoc", "Bắt buộc", default=None)
    note: Text = part("ghi_chu", "Ghi chú", default="")


class Case(Model):
    """The papers of one case (trường hợp); an empty name means: for everyone."""

    name: Line = part("truong_hop", "Trường hợp", default="")
    papers: tuple[Paper, ...] = part("giay_to", "Giấy tờ")
    notes: tuple[Text, ...] = part("luu_y", "Lưu ý")


class Result(Model):
    """Kết quả thực hiện, with the code the portal gives it (KQ.…) and the form it comes in."""

    name: NeededLine = needed("ten", "Tên kết quả")
    code: Line = part("ma", "Mã kết quả", default="")
    form: Line = part("mau", "Mẫu kết quả", default="")


class LegalBasis(Model):
    """Căn cứ pháp lý; the number as the source gives it."""

    number: Line = part("so", "Số, ký hiệu", default="")
    title: Line = part("ten", "Trích yếu", default="")
    date: Day | None = part("ngay", "Ngày ban hành", default=None)
    issuer: Line = part("co_quan", "Cơ quan ban hành", default="")

    @model_validator(mode="after")
    def _named(self) -> LegalBasis:
        if not self.number and not self.title:
            message = "căn cứ pháp lý phải có `so` hoặc `ten`"
            raise PydanticCustomError("legal_basis", message)
        return self


class PublishingDecision(Model):
    """Quyết định công bố that this text of the procedure rests on."""

    number: NeededLine = needed("so", "Số, ký hiệu")
    date: Day | None = part("ngay", "Ngày ký", default=None)
    issuer: Line = part("co_quan", "Cơ quan ban hành", default="")


class Agencies(Model):
    """Who carries out, decides, may decide instead, works with: names as the source gives them."""

    executing: tuple[NeededLine, ...] = part("thuc_hien", "Cơ quan thực hiện")
    deciding: tuple[NeededLine, ...] = part("tham_quyen", "Cơ quan có thẩm quyền")
    authorised: tuple[NeededLine, ...] = part("uy_quyen", "Cơ quan được ủy quyền")
    coordinating: tuple[NeededLine, ...] = part("phoi_hop", "Cơ quan phối hợp")


class OnlineService(Model):
    """Dịch vụ công trực tuyến of the procedure: its code (`1.001193.01`) and address of filing."""

    code: Line = part("ma", "Mã dịch vụ công", default="")
    name: Line = part("ten", "Tên dịch vụ công", default="")
    level: OnlineLevel | None = part("muc_do", "Mức độ trực tuyến", default=None)
    address: Address = part("dia_chi", "Địa chỉ nộp hồ sơ", default="")


class Source(Model):
    """Where this file's facts come from, and the day they were taken."""

    name: NeededLine = needed("ten", "Nguồn")
    date: Day | None = part("ngay", "Ngày lấy", default=None)
    address: Address = part("dia_chi", "Địa chỉ", default="")
    note: Text = part("ghi_chu", "Ghi chú", default="")


class Confirmation(Model):
    """Who of the unit checked the text, and when."""

    by: NeededLine = needed("nguoi", "Người xác nhận")
    date: Day = needed("ngay", "Ngày xác nhận")
    remark: Text = part("ghi_chu", "Ghi chú", default="")
