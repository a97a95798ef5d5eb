from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.province import national_list, older_list, province_sheet, services_tsv
from cchc.province.content import Listing
from tests.province import sheets
from tests.real_data import SERVICES, WARD_SHEET, national_lists, needs_real_data


def reason(refused: pytest.ExceptionInfo[Refused]) -> str:
    return refused.value.problems[0].message


def test_todays_national_list(tmp_path: Path) -> None:
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH, sheets.NOTARY])
    listing = national_list.read(path)
    birth, notary = listing.rows
    assert (birth.number, birth.code, birth.name) == (3, "1.001193", "Thủ tục đăng ký khai sinh")
    assert birth.agencies == ("Ủy ban nhân dân cấp xã",)
    assert (notary.issuer, notary.field) == ("Bộ Tư pháp", "Công chứng")
    assert listing.problems == ()


def test_agencies_are_split_by_line_breaks_and_only_there(tmp_path: Path) -> None:
    cell = "\nThuế tỉnh, thành phố\n\nỦy ban nhân dân cấp xã\nỦy ban nhân dân cấp xã"
    path = sheets.national_list(tmp_path / "a.xlsx", [(*sheets.BIRTH[:3], cell, "Thuế")])
    (row,) = national_list.read(path).rows
    assert row.agencies == ("Thuế tỉnh, thành phố", "Ủy ban nhân dân cấp xã")


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ("2.000205.000.00.00.H17", "2.000205"),
        ("1.013226.H17", "1.013226"),
        (" 1.001193\n", "1.001193"),
        (1.00008, "1.000080"),  # Excel made a number of it
        (2.000815, "2.000815"),
    ],
)
def test_codes_as_real_files_hold_them(tmp_path: Path, cell: object, code: str) -> None:
    path = sheets.national_list(tmp_path / "a.xlsx", [(cell, *sheets.BIRTH[1:])])
    assert [row.code for row in national_list.read(path).rows] == [code]


def test_hazards_of_text_in_names(tmp_path: Path) -> None:
    name = "  Ða\u0306ng ky\u0301\u00a0khai  s\u00adinh\u200e"
    path = sheets.national_list(tmp_path / "a.xlsx", [("1.001193", name, *sheets.BIRTH[2:])])
    assert national_list.read(path).rows[0].name == "Đăng ký khai sinh"


def test_a_row_that_cannot_be_placed_is_told_and_not_lost(tmp_path: Path) -> None:
    rows = [
        sheets.BIRTH,
        ("", "Tên không có mã", "Bộ Tư pháp", "UBND cấp xã", ""),
        ("1.5", "Mã sai", "Bộ Tư pháp", "", ""),
        ("1.001193 1.000656", "Hai mã", "Bộ Tư pháp", "", ""),
        ("1.000894", "", "Bộ Tư pháp", "", ""),
        ("", "", "", "", ""),
    ]
    listing = national_list.read(sheets.national_list(tmp_path / "a.xlsx", rows))
    assert [row.code for row in listing.rows] == ["1.001193"]
    assert [problem.line for problem in listing.problems] == [4, 5, 6, 7]
    assert "không có mã thủ tục: “Tên không có mã”" in listing.problems[0].message
    assert "có nhiều mã" in listing.problems[2].message


def test_the_lists_own_total_is_kept(tmp_path: Path) -> None:
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH, ("Tổng số: 1.708 thủ tục",)])
    assert national_list.read(path).declared == 1708


def test_a_list_without_its_heading_or_its_code_column_is_refused(tmp_path: Path) -> None:
    bare = sheets.save(tmp_path / "a.xlsx", [sheets.BIRTH, sheets.DEATH])
    with pytest.raises(Refused) as refused:
        national_list.read(bare)
    assert "không thấy dòng tiêu đề" in reason(refused)
    codeless = sheets.save(tmp_path / "b.xlsx", [sheets.NATIONAL[1:], sheets.BIRTH[1:]])
    with pytest.raises(Refused) as refused:
        national_list.read(codeless)
    assert reason(refused).startswith("bảng thiếu cột: Mã số")


def test_the_older_list_with_cells_merged_above_and_in_the_table(tmp_path: Path) -> None:
    rows = [
        ("DANH SÁCH THỦ TỤC HÀNH CHÍNH",),
        ("Cơ quan: Tất cả", "", "", "Ngày xuất: 01/06/2025"),
        (),
        sheets.OLDER,
        ("1.001193", "Đăng ký khai sinh", "Hộ tịch", "Công dân Việt Nam, Người nước ngoài",
         "Bộ Tư pháp", "Cấp Xã", "Công khai", "Quyết định số 163/QĐ -BTP"),
        ("1.000656", "Đăng ký khai tử", "", "Công dân Việt Nam", "Bộ Tư pháp", "Cấp Tỉnh, Cấp Xã",
         "Công khai", "1681"),
    ]  # fmt: skip
    path = sheets.save(tmp_path / "a.xlsx", rows, ["A1:H1", "A2:C2", "C5:C6"])
    birth, death = older_list.read(path).rows
    assert birth.decision == "163/QĐ-BTP"
    assert birth.audience == ("Công dân Việt Nam", "Người nước ngoài")
    assert (death.field, death.levels, death.decision) == ("Hộ tịch", "Cấp Tỉnh, Cấp Xã", "1681")


def test_two_services_of_one_procedure_are_two_rows(tmp_path: Path) -> None:
    rows = [sheets.service("1.116307", "A"), sheets.service("1.116307", "A", "02")]
    listing = province_sheet.read(sheets.province_sheet(tmp_path / "a.xlsx", rows))
    assert [row.service_code for row in listing.rows] == ["1.116307.01", "1.116307.02"]
    assert {row.agency_code for row in listing.rows} == {"H57.112"}


def test_services_with_addresses(tmp_path: Path) -> None:
    path = tmp_path / "dich-vu.tsv"
    path.write_text(
        "ma_tthc\tma_dvc\tten_dvc\tmuc_do\ttrang_thai\the_thong\tdia_chi_nop\n"
        "1.001193\t1.001193.02\tĐăng ký khai sinh\tToàn trình\tChính thức\t\tdvc.gov.vn/nop?a=1\n"
        "khong\t\tHỏng\t\t\t\t\n",
        encoding="utf-8",
    )
    listing = services_tsv.read(path)
    assert listing.rows[0].address == "dvc.gov.vn/nop?a=1"
    assert [problem.line for problem in listing.problems] == [3]


def test_another_table_of_text_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.tsv"
    path.write_text("ten\tnam\nA\t1\n", encoding="utf-8")
    with pytest.raises(Refused) as refused:
        services_tsv.read(path)
    assert "thiếu cột: ma_tthc, ten_dvc" in reason(refused)


@needs_real_data
def test_the_seven_real_lists() -> None:
    listings = [national_list.read(path) for path in national_lists()]
    assert sum(len(listing.rows) for listing in listings) == 2642
    assert [problem for listing in listings for problem in listing.problems] == []
    codes = [row.code for listing in listings for row in listing.rows]
    assert len(set(codes)) == 2642, "không mã nào lặp trong bảy tệp thật"
    assert all(listing.dated and listing.dated.year == 2026 for listing in listings)


def services_of(listing: Listing) -> set[tuple[str, str]]:
    return {(row.code, row.service_code) for row in listing.rows}


@needs_real_data
def test_the_wards_real_list_in_its_two_forms() -> None:
    sheet, table = province_sheet.read(WARD_SHEET), services_tsv.read(SERVICES)
    assert len(sheet.rows) == len(table.rows) == 359
    assert services_of(sheet) == services_of(table)
    assert len({row.code for row in table.rows}) == 357


def test_a_sheet_that_lies_about_its_size_is_read_whole(tmp_path: Path) -> None:
    made = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH, sheets.DEATH])
    lying = tmp_path / "b.xlsx"
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(lying, "x") as new:
        for name in old.namelist():
            content = old.read(name).replace(b'<dimension ref="A1:E4"', b'<dimension ref="A1:A1"')
            new.writestr(name, content)
        assert b'<dimension ref="A1:A1"' in new.read("xl/worksheets/sheet1.xml")
    assert [row.code for row in national_list.read(lying).rows] == ["1.001193", "1.000656"]
