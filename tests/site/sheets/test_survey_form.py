"""The survey's form: one A4 with a box a level, nothing personal asked, the code of the channel."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp

from cchc.cli.main import main
from cchc.site.pages import load_portal
from cchc.site.sheets.survey_form import PROPOSED, form_sheet
from tests.reform.samples import add_sample

CHANNEL = "https://khaosat.example/phuong-huong-an"
A4 = (595, 842)


@pytest.fixture
def inside(portal: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal)
    return portal


def words_of(pdf: Path) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        assert [tuple(map(round, page.get_size())) for page in document] == [A4]
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_the_ward_s_own_questions_stand_on_one_sheet(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_sample(inside)
    assert main(["survey", "form", "-o", "phieu.pdf", "--period", "2026-Q4"]) == 0
    words = words_of(inside / "phieu.pdf")
    for each in ("Thái độ, lời nói của người tiếp nhận", "Rất không", "quý IV năm 2026"):
        assert each in words
    assert "Phiếu không hỏi tên, số điện thoại, địa chỉ" in words
    told = capsys.readouterr().out
    assert "5 câu hỏi" in told
    assert "gợi ý" not in told
    assert "extra.ward.khao_sat" in told


def test_without_questions_in_the_data_it_says_that_they_are_proposed(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["survey", "form", "-o", "phieu.pdf"]) == 0
    assert "câu gợi ý của chương trình" in capsys.readouterr().out
    words = words_of(inside / "phieu.pdf")
    assert all(each in words for each in PROPOSED)


def test_the_code_leads_to_the_official_channel(inside: Path) -> None:
    settings = inside / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace('khao_sat: ""', f"khao_sat: {CHANNEL}"), encoding="utf-8")
    assert main(["survey", "form", "-o", "phieu.pdf"]) == 0
    assert CHANNEL in words_of(inside / "phieu.pdf")
    with pypdfium2.PdfDocument(inside / "phieu.pdf") as document:
        picture = document[0].render(scale=3).to_pil()
    assert [each.text for each in zxingcpp.read_barcodes(picture)] == [CHANNEL]


def test_the_same_day_gives_the_same_bytes(inside: Path) -> None:
    assert main(["survey", "form", "-o", "a.pdf"]) == main(["survey", "form", "-o", "b.pdf"]) == 0
    assert (inside / "a.pdf").read_bytes() == (inside / "b.pdf").read_bytes()


def test_a_word_file_for_an_office_that_changes_it(inside: Path) -> None:
    assert main(["survey", "form", "-o", "phieu.docx"]) == 0
    document = docx.Document(str(inside / "phieu.docx"))
    (table,) = document.tables
    assert len(table.rows) == len(PROPOSED) + 1
    assert [cell.text for cell in table.rows[1].cells] == ["1", PROPOSED[0], *"☐☐☐☐☐"]


def test_another_ending_is_told(inside: Path, capsys: pytest.CaptureFixture[str]) -> None:
    del inside
    with pytest.raises(SystemExit):
        main(["survey", "form", "-o", "phieu.odt"])
    assert "viết như phieu.pdf hoặc phieu.docx" in capsys.readouterr().err


def test_a_long_survey_is_told_to_be_longer_than_a_sheet(
    inside: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = inside / "docs/cai-cach/khao-sat/2026-Q4.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    rows = "".join(f"- ma: C{n}\n  cau: Câu hỏi dài thứ {n} về việc ấy\n" for n in range(1, 41))
    path.write_text(f"cau_hoi:\n{rows}", encoding="utf-8")
    assert main(["survey", "form", "-o", "phieu.pdf"]) == 0
    assert "trang: bớt câu hỏi" in capsys.readouterr().out
    form = form_sheet(load_portal(inside, dt.date(2026, 11, 24)))
    assert len(form.questions) == 40
