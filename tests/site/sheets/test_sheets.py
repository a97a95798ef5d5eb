"""Posting sheets as a printer gets them: read back from the PDF."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
import zxingcpp

from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.site.portal import Portal
from cchc.site.sheets.choosing import Wanted, choose
from cchc.site.sheets.fonts import font_folder
from cchc.site.sheets.index import index
from cchc.site.sheets.printing import Printed, print_index, print_sheets
from cchc.site.sheets.typesetting import fonts_of
from tests.site.samples import portal_of, procedure

ROOT = Path(__file__).parents[3]
FONTS = fonts_of(font_folder(ROOT))
PUBLIC = "https://huongan.example/cchc/"
CITED = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
BIRTH = procedure(
    "1.001193", "Đăng ký khai sinh", ten_goi_khac=["Làm giấy khai sinh"],
    ho_so=[{"giay_to": [{"ten": "Giấy chứng sinh", "ban_chinh": 1}]}],
    trinh_tu=["Nộp hồ sơ ở Trung tâm.", "Nhận Giấy khai sinh."],
)  # fmt: skip
ODD = procedure("1.000002", "Cấp phép #eval[1+1] $x^2$ *đậm* _nghiêng_ @mục \\ [ngoặc] `mã`")
GONE = procedure(
    "1.000003", "Việc cũ", bai_bo={"ngay": "2026-11-01", "quyet_dinh": CITED},
    lich_su=[{"ngay": "2026-11-01", "loai": "bai_bo", "quyet_dinh": CITED}],
)  # fmt: skip
PORTAL = replace(portal_of(BIRTH, ODD, GONE), site_url=PUBLIC)


def printed(*codes: str, portal: Portal = PORTAL) -> Printed:
    return print_sheets(choose(Wanted(codes), portal).entries, portal, FONTS)


def words(pdf: bytes) -> str:
    """Give the text of all pages on one line, as a reader's program finds it."""
    document = pypdfium2.PdfDocument(pdf)
    pages = (document[n].get_textpage().get_text_bounded() for n in range(len(document)))
    return " ".join(" ".join(pages).split())


def test_a_sheet_says_what_to_bring_and_where_in_right_vietnamese() -> None:
    said = words(printed("1.001193").pdf)
    for text in ("UBND phường Hương An", "Đăng ký khai sinh", "Mã thủ tục: 1.001193",
                 "Quen gọi: Làm giấy khai sinh", "Giấy chứng sinh", "Nộp hồ sơ ở Trung tâm.",
                 "In theo dữ liệu ngày 24/11/2026"):  # fmt: skip
        assert text in said


def test_its_code_leads_to_the_page_also_from_a_black_and_white_printer() -> None:
    page = pypdfium2.PdfDocument(printed("1.001193").pdf)[0].render(scale=2, grayscale=True)
    (code,) = zxingcpp.read_barcodes(page.to_pil().convert("1"))
    assert code.text == f"{PUBLIC}thu-tuc/ho-tich/1.001193/"


def test_without_a_public_address_it_says_where_to_read() -> None:
    said = words(printed("1.001193", portal=replace(PORTAL, site_url="")).pdf)
    assert "Cổng Dịch vụ công quốc gia dichvucong.gov.vn" in said
    assert "tìm mã 1.001193" in said


def test_what_is_not_whole_says_so() -> None:
    said = words(printed("1.000002").pdf)
    assert "Chưa đủ nội dung" in said
    assert "thành phần, số lượng hồ sơ" in said.lower()


def test_signs_of_the_typesetter_in_a_name_stay_signs() -> None:
    assert "Cấp phép #eval[1+1] $x^2$ *đậm* _nghiêng_ @mục \\ [ngoặc] `mã`" in words(
        printed("1.000002").pdf
    )


def test_the_document_is_tagged_for_readers_aloud_and_the_same_each_time() -> None:
    pdf = printed("1.001193").pdf
    assert pdf == printed("1.001193").pdf
    assert b"pdfuaid" in pdf
    document = pypdfium2.PdfDocument(pdf)
    assert document.is_tagged()


def test_a_long_procedure_takes_the_pages_it_needs_and_numbers_them() -> None:
    papers = [
        {"ten": f"Giấy tờ số {n} về việc thứ {n} của hồ sơ", "ban_chinh": 1} for n in range(90)
    ]
    long = portal_of(procedure("1.000009", "Việc dài", ho_so=[{"giay_to": papers}]))
    made = printed("1.000009", portal=long)
    assert made.sheets[0].pages == len(pypdfium2.PdfDocument(made.pdf)) >= 2
    said = words(made.pdf)
    assert "Giấy tờ số 0 " in said
    assert "Giấy tờ số 89 " in said
    assert f"trang 1/{made.sheets[0].pages}" in said


def test_an_ended_procedure_gets_no_sheet_and_its_old_one_comes_down() -> None:
    everything = choose(Wanted(), PORTAL)
    assert [each.procedure.code for each in everything.entries] == ["1.000002", "1.001193"]
    assert [each.procedure.code for each in everything.ended] == ["1.000003"]
    said = words(print_index(index(everything.entries, everything.ended, PORTAL), PORTAL, FONTS))
    assert "Tờ niêm yết cần gỡ" in said
    assert "1.000003 Việc cũ" in said
    assert "1.001193 Đăng ký khai sinh" in said


def test_only_what_changed_since_a_day() -> None:
    changed = choose(Wanted(since=dt.date(2026, 11, 1)), PORTAL)
    assert changed.entries == ()
    assert [each.procedure.code for each in changed.ended] == ["1.000003"]


def test_a_code_that_there_is_not_is_told() -> None:
    with pytest.raises(Refused) as told:
        choose(Wanted(codes=("9.999999",)), PORTAL)
    assert "9.999999" in str(told.value)


def test_the_command_writes_the_file_and_says_what_is_in_it(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(portal)
    monkeypatch.setenv("CCHC_AS_OF", "2026-11-24")
    assert main(["sheets", "1.001193", "-o", "to.pdf"]) == 0
    assert "Đã viết to.pdf: 1 tờ niêm yết" in capsys.readouterr().out
    assert "1.001193" in words((portal / "to.pdf").read_bytes())
    with pytest.raises(SystemExit):
        main(["sheets", "-o", "to.doc"])
    assert "không phải tên tệp PDF" in capsys.readouterr().err
