"""Today's export of the national portal, “Danh sách TTHC” .xlsx.

A banner over the whole width, then `Mã số | Tên | Cơ quan ban hành | Cơ quan thực hiện | Lĩnh vực`;
several agencies in one cell, split by line breaks, often empty lines among them.
"""

from __future__ import annotations

from pathlib import Path

from cchc.province.columns import Layout
from cchc.province.content import Format, Listing
from cchc.province.rows import read_list
from cchc.province.workbook import Workbook, open_workbook

LAYOUT = Layout(
    headings={
        "ma": ("Mã số",),
        "ten": ("Tên", "Tên thủ tục hành chính", "Tên thủ tục"),
        "ban_hanh": ("Cơ quan ban hành",),
        "co_quan": ("Cơ quan thực hiện",),
        "linh_vuc": ("Lĩnh vực",),
    },
    needed=frozenset({"ma", "ten", "co_quan"}),
)


def read(path: Path) -> Listing:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_workbook(open_workbook(path))


def from_workbook(book: Workbook) -> Listing:
    """Read a workbook that is open already."""
    return read_list(book, Format.NATIONAL_LIST, LAYOUT, dated=True)
