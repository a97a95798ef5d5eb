"""A province's own spreadsheet of online services, one row a service.

`MaTTHC | Tên TTHC | MaDVC | TenDVC | TenCQTH | MaCQTH | MucDo | Trạng thái | LinhVuc |
LoaiHeThong | Cap`. A procedure with two services has two rows: no duplicate.
"""

from __future__ import annotations

from pathlib import Path

from cchc.province.columns import Layout
from cchc.province.content import Format, Listing
from cchc.province.rows import read_list
from cchc.province.workbook import Workbook, open_workbook

LAYOUT = Layout(
    headings={
        "ma": ("MaTTHC", "Mã thủ tục"),
        "ten": ("Tên TTHC", "TenTTHC", "Tên thủ tục"),
        "ma_dvc": ("MaDVC", "Mã dịch vụ công"),
        "ten_dvc": ("TenDVC", "Tên dịch vụ công"),
        "co_quan": ("TenCQTH", "Cơ quan thực hiện"),
        "ma_co_quan": ("MaCQTH", "Mã cơ quan thực hiện"),
        "muc_do": ("MucDo", "Mức độ"),
        "trang_thai": ("Trạng thái", "Tình trạng"),
        "linh_vuc": ("LinhVuc", "Lĩnh vực"),
        "he_thong": ("LoaiHeThong", "Loại hệ thống"),
        "cap": ("Cap", "Cấp thực hiện"),
        "dia_chi": ("DiaChiNop", "Địa chỉ nộp"),
    },
    needed=frozenset({"ma", "ten", "ma_dvc"}),
)


def read(path: Path) -> Listing:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_workbook(open_workbook(path))


def from_workbook(book: Workbook) -> Listing:
    """Read a workbook that is open already."""
    return read_list(book, Format.PROVINCE_SHEET, LAYOUT)
