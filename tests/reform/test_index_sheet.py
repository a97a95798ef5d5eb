"""The scoring sheet as a workbook: what goes out comes back; what others send is read or told."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import openpyxl
import pytest
import python_calamine
from openpyxl.worksheet.worksheet import Worksheet

from cchc.base.problems import Refused
from cchc.base.ward import load_ward
from cchc.procedures.store import load
from cchc.reform.index import Index
from cchc.reform.index_faults import INDEX, index_faults
from cchc.reform.index_making import put_in, summed
from cchc.reform.index_sheet.columns import Column, find_heading, letter
from cchc.reform.index_sheet.levels import Level, level_of, number_of
from cchc.reform.index_sheet.reading import Read, read_index
from cchc.reform.index_sheet.writing import SAMPLE, write_index
from cchc.reform.kind import Around, Fault
from cchc.reform.store import canonical_sheet, read_sheet
from tests.reform.samples import SAMPLE as FIXTURES
from tests.reform.test_index import RIGHT

Reader = Callable[..., Read]
AGENCY = "UBND phường Hương An"
HEAD = ("STT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định", "Minh chứng", "Giải trình")
ROWS: list[Sequence[object]] = [
    ("I", "CÔNG TÁC CHỈ ĐẠO ĐIỀU HÀNH", 6, 5.5, None, None, None),
    (1, "Kế hoạch", 6, 5.5, None, None, None),
    (1.1, "Ban hành kế hoạch", 2.5, 2.5, None, "Kế hoạch số 05/KH-UBND", None),
    (1.2, "Làm theo kế hoạch", 3.5, 3, None, "Báo cáo số 90/BC-UBND", "Một việc muộn"),
    ("II", "Tác động", 4, 4, None, None, None),
    ("2", "Hài lòng", "4", "4,0", "-", "Kết quả khảo sát", None),
    (None, "Tổng cộng", 10, 9.5, None, None, None),
]  # fmt: skip


def fixture(year: str) -> Index:
    path = FIXTURES / "chi-so" / f"{year}.yml"
    return read_sheet(INDEX, path.name, path.read_bytes())


def workbook(path: Path, rows: Sequence[Sequence[object]], head: Sequence[object] = HEAD) -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert isinstance(sheet, Worksheet)
    sheet.append(["UBND PHƯỜNG HƯƠNG AN"])
    sheet.append(["BẢNG TỰ CHẤM ĐIỂM NĂM 2026"])
    for row in (head, *rows):
        sheet.append(list(row))
    book.save(path)
    return path


@pytest.fixture
def read(portal: Path) -> Reader:
    around = Around(portal, load_ward(portal), load(portal))

    def faults(index: Index) -> Iterator[Fault]:
        return index_faults(index, "2026", around)

    def reader(path: Path, sheet: str = "") -> Read:
        return read_index(path, "2026", faults, sheet)

    return reader


def refused(read: Reader, path: Path, sheet: str = "") -> str:
    with pytest.raises(Refused) as caught:
        read(path, sheet)
    return str(caught.value)


@pytest.mark.parametrize("year", ["2025", "2026"])
def test_what_goes_out_comes_back(tmp_path: Path, read: Reader, year: str) -> None:
    path = tmp_path / "bang.xlsx"
    index = fixture(year)
    path.write_bytes(write_index(index, "2026", AGENCY))
    back = read(path)
    assert back.problems == ()
    assert tuple(map(summed, back.index.criteria)) == index.criteria
    assert back.index.sample
    assert back.index.stated.self_score == index.stated.self_score
    assert canonical_sheet(put_in(back.index, index, "", replace=True)) == canonical_sheet(index)


def test_the_same_index_gives_the_same_bytes() -> None:
    assert write_index(fixture("2025"), "2025", AGENCY) == write_index(
        fixture("2025"), "2025", AGENCY
    )


def test_sums_are_formulas_with_the_right_values_kept(tmp_path: Path) -> None:
    path = tmp_path / "bang.xlsx"
    path.write_bytes(write_index(fixture("2025"), "2025", AGENCY))
    made = openpyxl.load_workbook(path).worksheets[0]
    kept = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0)
    rows = kept.to_python(skip_empty_area=False)
    sums = [each for row in made.iter_rows() for each in row if each.data_type == "f"]
    assert len(sums) == 3 * (8 + 7 + 1)
    total = next(row for row in rows if row[1] == "Tổng cộng")
    assert total[2:5] == [100, 89, 86.25]
    assert SAMPLE in [cell for row in rows for cell in row]


def test_libreoffice_counts_the_same(tmp_path: Path) -> None:
    """The formulas are counted anew by another program and give what the file kept."""
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("máy không có LibreOffice")
    path = tmp_path / "bang.xlsx"
    path.write_bytes(write_index(fixture("2025"), "2025", AGENCY))
    command = [office, f"-env:UserInstallation=file://{tmp_path}/office", "--headless",
               "--convert-to", "csv:Text - txt - csv (StarCalc):59,34,76", "--outdir", str(tmp_path), str(path)]  # fmt: skip
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    lines = (tmp_path / "bang.csv").read_text(encoding="utf-8")
    assert ";Tổng cộng;100;89;86.25;" in lines


def test_no_text_becomes_a_formula(tmp_path: Path) -> None:
    evil = '=HYPERLINK("http://evil.example","x")'
    index = read_sheet(INDEX, "x.yml", RIGHT.replace("ten: Hài lòng", f"ten: '{evil}'").encode())
    path = tmp_path / "bang.xlsx"
    path.write_bytes(write_index(index, "2026", "=1+1"))
    sheet = openpyxl.load_workbook(path).worksheets[0]
    formulas = [
        str(each.value) for row in sheet.iter_rows() for each in row if each.data_type == "f"
    ]
    assert formulas
    assert all(each.startswith("=IF(COUNT(") for each in formulas)
    assert not any("hyperlink" in name.lower() for name in zipfile.ZipFile(path).namelist())


def test_a_sheet_as_an_office_sends_it(tmp_path: Path, read: Reader) -> None:
    found = read(workbook(tmp_path / "a.xlsx", ROWS))
    first, second = found.index.criteria
    assert (first.number, first.field, second.number) == ("1", "Công tác chỉ đạo điều hành", "2")
    assert [each.number for each in first.components] == ["1.1", "1.2"]
    assert first.components[1].explanation == "Một việc muộn"
    assert second.self_score == 4
    assert second.verified is None
    assert found.index.stated.self_score is not None
    assert found.problems == ()


def test_columns_in_another_order_and_other_words(tmp_path: Path, read: Reader) -> None:
    order = (5, 1, 0, 3, 2)
    head = (
        "Tài liệu kiểm chứng",
        "Nội dung tiêu chí",
        "TT",
        "Điểm đơn vị tự đánh giá",
        "Thang điểm",
    )
    rows = [[row[place] for place in order] for row in ROWS]
    found = read(workbook(tmp_path / "a.xlsx", rows, head))
    assert [each.number for each in found.index.criteria] == ["1", "2"]
    assert found.index.criteria[1].evidence[0].name == "Kết quả khảo sát"
    told = [str(each) for each in found.problems]
    assert "a.xlsx:3: nhắc: không có cột “Thẩm định”; phần này để trống" in told


def test_a_heading_of_two_rows_with_merged_cells(tmp_path: Path, read: Reader) -> None:
    path = workbook(tmp_path / "a.xlsx", [(None, None, None, *HEAD[3:5]), *ROWS],
                    ("STT", "Tiêu chí", "Điểm tối đa", "Điểm", None, "Minh chứng", "Giải trình"))  # fmt: skip
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    for cells in ("A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4", "G3:G4"):
        sheet.merge_cells(cells)
    book.save(path)
    assert read(path).index.criteria[0].components[0].self_score is not None


def test_numbers_of_columns_repeated_headings_and_signatures_are_no_criteria(
    tmp_path: Path, read: Reader
) -> None:
    numbers = tuple(f"({n})" for n in range(1, 8))
    rows = [numbers, *ROWS[:4], HEAD, *ROWS[4:], (), (None, "NGƯỜI LẬP"), (None, "(Ký tên)")]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert len(found.index.criteria) == 2
    assert found.problems == ()


def test_three_levels_of_figures(tmp_path: Path, read: Reader) -> None:
    rows = [
        (1, "Chỉ đạo", 3, 3), ("1.1", "Kế hoạch", 3, 3),
        ("1.1.1", "Ban hành", 1, 1, None, "Kế hoạch"), ("1.1.2", "Làm", 2, 2, None, "Báo cáo"),
    ]  # fmt: skip
    (only,) = read(workbook(tmp_path / "a.xlsx", rows)).index.criteria
    assert (only.number, only.field) == ("1.1", "Chỉ đạo")
    assert [each.number for each in only.components] == ["1.1.1", "1.1.2"]


def test_letters_dashes_and_nothing_for_numbers_are_numbered_and_told(
    tmp_path: Path, read: Reader
) -> None:
    rows = [(1, "Kế hoạch", 3, 3), ("a)", "Ban hành", 1, 1, None, "Kế hoạch"),
            ("-", "Làm", 2, 2, None, "Báo cáo"), (None, "Lưu ý: chấm theo quý")]  # fmt: skip
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert [each.number for each in found.index.criteria[0].components] == ["1.a", "1.2"]
    told = [str(each) for each in found.problems]
    assert "a.xlsx:6: nhắc: “Làm” không có số thứ tự; đặt là 1.2" in told
    assert any("a.xlsx:7: nhắc: không lấy dòng “Lưu ý: chấm theo quý”" in each for each in told)


def test_the_tenth_component_gets_its_zero_back(tmp_path: Path, read: Reader) -> None:
    parts = [(float(f"1.{n}"), f"Phần {n}", 1, 1, None, "Văn bản") for n in range(1, 10)]
    rows = [(1, "Kế hoạch", 10, 10), *parts, (1.1, "Phần 10", 1, 1, None, "Văn bản")]
    found = read(workbook(tmp_path / "a.xlsx", rows))
    assert found.index.criteria[0].components[-1].number == "1.10"
    assert "a.xlsx:14: nhắc: ô số ghi 1.1 sau 1.9; hiểu là 1.10" in map(str, found.problems)


def test_evidence_a_line_each_with_its_link(tmp_path: Path, read: Reader) -> None:
    cell = "- Kế hoạch số 05/KH-UBND\n- Bài đăng (https://hue.example/bai)\nDanh sách (cai-cach/index.md)"
    found = read(workbook(tmp_path / "a.xlsx", [(1, "Kế hoạch", 3, 3, None, cell)]))
    pieces = found.index.criteria[0].evidence
    assert [each.link for each in pieces] == ["", "https://hue.example/bai", "cai-cach/index.md"]
    assert pieces[0].name == "Kế hoạch số 05/KH-UBND"


def changed(row: int, column: int, value: object) -> list[list[object]]:
    rows = [list(each) for each in ROWS]
    rows[row][column] = value
    return rows


REFUSED = [
    (changed(2, 3, "hai"), "a.xlsx:6: lỗi: cột “Tự chấm”: “hai” không phải số điểm"),
    (changed(2, 3, -1), "a.xlsx:6: lỗi: cột “Tự chấm”: “-1” không phải số điểm"),
    (changed(2, 3, 3), "a.xlsx:6: lỗi: điểm tự chấm 3 lớn hơn điểm tối đa 2,5"),
    (changed(2, 2, None), "a.xlsx:6: lỗi: tiêu chí 1.1 chưa có điểm tối đa"),
    (changed(2, 2, 2), "a.xlsx:5: lỗi: điểm tối đa của tiêu chí 1 ghi 6, cộng các phần được 5,5"),
    (changed(1, 3, 5), "a.xlsx:5: lỗi: điểm tự chấm của tiêu chí 1 ghi 5, cộng các phần được 5,5"),
    (changed(0, 2, 7), "a.xlsx:4: lỗi: điểm tối đa của lĩnh vực ghi 7, cộng các tiêu chí được 6"),
    (changed(3, 0, 1.1), "a.xlsx:7: lỗi: số 1.1 đã có ở trên"),
    (changed(3, 0, 3.2), "a.xlsx:7: lỗi: số 3.2 không thuộc tiêu chí 1"),
    (changed(5, 1, None), "a.xlsx:9: lỗi: dòng có số mà không có tên tiêu chí"),
    (changed(5, 1, "<b>x</b>"), "a.xlsx:9: lỗi: mục “tieu_chi.2.ten”: có thẻ HTML"),
    (changed(6, 2, 11), "lỗi: điểm tối đa của cả bảng ghi 11, cộng các phần được 10"),
    ([*ROWS, (3, "Thêm", 2, 2)], "a.xlsx:11: lỗi: dòng có điểm nằm sau dòng tổng"),
    (ROWS[2:], "a.xlsx:4: lỗi: tiêu chí thành phần 1.1 đứng trước mọi tiêu chí"),
    ([], "a.xlsx:3: lỗi: dưới dòng tiêu đề không có tiêu chí nào"),
]


@pytest.mark.parametrize(("rows", "message"), REFUSED)
def test_what_cannot_be_taken_is_told_with_its_row(
    tmp_path: Path, read: Reader, rows: Sequence[Sequence[object]], message: str
) -> None:
    assert message in refused(read, workbook(tmp_path / "a.xlsx", rows))


def test_no_heading_another_year_two_tables_no_workbook(tmp_path: Path, read: Reader) -> None:
    bare = workbook(tmp_path / "a.xlsx", ROWS, ("STT", "Tên", "Điểm"))
    assert "không thấy dòng tiêu đề của bảng điểm (thiếu cột" in refused(read, bare)
    path = workbook(tmp_path / "b.xlsx", ROWS)
    book = openpyxl.load_workbook(path)
    book.copy_worksheet(book.worksheets[0]).title = "Bản sao"
    book.worksheets[0]["A2"] = "BẢNG TỰ CHẤM ĐIỂM NĂM 2024"
    book.save(path)
    assert "có 2 trang tính là bảng điểm (“Sheet”, “Bản sao”); chọn bằng --sheet" in refused(
        read, path
    )
    assert "không có trang tính “X”; có: “Sheet”" in refused(read, path, "X")
    (year,) = read(path, "Sheet").problems
    assert (
        str(year)
        == "b.xlsx:2: nhắc: đầu bảng ghi năm 2024, lệnh ghi năm 2026; xem có đúng tệp không"
    )
    broken = tmp_path / "c.xlsx"
    broken.write_bytes(b"khong phai Excel")
    assert "c.xlsx" in refused(read, broken)


@pytest.mark.parametrize(
    ("number", "name", "deep", "level"),
    [
        ("I", "Chỉ đạo", False, Level.FIELD), ("A", "Chỉ đạo", False, Level.FIELD),
        ("1", "Tổng hợp báo cáo", False, Level.CRITERION), ("1.2", "Kế hoạch", False, Level.COMPONENT),
        ("1", "Chỉ đạo", True, Level.FIELD), ("1.2.1", "Kế hoạch", True, Level.COMPONENT),
        ("", "Tổng cộng (I+II)", False, Level.TOTAL), ("", "TỔNG ĐIỂM", False, Level.TOTAL),
        ("Tổng cộng", "", False, Level.TOTAL), ("II", "Tổ chức bộ máy", False, Level.FIELD),
        ("II", "Tổng kết năm", False, Level.FIELD), ("a", "Ban hành", False, Level.UNNUMBERED),
    ],
)  # fmt: skip
def test_levels(number: str, name: str, level: Level, *, deep: bool) -> None:
    assert level_of(number, name, deep=deep) is level


def test_numbers_and_letters_of_columns() -> None:
    assert [number_of(each) for each in (1.0, 1.2, "1.2.", "(a)", " 2) ", "1,3")] == [
        "1", "1.2", "1.2", "a", "2", "1.3",
    ]  # fmt: skip
    assert [letter(place) for place in (0, 25, 26, 701)] == ["A", "Z", "AA", "ZZ"]


def test_a_column_twice_is_told() -> None:
    found = find_heading([["STT", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Tự chấm lại"]])
    assert found is not None
    assert found.doubles == ((Column.SELF, 4),)
