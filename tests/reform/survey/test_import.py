"""A spreadsheet of answers becomes a survey: whole, without anybody's name, or not at all."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.procedures.fields import FieldOfService, Fields
from cchc.reform.kinds import check_reform
from cchc.reform.store import read_sheet
from cchc.reform.survey.columns import Cell, Use, find_table
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.importing import Imported, Wanted, import_rows
from cchc.reform.survey.levels import Reading
from cchc.reform.survey.model import LEVELS, Survey
from tests.reform.survey.workbooks import HEADING, Row, answers, workbook

PATH = "docs/cai-cach/khao-sat/2026-Q3.yml"
READING = Reading(LEVELS)
FIELDS = Fields(
    all=(
        FieldOfService(name="Chứng thực", folder="chung-thuc"),
        FieldOfService(name="Hộ tịch", folder="ho-tich"),
    )
)


@pytest.fixture
def inside(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal)
    return portal


def imported(portal: Path, rows: Sequence[Row], *options: str, heading: Row = HEADING) -> int:
    file = workbook(portal.parent / "phieu.xlsx", rows, heading)
    return main(["survey", "import", str(file), "--period", "2026-Q3", *options])


def kept(portal: Path) -> Survey:
    return read_sheet(SURVEY, PATH, (portal / PATH).read_bytes())


def counts(survey: Survey) -> list[dict[str, int]]:
    return [{each.level: each.forms for each in q.counts} for q in survey.questions]


def test_words_and_numbers_are_counted_alike(inside: Path) -> None:
    assert imported(inside, answers(40), "--sent", "50") == 0
    survey = kept(inside)
    assert (survey.sent, survey.returned) == (50, 40)
    assert counts(survey) == [{"rat_hai_long": 16, "hai_long": 16, "binh_thuong": 8}] * 3
    assert [q.text for q in survey.questions] == [
        "Hướng dẫn rõ ràng", "Thái độ phục vụ", "Nhìn chung ông bà có hài lòng không?",
    ]  # fmt: skip
    assert survey.general is survey.questions[2]
    groups = {g.field: (g.answered, g.satisfied) for g in survey.questions[2].groups}
    assert groups == {"Hộ tịch": (24, 16), "Chứng thực": (16, 16)}
    assert [each for each in check_reform(inside) if each.path == PATH] == []


def test_nothing_of_a_person_is_in_the_file_and_it_is_said(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(inside, answers(40)) == 0
    told = capsys.readouterr().out
    assert "Bỏ cột có thông tin cá nhân" in told
    for column in ("C “Họ và tên”", "D “SĐT”", "E “Địa chỉ”"):
        assert column in told
    written = (inside / PATH).read_text(encoding="utf-8")
    for personal in ("Người trả lời", "0905", "Số Một", "Nhanh"):
        assert personal not in written
        assert personal not in told


def test_every_bad_row_is_told_and_nothing_is_written(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [list(each) for each in answers(40)]
    rows[2][8], rows[4][6], rows[7][1] = 9, "tạm được", "2026-06-01"
    rows[9][6:9] = [None] * 3
    assert imported(inside, rows) == 2
    told = capsys.readouterr().err
    for words in (
        "dòng 6: cột I ghi “9”, không phải mức trả lời",
        "dòng 8: cột G ghi “tạm được”, không phải mức trả lời",
        "dòng 11: ngày 01/06/2026 ngoài quý III năm 2026",
        "dòng 13: không có câu trả lời nào",
        "chưa ghi gì; sửa các dòng ấy rồi nhập lại, hoặc thêm --skip-bad",
    ):
        assert words in told
    assert not (inside / PATH).exists()
    assert imported(inside, rows, "--skip-bad") == 0
    assert kept(inside).returned == 36
    assert "dòng 8: cột G ghi “tạm được”" in capsys.readouterr().out


def test_one_may_be_the_best(inside: Path) -> None:
    rows = [(1, "2026-09-01", "", "", "", "", 1, 1, 1, "")] * 9
    rows += [(1, "2026-09-01", "", "", "", "", 4, 4, 4, "")] * 6
    assert imported(inside, rows, "--best", "1") == 0
    assert counts(kept(inside))[0] == {"rat_hai_long": 9, "khong_hai_long": 6}


def test_small_fields_are_hidden_before_they_are_written(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [list(each) for each in answers(40)]
    for row in rows[:3]:
        row[5] = "Đăng ký, quản lý cư trú"
    assert imported(inside, rows) == 0
    groups = {g.field: g.hidden for g in kept(inside).questions[0].groups}
    assert groups["Đăng ký, quản lý cư trú"]
    assert sum(groups.values()) > 1
    assert "Che lĩnh vực" in capsys.readouterr().out
    assert [each for each in check_reform(inside) if each.path == PATH] == []


def test_a_field_that_is_none_goes_to_the_others(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [list(each) for each in answers(60)]
    for row in rows[:14]:
        row[5] = "việc riêng"
    assert imported(inside, rows) == 0
    assert kept(inside).questions[0].groups[-1].field == "Lĩnh vực khác"
    assert "gộp vào “Lĩnh vực khác”: “việc riêng”" in capsys.readouterr().out


def test_what_the_period_s_file_says_already_stays(inside: Path) -> None:
    path = inside / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    head = (
        "cach_lam:\n- phat_phieu\nphat_ra: 80\ncau_hoi:\n- ma: C1\n  cau: Hướng dẫn rõ ràng\n"
        "- ma: C2\n  cau: Thái độ\n- ma: C9\n  cau: nhìn chung ông bà có hài lòng không\n"
        "  chung: true\n"
    )
    path.write_text(head, encoding="utf-8")
    assert imported(inside, answers(40)) == 0
    survey = kept(inside)
    assert (survey.sent, [q.key for q in survey.questions]) == (80, ["C1", "C2", "C9"])
    assert survey.questions[1].text == "Thái độ"


def test_a_question_of_the_file_that_no_column_asks_is_told(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = inside / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("cau_hoi:\n- ma: C7\n  cau: Chỗ để xe\n  chung: true\n", encoding="utf-8")
    before = path.read_bytes()
    assert imported(inside, answers(40)) == 2
    assert "không khớp câu hỏi của tệp kỳ này: C7 (Chỗ để xe)" in capsys.readouterr().err
    assert path.read_bytes() == before


def test_counts_are_replaced_only_when_asked(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(inside, answers(40)) == 0
    assert imported(inside, answers(60)) == 2
    assert "thêm --replace" in capsys.readouterr().err
    assert kept(inside).returned == 40
    assert imported(inside, answers(60), "--replace") == 0
    assert kept(inside).returned == 60


def test_more_forms_than_were_sent_are_refused(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert imported(inside, answers(40), "--sent", "30") == 2
    assert "thu về 40 phiếu mà chỉ phát ra 30: quá 100%" in capsys.readouterr().err
    assert not (inside / PATH).exists()


def test_a_dry_run_writes_nothing(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(inside, answers(40), "--dry-run") == 0
    assert capsys.readouterr().out.startswith(f"Sẽ ghi {PATH}: 40 phiếu, 3 câu hỏi.")
    assert not (inside / PATH).exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, "không có tệp này"),
        (b"not a spreadsheet", "tệp nén bị hỏng"),
        (b"", "tệp nén bị hỏng"),
    ],
)
def test_what_is_no_spreadsheet_is_told(
    inside: Path, capsys: pytest.CaptureFixture[str], content: bytes | None, message: str
) -> None:
    file = inside.parent / "la.xlsx"
    if content is not None:
        file.write_bytes(content)
    assert main(["survey", "import", str(file), "--period", "2026-Q3"]) == 2
    told = capsys.readouterr().err
    assert message in told
    assert "Traceback" not in told


def test_a_sheet_without_answers_is_told(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert imported(inside, [("Một", "Hai")], heading=("A", "B")) == 2
    assert "không thấy cột câu trả lời nào" in capsys.readouterr().err


USES = [
    ("Họ tên", "Người thứ nhất", Use.PERSONAL),
    ("HO_VA_TEN", "Người thứ nhất", Use.PERSONAL),
    ("Số CCCD/CMND", "0" * 12, Use.PERSONAL),
    ("Điện thoại liên hệ", 905000000.0, Use.PERSONAL),
    ("Email", "a@b.vn", Use.PERSONAL),
    ("Tuổi", 3.0, Use.PERSONAL),
    ("Địa chỉ nộp hồ sơ có thuận tiện không?", "Hài lòng", Use.QUESTION),
    ("Lĩnh vực giải quyết", "Hộ tịch", Use.FIELD),
    ("Linh vuc", "Hộ tịch", Use.FIELD),
    ("Dấu thời gian", "2026-09-01 08:00:00", Use.DATE),
    ("STT", 1.0, Use.UNUSED),
    ("Góp ý", "Nhanh hơn", Use.UNUSED),
]


@pytest.mark.parametrize(("heading", "cell", "use"), USES)
def test_a_column_is_known_by_its_heading_and_what_stands_below(
    heading: str, cell: Cell, use: Use
) -> None:
    table = find_table([("Thái độ", heading), *[("Hài lòng", cell)] * 5], READING)
    assert table is not None
    assert [each.use for each in table.columns] == [Use.QUESTION, use]


@pytest.mark.parametrize(
    ("cell", "level"),
    [
        ("Rất hài lòng", "rat_hai_long"), ("RAT HAI LONG", "rat_hai_long"), (5, "rat_hai_long"),
        (5.0, "rat_hai_long"), ("5", "rat_hai_long"), ("1 - Rất hài lòng", "rat_hai_long"),
        ("hai_long", "hai_long"), ("Hài  lòng.", "hai_long"), (1, "rat_khong_hai_long"),
        ("Không hài lòng", "khong_hai_long"), (0, None), (6, None), (3.5, None), ("có", None),
        ("", None), ("-1", None),
    ],
)  # fmt: skip
def test_answers_as_people_write_them(cell: Cell, level: str | None) -> None:
    assert READING.level(cell) == level


cells = st.one_of(st.text(max_size=12), st.floats(), st.integers(-9, 9), st.sampled_from(
    [each.name for each in LEVELS]))  # fmt: skip


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(cells, max_size=5), max_size=8))
def test_any_table_is_a_survey_or_refused_in_words(rows: list[list[Cell]]) -> None:
    wanted = Wanted("phieu.xlsx", "2026-Q3", skip_bad=True)
    made: Imported | None = None
    with contextlib.suppress(Refused):
        made = import_rows(rows, Survey(), FIELDS, wanted)
    if made:
        assert made.survey.returned
        assert len(made.survey.questions) == len(made.asked)


def test_a_bad_row_is_no_heading() -> None:
    rows = [("Thái độ", "Lĩnh vực"), ("Hài lòng", "Hộ tịch"), ("tạm", "Hộ tịch"),
            *[("Hài lòng", "Hộ tịch")] * 6]  # fmt: skip
    with pytest.raises(Refused, match="dòng 3: cột A ghi “tạm”"):
        import_rows(rows, Survey(), FIELDS, Wanted("phieu.xlsx", "2026-Q3"))
