"""What the check looks for in published finances: periods, days, tables, sums."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from cchc.base.yaml_read import Location
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.finance.publication import FinanceYear, Publication
from cchc.reform.finance.sums import wrong_sums
from cchc.reform.finance.tables import BadTableError, Table, read_table
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import YEAR, NotAPeriodError, period


def finance_faults(sheet: FinanceYear, name: str, around: Around) -> Iterator[Fault]:
    """Find keys twice, periods of another year, tables that cannot be read, sums that are wrong."""
    seen: set[str] = set()
    for index, each in enumerate(sheet.publications):
        at: Location = ("cong_khai", index)
        if each.key in seen:
            yield Fault((*at, "ma"), f"mã {each.key} đã có ở trên; mỗi bảng một mã, đổi mã này")
        seen.add(each.key)
        yield from _period(each, at, int(name))
        yield from _table(each, at, around)
        files = iter([(at, Evidence(name="x", link=each.file))])
        yield from (Fault((*at, "tep"), f.message) for f in missing_files(around.root, files))


def _period(each: Publication, at: Location, year: int) -> Iterator[Fault]:
    try:
        of = period(each.period)
    except NotAPeriodError as error:
        yield Fault((*at, "ky"), str(error))
        return
    if of.first.year != year:
        message = f"kỳ {each.period} ngoài năm ngân sách {year}; sửa kỳ hoặc chuyển tệp"
        yield Fault((*at, "ky"), message)
    if not year - 1 <= each.day.year <= year + 2:
        message = f"ngày công khai {each.day:%d/%m/%Y} xa năm ngân sách {year}; sửa ngày"
        yield Fault((*at, "ngay"), message)


def _table(each: Publication, at: Location, around: Around) -> Iterator[Fault]:
    if not each.table:
        if not each.file:
            yield Fault(at, "chưa có `bang` (tệp .csv, .xlsx) lẫn `tep` (văn bản); thêm một")
        return
    path = around.root / FINANCE.place / each.table
    if not path.is_file():
        message = f"không có tệp {FINANCE.place}/{each.table}; thêm tệp hoặc sửa tên"
        yield Fault((*at, "bang"), message)
        return
    try:
        table = read_table(path)
    except BadTableError as error:
        yield Fault((*at, "bang"), f"{each.table}: {error}")
        return
    for index, message in wrong_sums(each, table):
        yield Fault((*at, "tong", index), message)
    if each.chart and table.column(each.chart) is None:
        known = ", ".join(n for n, holds in zip(table.columns, table.figures, strict=True) if holds)
        message = f"không có cột số “{each.chart}” trong {each.table}; chọn một trong: {known}"
        yield Fault((*at, "bieu_do"), message)


def load_tables(root: Path, sheets: Mapping[str, FinanceYear]) -> dict[str, Table]:
    """Read every table that publications name, by its file's name; a bad one is left out."""
    found: dict[str, Table] = {}
    for name in sorted({p.table for sheet in sheets.values() for p in sheet.publications} - {""}):
        path = root / FINANCE.place / name
        try:
            found[name] = read_table(path)
        except BadTableError:
            continue  # told by the check, and the page leads to the file itself
    return found


FINANCE = Kind(
    folder="tai-chinh",
    title="Công khai tài chính",
    model=FinanceYear,
    named=YEAR,
    example="2026",
    faults=finance_faults,
)
