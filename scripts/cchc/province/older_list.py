"""The national portal's export until 2026, .xlsx with merged cells above and in the table.

`Mã TTHC | Tên TTHC | Lĩnh vực | Đối tượng | Cơ quan công khai | Cấp thực hiện | Tình trạng |
QĐ Công bố`. It names the level that carries out, not the agencies.
"""

from __future__ import annotations

from pathlib import Path

from cchc.province.columns import Layout
from cchc.province.content import Format, Listing
from cchc.province.rows import read_list
from cchc.province.workbook import Workbook, open_workbook

LAYOUT = Layout(
    headings={
        "ma": ("Mã TTHC", "Mã thủ tục", "Mã thủ tục hành chính"),
        "ten": ("Tên TTHC", "Tên thủ tục", "Tên thủ tục hành chính"),
        "linh_vuc": ("Lĩnh vực",),
        "doi_tuong": ("Đối tượng", "Đối tượng thực hiện"),
        "ban_hanh": ("Cơ quan công khai", "Cơ quan ban hành"),
        "cap": ("Cấp thực hiện",),
        "co_quan": ("Cơ quan thực hiện",),
        "trang_thai": ("Tình trạng",),
        "quyet_dinh": ("QĐ Công bố", "Quyết định công bố", "Số quyết định"),
    },
    needed=frozenset({"ma", "ten", "cap"}),
)


def read(path: Path) -> Listing:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_workbook(open_workbook(path))


def from_workbook(book: Workbook) -> Listing:
    """Read a workbook that is open already."""
    return read_list(book, Format.OLDER_LIST, LAYOUT)
