"""Published finances: sums as offices write them, tables, totals, the calendar, what is refused."""

from __future__ import annotations

import datetime as dt
import shutil
from decimal import Decimal
from pathlib import Path

import pytest

from cchc.base.publication_calendar import PublicationDuty
from cchc.reform.finance.amounts import NotAnAmountError, amount, shown
from cchc.reform.finance.calendar import Owed, duties
from cchc.reform.finance.finance_faults import FINANCE
from cchc.reform.finance.publication import FinanceYear
from cchc.reform.finance.tables import BadTableError, read_table
from cchc.reform.kinds import check_reform
from cchc.reform.store import canonical_sheet, read_sheet

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "tests/fixtures/cai-cach/tai-chinh"
SAMPLE = (FOLDER / "2026.yml").read_text(encoding="utf-8")
PLACE = "docs/cai-cach/tai-chinh"
PATH = f"{PLACE}/2026.yml"


def sheet(text: str = SAMPLE) -> FinanceYear:
    return read_sheet(FINANCE, PATH, text.encode())


@pytest.mark.parametrize(
    ("written", "number"),
    [
        ("1.234.567", "1234567"),
        ("1234567", "1234567"),
        ("12,5", "12.5"),
        ("1.234,56", "1234.56"),
        ("(300)", "-300"),
        ("-1.000", "-1000"),
        ("85,5%", "85.5"),
        ("1 234 567", "1234567"),
        ("0", "0"),
    ],
)
def test_sums_as_they_are_written(written: str, number: str) -> None:
    assert amount(written) == Decimal(number)


@pytest.mark.parametrize("empty", ["", " ", "-", "–"])
def test_no_sum(empty: str) -> None:
    assert amount(empty) is None


@pytest.mark.parametrize(
    "wrong", ["1,234,567", "1234.5", "12.34", "khoảng 5", "1.23.456", "12,5,6"]
)
def test_no_sum_that_could_mean_two_things(wrong: str) -> None:
    with pytest.raises(NotAnAmountError, match="viết"):
        amount(wrong)


def test_sums_as_they_are_shown() -> None:
    found = [shown(Decimal(each)) for each in ("1234567", "1234.50", "-1000", "0.25", "1E+3")]
    assert found == ["1.234.567", "1.234,5", "−1.000", "0,25", "1.000"]


def test_csv_and_excel_are_read_alike() -> None:
    paper, excel = (
        read_table(FOLDER / name) for name in ("du-toan-chi-2026.csv", "thuc-hien-2026-q3.xlsx")
    )
    assert (paper.columns[paper.names], excel.columns[excel.names]) == ("Nội dung", "Nội dung")
    assert (paper.figures, excel.figures) == (
        (False, False, True, True),
        (False, False, True, True, True),
    )
    whole, income = paper.row("Tổng chi"), excel.row("A")
    assert whole is not None
    assert (whole.line, whole.sums[2]) == (2, Decimal(12400))
    assert income is not None
    assert (income.line, income.sums[3]) == (3, Decimal("3050.5"))


BAD_TABLES = [
    ("Nội dung;Số\n", "bảng trống"),
    ("", "bảng trống"),
    ("Nội dung;Ghi chú\nChi;a\n", "không có cột số nào"),
    ("Nội dung;Số\nChi;10\nThu;1,234,567\nNợ;7\n", "dòng 3, cột “Số”: “1,234,567” viết kiểu Anh"),
    ("Nội dung;Số\nChi;10\nThu;12x\nNợ;7\n", "dòng 3, cột “Số”: “12x” không phải số"),
]


@pytest.mark.parametrize(("text", "message"), BAD_TABLES)
def test_a_bad_table_says_why(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(BadTableError, match=message):
        read_table(path)


def test_what_only_calls_itself_excel_is_told(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"no workbook")
    with pytest.raises(BadTableError, match="không đọc được tệp"):
        read_table(path)


def left(portal: Path, text: str, table: str = "") -> list[str]:
    shutil.copytree(FOLDER, portal / PLACE, dirs_exist_ok=True)
    (portal / PATH).write_text(text, encoding="utf-8")
    if table:
        (portal / PLACE / "du-toan-chi-2026.csv").write_text(table, encoding="utf-8")
    return [str(each) for each in check_reform(portal) if each.path == PATH]


FAULTS = [
    ("ma: thuc-hien-quy-3", "ma: du-toan-chi", 18, "mã du-toan-chi đã có ở trên"),
    ("ma: thuc-hien-quy-3", "ma: Quý 3", 18, "không dùng làm mã được"),
    ("ky: 2026-Q3", "ky: 2025-Q3", 21, "kỳ 2025-Q3 ngoài năm ngân sách 2026"),
    ("ky: 2026-Q3", "ky: quý ba", 21, "“quý ba” không phải kỳ"),
    ('ngay: "2026-10-12"', 'ngay: "2016-10-12"', 22, "ngày công khai 12/10/2016 xa năm ngân sách"),
    ("bang: du-toan-chi-2026.csv", "bang: khong-co.csv", 10, "không có tệp docs/cai-cach/tai-chinh/"),
    ("bang: du-toan-chi-2026.csv", "bang: ../../a.csv", 10, "không phải tệp bảng"),
    ("  bang: du-toan-chi-2026.csv\n", "", 3, "chưa có `bang`"),
    ("    - Dự phòng\n  bieu_do: Dự toán năm", "  bieu_do: Dự toán năm", 12, "cộng các dòng là 12.030"),
    ("  - dong: Tổng chi", "  - dong: Tổng cộng", 12, "dòng “Tổng cộng”"),
    ("bieu_do: Dự toán năm", "bieu_do: Cột lạ", 17, "chọn một trong: Dự toán năm, Tỷ trọng"),
    ("don_vi_tinh: trieu_dong", "don_vi_tinh: usd", 9, "“usd” không dùng được; chọn một trong"),
]  # fmt: skip


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in SAMPLE
    told = left(portal, SAMPLE.replace(right, wrong, 1))
    assert any(each.startswith(f"{PATH}:{line}: lỗi: ") and message in each for each in told), told


def test_a_wrong_sum_in_the_table_is_told_with_the_table_s_line(portal: Path) -> None:
    table = "STT;Nội dung;Dự toán năm\n;Tổng chi;12.500\n1;Chi đầu tư phát triển;3.100\n"
    told = left(portal, SAMPLE, f"{table}2;Chi thường xuyên;8.930\n3;Dự phòng;370\n")
    assert any(
        "du-toan-chi-2026.csv dòng 2, cột “Dự toán năm”: ghi 12.500, cộng các dòng là 12.400"
        " (lệch 100)" in each
        for each in told
    ), told


def test_rounding_is_forgiven_in_millions_and_never_in_dong(portal: Path) -> None:
    table = "STT;Nội dung;Dự toán năm\n;Tổng chi;12.401\n1;Chi đầu tư phát triển;3.100\n"
    rounded = f"{table}2;Chi thường xuyên;8.930\n3;Dự phòng;370\n"
    assert left(portal, SAMPLE, rounded) == []
    told = left(portal, SAMPLE.replace("trieu_dong", "dong", 1), rounded)
    assert any("lệch 1" in each for each in told)


def test_the_sample_is_right_and_canonical(portal: Path) -> None:
    assert left(portal, SAMPLE) == []
    assert canonical_sheet(sheet()) == SAMPLE


def duty(**data: object) -> PublicationDuty:
    return PublicationDuty.model_validate(data)


def test_the_calendar_says_what_is_missing() -> None:
    plan = duty(ten="Dự toán năm", loai="du_toan", ky="nam", ke_tu="dau_ky", han=15)
    run = duty(ten="Thực hiện quý", loai="thuc_hien", ky="quy", han=15)
    found = duties(sheet(), 2026, dt.date(2026, 11, 24), (plan, run))
    assert [(each.period.name, each.due.isoformat(), each.state) for each in found] == [
        ("2026-Q1", "2026-04-15", Owed.MISSING),
        ("2026-Q2", "2026-07-15", Owed.MISSING),
        ("2026", "2026-01-16", Owed.LATE),
        ("2026-Q3", "2026-10-15", Owed.IN_TIME),
        ("2026-Q4", "2027-01-15", Owed.TO_COME),
    ]


def test_what_is_published_tomorrow_is_missing_today() -> None:
    run = duty(ten="Thực hiện quý", loai="thuc_hien", ky="quy", han=5)
    states = {e.period.name: e.state for e in duties(sheet(), 2026, dt.date(2026, 10, 11), (run,))}
    assert states["2026-Q3"] is Owed.MISSING
