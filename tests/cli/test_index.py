"""`cchc index`: a year begun, sent out, taken back; nothing is written by halves."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from cchc.cli.main import main
from cchc.cli.parser import BROKEN
from cchc.reform.index_faults import INDEX
from tests.reform.samples import add_sample
from tests.reform.test_index import RIGHT

PATH = "docs/cai-cach/chi-so/2026.yml"
Caught = pytest.CaptureFixture[str]


@pytest.fixture
def here(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    return portal


def text(here: Path, year: str = "2026") -> str:
    return (here / INDEX.path(year)).read_text(encoding="utf-8")


def put(here: Path, words: str) -> None:
    path = here / PATH
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def test_a_first_year_is_the_sample_structure_and_says_so(here: Path, capsys: Caught) -> None:
    assert main(["index", "new", "2026"]) == 0
    assert "Đây là cấu trúc mẫu" in capsys.readouterr().out
    assert text(here).startswith("mau: true\n")
    assert main(["check", PATH]) == 0


def test_the_next_year_takes_the_last_one_s_criteria(here: Path, capsys: Caught) -> None:
    put(here, RIGHT)
    assert main(["index", "new", "2027"]) == 0
    assert "Tiêu chí lấy từ năm 2026" in capsys.readouterr().out
    made = text(here, "2027")
    assert "mau:" not in made
    assert 'so: "1.2"' in made
    assert "tu_cham" not in made
    assert "minh_chung" not in made


def test_a_year_that_stands_is_left_as_it_is(here: Path, capsys: Caught) -> None:
    put(here, RIGHT)
    assert main(["index", "new", "2026"]) == BROKEN
    assert f"{PATH}:1: lỗi: đã có tệp này" in capsys.readouterr().err
    assert text(here) == RIGHT


def test_out_and_back_is_the_same_file(here: Path, capsys: Caught) -> None:
    add_sample(here)
    before = text(here)
    assert main(["index", "export", "2026", "-o", "bang.xlsx"]) == 0
    assert "số liệu mẫu" in capsys.readouterr().out
    assert main(["index", "import", "bang.xlsx", "--year", "2026"]) == BROKEN
    assert "đã có 16 tiêu chí; thêm --replace" in capsys.readouterr().err
    assert main(["index", "import", "bang.xlsx", "--year", "2026", "--replace"]) == 0
    assert text(here) == before


def test_ranks_and_days_of_the_file_stay_and_losses_are_told(here: Path, capsys: Caught) -> None:
    put(here, RIGHT)
    main(["index", "export", "2026", "-o", "bang.xlsx"])
    book = openpyxl.load_workbook("bang.xlsx")
    sheet = book.worksheets[0]
    for row in sheet.iter_rows():
        if row[0].value == "1.2":
            row[5].value = None
            row[6].value = "Lý do khác"
    # This program saves formulas without their values.
    book.save("bang.xlsx")
    put(here, RIGHT.replace('ngay_tu_cham: "2026-11-20"\n', ""))
    assert main(["index", "import", "bang.xlsx", "--year", "2026", "--replace"]) == 0
    told = capsys.readouterr().out
    assert "bang.xlsx:8: nhắc: điểm tối đa của tiêu chí 1 để trống; lấy tổng các phần: 6" in told
    assert "bang.xlsx:10: nhắc: tiêu chí 1.2 tự chấm 3 điểm mà chưa có `minh_chung`" in told
    assert f"{PATH}:1: nhắc: minh chứng của tiêu chí 1.2 có trong tệp cũ, bảng mới để trống" in told
    assert "giai_trinh: Lý do khác" in text(here)
    assert "hang: 4" in text(here)
    assert 'ngay_tham_dinh: "2026-12-15"' in text(here)


def test_a_bad_table_writes_nothing(here: Path, capsys: Caught) -> None:
    put(here, RIGHT)
    main(["index", "export", "2026", "-o", "bang.xlsx"])
    book = openpyxl.load_workbook("bang.xlsx")
    book.worksheets[0]["D9"] = 99
    book.save("bang.xlsx")
    assert main(["index", "import", "bang.xlsx", "--year", "2026", "--replace"]) == BROKEN
    assert "bang.xlsx:9: lỗi: điểm tự chấm 99 lớn hơn" in capsys.readouterr().err
    assert text(here) == RIGHT
    assert main(["index", "import", "bang.xlsx", "--year", "2030"]) == BROKEN
    assert not (here / INDEX.path("2030")).exists()


def test_what_is_not_there_or_broken_is_told(here: Path, capsys: Caught) -> None:
    assert main(["index", "export", "2026", "-o", "b.xlsx"]) == BROKEN
    assert "lập bằng `cchc index new 2026`" in capsys.readouterr().err
    assert main(["index", "import", "khong-co.xlsx", "--year", "2026"]) == BROKEN
    assert "khong-co.xlsx" in capsys.readouterr().err
    put(here, "tieu_chi: [\n")
    assert main(["index", "export", "2026", "-o", "b.xlsx"]) == BROKEN
    assert main(["index", "import", "b.xlsx", "--year", "2026"]) == BROKEN
    assert "YAML viết sai" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [(["new", "26"], "“26” không phải năm"), (["export", "2026", "-o", "a.pdf"], "không phải tên tệp Excel"),
     (["import", "a.xlsx"], "thiếu: --year")],
)  # fmt: skip
def test_wrong_words_are_told(here: Path, capsys: Caught, arguments: list[str], told: str) -> None:
    with pytest.raises(SystemExit):
        main(["index", *arguments])
    assert told in capsys.readouterr().err
    assert here.is_dir()
