"""What the browser editor says under each field: one line, in words of the person who fills it in.

A field's own `description` counts first; this table has the others. A test holds it complete.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from pydantic import BaseModel

from cchc.base.notices import Notice
from cchc.procedures.history import Abolition, HistoryEntry, Withdrawal
from cchc.procedures.life_events import LifeEvent, LifeStep
from cchc.procedures.model import Procedure
from cchc.procedures.parts import (
    Agencies,
    Case,
    Confirmation,
    Fee,
    LegalBasis,
    OnlineService,
    Paper,
    PublishingDecision,
    Result,
    Source,
    SubmissionMethod,
    TimeLimit,
)

AS_SOURCE = "Ghi đúng như nguồn; nguồn không ghi thì để trống"
DECISION = "Số và ngày của quyết định"
DAY = "Chọn ngày, tháng, năm"
WEB = "Viết đủ, bắt đầu bằng https://"

HINTS: Mapping[type[BaseModel], Mapping[str, str]] = MappingProxyType(
    {
        Procedure: {
            "ma": "Không đổi được ở đây",
            "ten_goi_khac": "Người dân thường gọi thủ tục này là gì, mỗi dòng một tên",
            "tu_khoa": "Từ người dân hay gõ khi tìm, mỗi dòng một từ",
            "cap_thuc_hien": "Cấp có quyền quyết định thủ tục",
            "muc_do": "Chỉ chọn khi quyết định hoặc Cổng Dịch vụ công có ghi",
            "doi_tuong": "Ai làm thủ tục này, mỗi dòng một đối tượng",
            "co_quan": "Ai thực hiện, ai quyết định, ai phối hợp",
            "dia_chi_tiep_nhan": AS_SOURCE,
            "cach_nop": "Mỗi hình thức nộp một mục, kèm thời hạn và phí",
            "ho_so": "Mỗi trường hợp một mục; giấy tờ ai cũng phải nộp thì để trống tên trường hợp",
            "so_bo": "Số bộ hồ sơ phải nộp; thường là 1",
            "trinh_tu": "Mỗi bước một mục, theo thứ tự phải làm",
            "ket_qua": "Giấy tờ, quyết định mà người dân nhận được",
            "yeu_cau": "Điều kiện phải có thì mới làm được thủ tục",
            "can_cu": "Mỗi văn bản một mục",
            "quyet_dinh": "Quyết định của thành phố công bố nội dung đang áp dụng",
            "dich_vu": "Mỗi dịch vụ trên cổng một mục",
            "cong_quoc_gia": "Dãy chữ, số ở cuối địa chỉ trang của thủ tục trên Cổng quốc gia",
            "lien_quan": "Thủ tục mà người làm thủ tục này hay cần",
            "nguon": "Nội dung ở trên lấy từ đâu, ngày nào",
            "xac_nhan": "Điền khi người của đơn vị đã soát lại toàn bộ nội dung",
            "bai_bo": "Không đổi được ở đây",
            "thu_hoi": "Không đổi được ở đây",
        },
        TimeLimit: {
            "gia_tri": "Chỉ viết số, ví dụ 5",
            "don_vi": "Có số thì phải chọn đơn vị",
        },
        Fee: {
            "loai": "Phí và lệ phí là hai khoản khác nhau: chọn theo nguồn",
            "so_tien": "Chỉ viết số, không dấu chấm, ví dụ 8000",
        },
        SubmissionMethod: {
            "hinh_thuc": "Chọn một; hình thức khác thì thêm mục nữa",
            "thoi_han": "Số và đơn vị, hoặc lời của nguồn",
            "phi": "Mỗi khoản một mục; nguồn không ghi thì không thêm khoản nào",
            "dia_chi": WEB,
            "mo_ta": AS_SOURCE,
        },
        Paper: {
            "ten": "Tên giấy tờ đúng như nguồn",
            "mau": "Tên hoặc số của mẫu, ví dụ Mẫu số 01",
            "ban_chinh": "Chỉ viết số; nguồn không ghi thì để trống",
            "ban_sao": "Chỉ viết số; nguồn không ghi thì để trống",
            "bat_buoc": "Nguồn không ghi thì để trống",
            "ghi_chu": AS_SOURCE,
        },
        Case: {
            "truong_hop": "Để trống: giấy tờ ai cũng phải nộp",
            "giay_to": "Mỗi giấy tờ một mục",
            "luu_y": "Điều người nộp cần biết thêm, mỗi điều một mục",
        },
        Result: {
            "ten": "Tên giấy tờ nhận được",
            "ma": "Mã trên cổng, bắt đầu bằng KQ.; không có thì để trống",
            "mau": AS_SOURCE,
        },
        LegalBasis: {
            "so": "Ví dụ 60/2014/QH13; phải có số hoặc trích yếu",
            "ten": "Tên văn bản, ví dụ Luật Hộ tịch",
            "ngay": DAY,
            "co_quan": "Ví dụ Quốc hội, Chính phủ",
        },
        PublishingDecision: {
            "so": "Ví dụ 3582/QĐ-UBND",
            "ngay": DAY,
            "co_quan": "Ví dụ UBND thành phố Huế",
        },
        Agencies: {
            "thuc_hien": "Nơi giải quyết hồ sơ, mỗi dòng một cơ quan",
            "tham_quyen": "Người, cơ quan ký kết quả",
            "uy_quyen": AS_SOURCE,
            "phoi_hop": AS_SOURCE,
        },
        OnlineService: {
            "ma": "Ví dụ 1.001193.01",
            "ten": AS_SOURCE,
            "muc_do": "Chỉ chọn khi cổng có ghi",
            "dia_chi": WEB,
        },
        Source: {
            "ten": "Ví dụ Cổng Dịch vụ công quốc gia",
            "ngay": DAY,
            "dia_chi": WEB,
            "ghi_chu": "Điều cần nhớ về nguồn này",
        },
        Confirmation: {
            "nguoi": "Chức danh, đơn vị của người đã soát, ví dụ Công chức Tư pháp – Hộ tịch",
            "ngay": DAY,
            "ghi_chu": "Còn điều gì chưa chắc thì ghi ở đây",
        },
        HistoryEntry: {
            "ngay": DAY,
            "loai": "Quyết định đã làm gì với thủ tục",
            "quyet_dinh": DECISION,
            "phan": "Những phần đã đổi",
            "noi_dung": "Lời của quyết định",
        },
        Abolition: {
            "ngay": DAY,
            "quyet_dinh": DECISION,
            "thay_bang": "Mã của thủ tục thay thế",
            "can_cu": AS_SOURCE,
        },
        Withdrawal: {
            "ngay": DAY,
            "vi_sao": "Lý do thu hồi",
            "nguoi": "Chức danh của người thu hồi",
        },
        LifeEvent: {
            "khoa": "Chữ thường không dấu, số, gạch nối; đã dùng rồi thì không đổi",
            "ten": "Như người dân nói, ví dụ Kết hôn",
            "mo_ta": "Một câu ngắn",
            "tu_khoa": "Từ người dân hay gõ, mỗi dòng một từ",
            "thu_tuc": "Xếp theo thứ tự cần làm",
        },
        LifeStep: {
            "ma": "Tìm theo tên hoặc mã",
            "vi_sao": "Một câu, ví dụ: Làm trước tiên, vì nhiều việc sau cần Giấy khai sinh",
        },
        Notice: {
            "tu": DAY,
            "den": "Hết ngày này thông báo tự mất, không phải xóa",
            "noi_dung": "Một, hai câu; không viết HOA cả câu",
            "muc_do": "Khẩn: chỉ khi người dân phải làm ngay",
            "lien_ket": "Trang đọc thêm, ví dụ lien-he/ hoặc https://…; có thể bỏ trống",
        },
    }
)


def hint_of(model: type[BaseModel], name: str) -> str:
    """Give the hint of a model's field by its Python name; empty where nobody wrote one."""
    field = model.model_fields[name]
    return field.description or HINTS.get(model, {}).get(field.alias or name, "")
