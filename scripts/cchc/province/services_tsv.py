"""The ward's online services with their addresses of filing, as tab-separated text.

`ma_tthc ma_dvc ten_dvc muc_do trang_thai he_thong dia_chi_nop`; some addresses lack their
scheme. All rows are the ward's own.
"""

from __future__ import annotations

import csv
import io
from pathlib import Path

from cchc.base.codes import bare_code
from cchc.base.problems import Problem
from cchc.province.content import Format, Listing, Row, refuse
from cchc.province.rows import row_of
from cchc.province.text_files import read_text

COLUMNS = {
    "ma_tthc": "ma", "ma_dvc": "ma_dvc", "ten_dvc": "ten_dvc", "muc_do": "muc_do",
    "trang_thai": "trang_thai", "dia_chi_nop": "dia_chi", "ten_tthc": "ten",
    "linh_vuc": "linh_vuc", "ma_co_quan": "ma_co_quan",
}  # fmt: skip
NEEDED = ("ma_tthc", "ten_dvc")


def read(path: Path) -> Listing:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    return from_text(path, read_text(path))


def from_text(path: Path, text: str) -> Listing:
    """Read a text that is decoded already."""
    table = csv.DictReader(io.StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    try:
        names = [name.strip() for name in table.fieldnames or ()]
        table.fieldnames = names
        lines = list(table)
    except csv.Error:
        raise refuse(path, "bảng chữ bị hỏng (có dòng quá dài hoặc ký tự lạ)", 1) from None
    missing = [name for name in NEEDED if name not in names]
    if missing:
        raise refuse(path, f"dòng đầu của bảng thiếu cột: {', '.join(missing)}", 1)
    placed = [_row(path, number, cells) for number, cells in enumerate(lines, start=2)]
    return Listing(
        source=path.name,
        format=Format.SERVICES,
        rows=tuple(each for each in placed if isinstance(each, Row)),
        columns=frozenset(COLUMNS[name] for name in names if name in COLUMNS),
        problems=tuple(each for each in placed if isinstance(each, Problem)),
    )


def _row(path: Path, number: int, cells: dict[str, str | None]) -> Row | Problem:
    texts = {part: cells.get(name) or "" for name, part in COLUMNS.items()}
    texts["ten"] = texts["ten"] or texts["ten_dvc"]
    if not bare_code(texts["ma"]) or not texts["ten"].strip():
        message = "dòng thiếu mã thủ tục (dạng d.dddddd) hoặc tên"
        return Problem(path.as_posix(), number, message)
    return row_of(number, texts)
