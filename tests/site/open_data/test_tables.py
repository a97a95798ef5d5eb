"""procedures.csv and procedures.xlsx: whole, harmless, open in real spreadsheet programs."""

from __future__ import annotations

import csv
import datetime as dt
import io
import subprocess
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from frictionless import Package

from cchc.province.decision.files import office
from cchc.reform.kinds import KINDS
from cchc.site.open_data.csv_file import harmless
from cchc.site.open_data.rows import COLUMNS, MOST
from tests.site.open_data.made import FORMULAS, made_files, made_portal, parsed, written
from tests.site.samples import portal_of, procedure

OFFICE = office.program()
needs_office = pytest.mark.skipif(OFFICE is None, reason="máy không có LibreOffice")
# Commas, double quotes, UTF-8, from line 1; the first column is text: codes are no numbers.
AS_TEXT = "CSV:44,34,76,1,1/2"


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def csv_rows() -> dict[str, dict[str, str]]:
    return {each["ma"]: each for each in table(made_files()["procedures.csv"].content)}


def workbook(content: bytes) -> Any:  # noqa: ANN401 - openpyxl's workbook
    return openpyxl.load_workbook(io.BytesIO(content))


def test_the_csv_begins_with_the_mark_that_excel_needs() -> None:
    content = made_files()["procedures.csv"].content
    assert content.startswith(b"\xef\xbb\xbfma,ten,")
    assert content.count(b"\r\n") == content.count(b"\n") == 11


def test_every_procedure_is_a_row_with_its_code_day_and_licence() -> None:
    rows = csv_rows()
    assert set(rows) == {each["ma"] for each in parsed("procedures.json")["thu_tuc"]}
    full = rows["1.001193"]
    assert full["ten"] == "Thủ tục đăng ký khai sinh"
    assert full["thoi_han"] == "Trực tiếp: 05 ngày làm việc; Trực tuyến: 15 ngày"
    assert full["phi"] == (
        "Trực tiếp: Lệ phí: 8.000 đồng; Trực tuyến: Phí: Theo quy định của Hội đồng nhân dân"
    )
    assert full["giay_to"] == "Tờ khai; Giấy chứng sinh"
    assert {each["ngay_du_lieu"] for each in rows.values()} == {"2026-11-24"}
    assert {each["giay_phep"] for each in rows.values()} == {
        "Phường chưa ban hành giấy phép riêng cho phần nội dung."
    }
    assert rows["1.013040"]["phi"] == ""


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("=1+1", "'=1+1"),
        ("+84 234", "'+84 234"),
        ("-2+3", "'-2+3"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("＝HYPERLINK(1)", "'＝HYPERLINK(1)"),
        (" =1+1", "' =1+1"),
        ("Tờ khai; =cmd|' /C calc'!A0", "Tờ khai;' =cmd|' /C calc'!A0"),
        ("Tờ khai; - Bản chính", "Tờ khai; - Bản chính"),
        ("Luật 1+1 = 2", "Luật 1+1 = 2"),
        ("", ""),
    ],
)
def test_no_cell_of_the_csv_can_run(words: str, shown: str) -> None:
    assert harmless(words) == shown


def test_the_csv_holds_the_hostile_names_disarmed() -> None:
    names = [each["ten"] for each in csv_rows().values() if each["ma"].startswith("1.00000")]
    assert sorted(names) == sorted(f"'{each}" for each in FORMULAS)


def test_the_workbook_holds_text_and_days_never_a_formula() -> None:
    sheet, about = workbook(made_files()["procedures.xlsx"].content).worksheets
    assert [cell.value for cell in sheet[1]] == [column.title for column in COLUMNS]
    lines = {row[0].value: row for row in sheet.iter_rows(min_row=2)}
    assert len(lines) == 10
    assert {cell.data_type for row in lines.values() for cell in row} <= {"s", "n", "d"}
    assert {row[1].value for code, row in lines.items() if code < "1.001"} == set(FORMULAS)
    days = {c.key: n for n, c in enumerate(COLUMNS)}
    assert lines["1.001193"][days["quyet_dinh_ngay"]].value == dt.datetime(2026, 2, 5)  # noqa: DTZ001 - a cell has no zone
    said = [(row[0].value, row[1].value) for row in about.iter_rows()]
    assert ("Ngày của dữ liệu", "24/11/2026") in said
    none = "Phường chưa ban hành giấy phép riêng cho phần nội dung."
    assert ("Giấy phép dùng lại", none) in said
    assert {(column.title, column.key) for column in COLUMNS} <= set(said)


def test_the_workbook_knows_no_clock() -> None:
    with zipfile.ZipFile(io.BytesIO(made_files()["procedures.xlsx"].content)) as parts:
        assert {each.date_time for each in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = parts.read("docProps/core.xml").decode()
    assert core.count("2026-11-24T00:00:00Z") == core.count("T00:00:00Z") == 2


def test_a_cell_is_never_longer_than_a_spreadsheet_takes() -> None:
    papers = [{"ten": f"Giấy tờ thứ {n} " + "dài " * 60} for n in range(300)]
    files = made_files(portal_of(procedure(ho_so=[{"giay_to": papers}])))
    (row,) = table(files["procedures.csv"].content)
    assert MOST - 100 < len(row["giay_to"]) <= MOST + 1
    assert row["giay_to"].endswith("…")
    sheet = workbook(files["procedures.xlsx"].content).worksheets[0]
    assert row["giay_to"] in {cell.value for cell in sheet[2]}


@needs_office
def test_libreoffice_opens_the_csv_and_reads_every_cell_back(tmp_path: Path) -> None:
    source = tmp_path / "procedures.csv"
    source.write_bytes(made_files()["procedures.csv"].content)
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [str(OFFICE), profile, "--headless", f"--infilter={AS_TEXT}", "--convert-to", "xlsx",
         "--outdir", str(tmp_path), str(source)],
        check=True, capture_output=True, timeout=120,
    )  # fmt: skip
    (sheet,) = openpyxl.load_workbook(tmp_path / "procedures.xlsx").worksheets
    first, *lines = [[cell.value for cell in row] for row in sheet.iter_rows()]
    assert first == [column.key for column in COLUMNS]
    known = csv_rows()
    assert [line[0] for line in lines] == list(known)
    for line in lines:
        assert [_text(cell) for cell in line] == list(known[str(line[0])].values())
    assert not any(cell.data_type == "f" for row in sheet.iter_rows() for cell in row)


def _text(cell: object) -> str:
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return "" if cell is None else str(cell)


def test_frictionless_finds_the_package_and_each_file_valid(tmp_path: Path) -> None:
    report = Package(str(written(tmp_path) / "datapackage.json")).validate()
    assert report.flatten(["name", "type", "message"]) == []
    assert {task.name for task in report.tasks} == {
        "procedures-xlsx", "procedures-csv", "procedures-json", "decisions-json",
        "cpsv-ap-jsonld", "feeds-json", *(f"{each.folder}-json" for each in KINDS),
    }  # fmt: skip
    assert {t.stats["rows"] for t in report.tasks if t.type == "table"} == {10}


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("1.013040", "1.013041", "hash-count"),
        ("2026-11-24", "24-11-2026", "type-error"),
        ("1.013040", "1.001193", "primary-key"),
    ],
)
def test_frictionless_finds_what_was_changed(tmp_path: Path, old: str, new: str, kind: str) -> None:
    table_path = written(tmp_path) / "procedures.csv"
    text = table_path.read_text(encoding="utf-8-sig")
    assert old in text
    table_path.write_text(text.replace(old, new), encoding="utf-8-sig", newline="\n")
    report = Package(str(tmp_path / "datapackage.json")).validate()
    assert kind in {found for (found,) in report.flatten(["type"])}


def test_the_package_says_day_licence_and_who() -> None:
    package = parsed("datapackage.json")
    assert package["version"] == "2026-11-24"
    assert package["created"] == "2026-11-24T00:00:00+07:00"
    assert "Phường chưa ban hành giấy phép riêng cho phần nội dung." in package["description"]
    assert "licenses" not in package
    assert package["homepage"] == "https://huongan.example/du-lieu/"
    assert "homepage" not in parsed("datapackage.json", made_portal(site_url=""))
