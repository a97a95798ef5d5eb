"""Spreadsheets shaped like the real ones, for the readers to read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook

Rows: TypeAlias = Sequence[Sequence[object]]

BANNER = (
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập – Tự do – Hạnh phúc\n\n"
    "DANH SÁCH THỦ TỤC HÀNH CHÍNH\n\n"
)
NATIONAL = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
OLDER = (
    "Mã TTHC", "Tên TTHC", "Lĩnh vực", "Đối tượng", "Cơ quan công khai", "Cấp thực hiện",
    "Tình trạng", "QĐ Công bố",
)  # fmt: skip
PROVINCE = (
    "MaTTHC", "Tên TTHC", "MaDVC", "TenDVC", "TenCQTH", "MaCQTH", "MucDo", "Trạng thái",
    "LinhVuc", "LoaiHeThong", "Cap",
)  # fmt: skip

BIRTH = ("1.001193", "Thủ tục đăng ký khai sinh", "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", "Hộ tịch")
DEATH = ("1.000656", "Thủ tục đăng ký khai tử", "Bộ Tư pháp", "Ủy ban nhân dân cấp xã", "Hộ tịch")
NOTARY = ("2.000789", "Thành lập Văn phòng công chứng", "Bộ Tư pháp", "Sở Tư pháp", "Công chứng")


def save(path: Path, rows: Rows, merged: Sequence[str] = ()) -> Path:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    for cells in merged:
        sheet.merge_cells(cells)
    book.save(path)
    return path


def national_list(path: Path, rows: Rows) -> Path:
    """A banner merged over the whole width, the heading, the rows."""
    return save(path, [(BANNER,), NATIONAL, *rows], ["A1:E1"])


def province_sheet(path: Path, rows: Rows) -> Path:
    return save(path, [PROVINCE, *rows])


def service(
    code: str, name: str, number: str = "01", agency: str = "H57.112", level: str = "Toàn trình"
) -> tuple[str, ...]:
    """A row of a province's spreadsheet."""
    return (
        code, name, f"{code}.{number}", name, "Phường Hương An", agency, level, "Chính thức",
        "", "DVC thực hiện tại hệ thống địa phương", "Xã",
    )  # fmt: skip
