"""A procedure as the ward keeps it: every part the law names, and where each fact comes from."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from cchc.base.models import Line, Model, NeededLine, Text
from cchc.procedures.code_types import Code, PublicCode
from cchc.procedures.history import Abolition, HistoryEntry, Withdrawal
from cchc.procedures.parts import (
    Agencies,
    Case,
    Confirmation,
    Count,
    LegalBasis,
    OnlineService,
    PublishingDecision,
    Result,
    Source,
    SubmissionMethod,
    needed,
    part,
)
from cchc.procedures.terms import Level, OnlineLevel

UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
PORTAL_PAGE = "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/"


def _portal_id(value: object) -> object:
    if isinstance(value, str) and value and UUID.fullmatch(value) is None:
        message = "phải là mã bản ghi của Cổng quốc gia (dạng 019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7)"
        raise PydanticCustomError("portal_id", message)
    return value


PortalId = Annotated[str, BeforeValidator(_portal_id)]


class Procedure(Model):
    """Thủ tục hành chính. Empty means: nobody knows yet; nothing is ever guessed."""

    code: PublicCode = needed("ma", "Mã thủ tục")
    name: NeededLine = needed("ten", "Tên thủ tục", "Đúng như quyết định công bố")
    plain_names: tuple[NeededLine, ...] = part("ten_goi_khac", "Tên gọi quen dùng")
    keywords: tuple[NeededLine, ...] = part("tu_khoa", "Từ khóa tìm kiếm")
    field_of_service: Line = part("linh_vuc", "Lĩnh vực", "Đúng tên trong linh-vuc.yml", "")
    levels: tuple[Level, ...] = part("cap_thuc_hien", "Cấp thực hiện")
    online_level: OnlineLevel | None = part("muc_do", "Mức độ trực tuyến", default=None)
    summary: Text = part("tom_tat", "Tóm tắt", "Một, hai câu dễ hiểu", "")
    audience: tuple[NeededLine, ...] = part("doi_tuong", "Đối tượng thực hiện")
    agencies: Agencies = part("co_quan", "Cơ quan", default=Agencies())
    received_at: Line = part("noi_tiep_nhan", "Nơi tiếp nhận", "Khóa trong mkdocs.yml", "")
    receiving_address: Text = part("dia_chi_tiep_nhan", "Địa chỉ tiếp nhận hồ sơ", default="")
    methods: tuple[SubmissionMethod, ...] = part("cach_nop", "Cách thức thực hiện")
    cases: tuple[Case, ...] = part("ho_so", "Thành phần hồ sơ")
    dossier_sets: Count | None = part("so_bo", "Số lượng hồ sơ (bộ)", default=None)
    steps: tuple[Text, ...] = part("trinh_tu", "Trình tự thực hiện")
    results: tuple[Result, ...] = part("ket_qua", "Kết quả thực hiện")
    conditions: tuple[Text, ...] = part("yeu_cau", "Yêu cầu, điều kiện")
    legal_basis: tuple[LegalBasis, ...] = part("can_cu", "Căn cứ pháp lý")
    decision: PublishingDecision | None = part("quyet_dinh", "Quyết định công bố", default=None)
    services: tuple[OnlineService, ...] = part("dich_vu", "Dịch vụ công trực tuyến")
    portal_id: PortalId = part("cong_quoc_gia", "Mã bản ghi trên Cổng quốc gia", default="")
    related: tuple[Code, ...] = part("lien_quan", "Thủ tục liên quan")
    unstated: tuple[NeededLine, ...] = part(
        "nguon_khong_ghi", "Phần nguồn không ghi", "Khóa của phần mà nguồn không có thông tin"
    )
    cautions: tuple[Text, ...] = part("luu_y", "Điều chưa chắc", "Nguồn chưa rõ hoặc mâu thuẫn")
    sources: tuple[Source, ...] = part("nguon", "Nguồn")
    confirmed: Confirmation | None = part("xac_nhan", "Xác nhận của đơn vị", default=None)
    history: tuple[HistoryEntry, ...] = part(
        "lich_su", "Lịch sử", "Quyết định nào đã đổi gì, cũ trước mới sau"
    )
    abolished: Abolition | None = part("bai_bo", "Bãi bỏ", default=None)
    withdrawn: Withdrawal | None = part("thu_hoi", "Bản bị thu hồi", default=None)

    @property
    def portal_page(self) -> str:
        """The national portal's page of this procedure, or an empty string."""
        return f"{PORTAL_PAGE}{self.portal_id}" if self.portal_id else ""
