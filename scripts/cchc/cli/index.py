"""`cchc index`: the yearly scoring sheet begun, sent as a workbook, taken back from one."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.base.ward import load_ward
from cchc.procedures.store import load
from cchc.reform.index import Index
from cchc.reform.index_faults import INDEX, index_faults
from cchc.reform.index_making import (
    last_before,
    losses,
    put_in,
    sample_structure,
    without_points,
)
from cchc.reform.kind import Around, Fault, Loaded
from cchc.reform.periods import YEAR
from cchc.reform.store import canonical_sheet, load_sheets


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    index = commands.add_parser("index", help="bảng chấm điểm chỉ số cải cách hành chính của năm")
    acts = index.add_subparsers(title="Lệnh", metavar="LỆNH", required=True, prog="cchc index")
    new = acts.add_parser("new", help="lập tệp của năm từ tiêu chí năm trước, hoặc từ cấu trúc mẫu")
    new.add_argument("nam", type=_year, metavar="NĂM")
    new.set_defaults(run=run_new, writes=True)
    out = acts.add_parser("export", help="viết bảng chấm điểm thành .xlsx để in, gửi")
    out.add_argument("nam", type=_year, metavar="NĂM")
    out.add_argument("-o", "--output", required=True, type=_xlsx, metavar="TỆP.xlsx")
    out.set_defaults(run=run_export)
    back = acts.add_parser("import", help="lấy bảng chấm điểm từ .xlsx")
    back.add_argument("tep", type=Path, metavar="TỆP.xlsx")
    back.add_argument("--year", required=True, type=_year, metavar="NĂM", help="năm của bảng điểm")
    back.add_argument("--sheet", default="", metavar="TÊN", help="trang tính, khi tệp có nhiều")
    back.add_argument("--replace", action="store_true", help="thay các tiêu chí đã có trong tệp")
    back.set_defaults(run=run_import, writes=True)


def _year(text: str) -> str:
    if YEAR.fullmatch(text) is None:
        message = f"“{text}” không phải năm; viết như 2026"
        raise argparse.ArgumentTypeError(message)
    return text


def _xlsx(text: str) -> Path:
    if Path(text).suffix.lower() != ".xlsx":
        message = f"“{text}” không phải tên tệp Excel; viết như bang-diem.xlsx"
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def run_new(root: Path, options: argparse.Namespace) -> int:
    """Write a year's file without points; an existing one is left as it is."""
    name, path = options.nam, INDEX.path(options.nam)
    if (root / path).exists():
        message = "đã có tệp này; sửa trong tệp, hoặc xóa rồi chạy lại"
        raise Refused([Problem(path, 0, message)])
    known = load_sheets(root, INDEX, load_ward(root)).sheets
    before = last_before(name, known)
    made = without_points(known[before]) if before else sample_structure()
    write_atomically(root / path, canonical_sheet(made).encode())
    print(f"Đã viết {path}: {len(made.criteria)} tiêu chí, chưa có điểm.")
    if before:
        print(f"Tiêu chí lấy từ năm {before}; sửa theo bảng tiêu chí của năm {name}.")
    if made.sample:
        print("Đây là cấu trúc mẫu: thay bằng bảng tiêu chí thật rồi bỏ dòng `mau: true`.")
    return 0


def run_export(root: Path, options: argparse.Namespace) -> int:
    """Write the workbook of a year."""
    from cchc.reform.index_sheet.writing import write_index  # noqa: PLC0415 - many modules

    index = _of_year(load_sheets(root, INDEX, load_ward(root)), options.nam)
    agency = load_ward(root).agency.name
    write_atomically(options.output, write_index(index, options.nam, agency))
    print(f"Đã viết {options.output}: {len(index.criteria)} tiêu chí năm {options.nam}.")
    if index.sample:
        print("Bảng ghi rõ là số liệu mẫu để thử, không có thật.")
    return 0


def _of_year(loaded: Loaded[Index], year: str) -> Index:
    path = INDEX.path(year)
    broken = [each for each in loaded.problems if each.path == path]
    if broken:
        raise Refused(broken)
    index = loaded.sheets.get(year)
    if index is None or not index.criteria:
        message = f"chưa có tiêu chí nào; lập bằng `cchc index new {year}` hoặc `cchc index import`"
        raise Refused([Problem(path, 0, message)])
    return index


def run_import(root: Path, options: argparse.Namespace) -> int:
    """Put a workbook's criteria into a year's file: all of them, or nothing."""
    from cchc.reform.index_sheet.reading import read_index  # noqa: PLC0415 - many modules

    year, path = options.year, INDEX.path(options.year)
    loaded = load_sheets(root, INDEX, load_ward(root))
    broken = [each for each in loaded.problems if each.path == path]
    if broken:
        raise Refused(broken)
    old = loaded.sheets.get(year)
    around = Around(root, load_ward(root), load(root))

    def faults(index: Index) -> Iterator[Fault]:
        return index_faults(index, year, around)

    read = read_index(options.tep, year, faults, options.sheet)
    made = put_in(read.index, old, path, replace=options.replace)
    for problem in (*read.problems, *losses(read.index, old, path)):
        print(problem)
    write_atomically(root / path, canonical_sheet(made).encode())
    print(f"Đã viết {path}: {len(made.criteria)} tiêu chí từ {options.tep.name}.")
    return 0
