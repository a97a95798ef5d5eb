"""Sheets are set by the real typst, then read back: their text, their QR code, their pages."""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pdfplumber
import pypdfium2  # type: ignore[import-untyped]
import pytest
import typst
import zxingcpp

from cchc.procedures.model import Procedure
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.sheets import length
from cchc.site.sheets.choosing import Wanted, choose
from cchc.site.sheets.fitting import SURELY
from cchc.site.sheets.fonts import FAMILY, font_folder
from cchc.site.sheets.index import index
from cchc.site.sheets.printing import Printed, print_index, print_sheets
from cchc.site.sheets.typesetting import fonts_of
from tests.portals import ROOT
from tests.site.samples import DAY, portal_of, procedure, version

SITE = "https://cchc.example/trang"
WEIRD = "#let x = 1 $a_b$ *đậm* _nghiêng_ @nhãn < nhãn > \\n `mã` // — “ngoặc” [x] {y} ~ '" + '"'
WHOLE: dict[str, Any] = {
    "trinh_tu": ["Bước 1: Nộp hồ sơ", "Bước 2: Nhận giấy"],
    "cach_nop": [
        {"hinh_thuc": "truc_tiep", "thoi_han": {"gia_tri": 5, "don_vi": "ngay_lam_viec"},
         "phi": [{"loai": "le_phi", "so_tien": 8000, "loi": "8.000 đồng một bản"}]},
    ],
    "ho_so": [
        {"truong_hop": "Cho người lớn", "giay_to": [
            {"ten": "Tờ khai", "ban_chinh": 1, "ghi_chu": "Chỉ khi nộp trực tiếp."},
            {"ten": "Giấy chứng sinh", "ban_sao": 2}]},
        {"truong_hop": "Cho trẻ em", "giay_to": [{"ten": "Văn bản ủy quyền"}]},
    ],
    "doi_tuong": ["Công dân Việt Nam"],
    "co_quan": {"thuc_hien": ["Ủy ban nhân dân cấp xã"]},
    "ket_qua": [{"ten": "Giấy khai sinh"}],
    "can_cu": [{"so": "60/2014/QH13"}],
    "ten_goi_khac": ["Làm giấy khai sinh"],
    "quyet_dinh": {"so": "163/QĐ-BTP"},
    "xac_nhan": {"nguoi": "Công chức tư pháp", "ngay": "2026-11-01"},
}  # fmt: skip


@lru_cache(maxsize=1)
def fonts() -> typst.Fonts:
    return fonts_of(font_folder(ROOT))


def printed(*procedures: Procedure, site_url: str = SITE) -> Printed:
    portal = replace(portal_of(*procedures), site_url=site_url)
    return print_sheets(tuple(portal.entries.values()), portal, fonts())


def text_of(pdf: bytes) -> str:
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return " ".join("\n".join(pages).split())


def pages_of(pdf: bytes) -> int:
    with pypdfium2.PdfDocument(pdf) as document:
        return len(document)


def codes_on(pdf: bytes, page: int = 0) -> list[str]:
    with pypdfium2.PdfDocument(pdf) as document:
        picture = document[page].render(scale=2, grayscale=True).to_pil()
    # Black and white only, as the ward's printer gives it.
    picture = picture.convert("1")
    return [found.text for found in zxingcpp.read_barcodes(picture)]


@lru_cache(maxsize=1)
def shipped() -> Portal:
    return load_portal(ROOT, DAY, SITE)


def sheets_of_shipped(*codes: str) -> Printed:
    return print_sheets(choose(Wanted(codes), shipped()).entries, shipped(), fonts())


def test_a_sheet_says_what_the_data_say() -> None:
    text = text_of(printed(procedure(**WHOLE)).typeset.pdf)
    for said in (
        "UBND phường Hương An", "Niêm yết thủ tục hành chính", "Đăng ký khai sinh", "1.001193",
        "Quen gọi: Làm giấy khai sinh",
        "05 ngày làm việc", "Lệ phí: 8.000 đồng (8.000 đồng một bản)", "Trung tâm phường",
        "Cho người lớn", "Chỉ khi nộp trực tiếp.", "Cho trẻ em", "Văn bản ủy quyền", "chưa rõ",
        "Nộp hồ sơ", "Nhận giấy", "Quyết định số 163/QĐ-BTP", "In theo dữ liệu ngày 24/11/2026",
        "Đơn vị xác nhận ngày 01/11/2026",
    ):  # fmt: skip
        assert said in text
    assert "Chưa đủ nội dung" not in text
    assert "chưa xác nhận" not in text
    assert "Công chức tư pháp" not in text  # people are not named on the wall


def test_the_names_of_a_whole_catalogue_come_back_letter_by_letter() -> None:
    ward_list = choose(Wanted(), shipped())
    pdf = print_index(index(ward_list.entries, (), shipped()), shipped(), fonts()).pdf
    text = text_of(pdf).replace(" ", "")
    for entry in ward_list.entries:
        assert entry.procedure.code in text
    with pdfplumber.open(BytesIO(pdf)) as document:
        cells = {
            unicodedata.normalize("NFC", " ".join((row[2] or "").split())).replace(" ", "")
            for page in document.pages
            for table in page.extract_tables()
            for row in table
        }
    short = {each.title for each in ward_list.entries if len(each.title) < 200}
    assert {title.replace(" ", "") for title in short} <= cells


def test_its_code_leads_to_the_page() -> None:
    assert codes_on(printed(procedure()).typeset.pdf) == [f"{SITE}/thu-tuc/ho-tich/1.001193/"]


def test_without_an_address_it_says_where_to_read() -> None:
    made = printed(procedure(), site_url="")
    assert codes_on(made.typeset.pdf) == []
    assert "Cổng Dịch vụ công quốc gia dichvucong.gov.vn, tìm mã 1.001193" in text_of(
        made.typeset.pdf
    )


def test_what_is_not_whole_says_so() -> None:
    text = text_of(printed(procedure()).typeset.pdf)
    assert "bản chưa đủ nội dung" in text
    assert "Niêm yết thủ tục hành chính" not in text
    assert "Còn thiếu: trình tự thực hiện, cách thức thực hiện" in text
    assert "Đơn vị chưa xác nhận nội dung này" in text
    assert "miễn phí" not in text.lower()


@pytest.mark.parametrize("name", [WEIRD, "Cấp 許可 😀 Ω ﷽ giấy", "Một " * 400])
def test_a_name_is_text_and_never_an_order(name: str) -> None:
    made = printed(procedure(name=name, trinh_tu=[f"Nộp {name}"]))
    found = text_of(made.typeset.pdf).replace(" ", "")
    for word in procedure(name=name).name.split():
        if all(ord(char) < 0x2100 for char in word):
            assert word in found


def test_a_letter_that_no_font_has_is_told() -> None:
    assert printed(procedure(name="Cấp 許可")).typeset.lacks == "許"
    assert printed(procedure()).typeset.lacks == ""


def test_the_longest_takes_two_pages_and_loses_no_paper() -> None:
    made = sheets_of_shipped("1.013225")
    assert [each.pages for each in made.sheets] == [2]
    assert pages_of(made.typeset.pdf) == 2
    text = text_of(made.typeset.pdf)
    assert "trang 1/2" in text
    assert "trang 2/2" in text
    assert "(*) Giấy tờ này có điều kiện hoặc ghi chú riêng" in text
    papers = [p for part in made.sheets[0].parts for case in part.cases for p in case.papers]
    cases = shipped().entries["1.013225"].procedure.cases
    assert len(papers) == sum(len(case.papers) for case in cases)


def test_what_fits_on_no_page_takes_those_it_needs_and_numbers_them() -> None:
    papers = [{"ten": f"Giấy tờ thứ {n} của hồ sơ, bản có chứng thực"} for n in range(1, 121)]
    made = printed(procedure(ho_so=[{"giay_to": papers}]))
    (sheet,) = made.sheets
    assert sheet.pages == pages_of(made.typeset.pdf) > 2
    text = text_of(made.typeset.pdf)
    assert all(f"Giấy tờ thứ {n} của hồ sơ" in text for n in (1, 60, 120))
    assert all(f"trang {n}/{sheet.pages}" in text for n in range(1, sheet.pages + 1))


def test_what_is_reckoned_from_the_letters_is_near_what_is_set() -> None:
    codes = ("1.001193", "1.012812", "1.013855", "1.000894", "1.014063", "3.000439")
    for each in sheets_of_shipped(*codes).sheets:
        assert each.pages - 1.1 < length.pages(each) < SURELY * each.pages


def test_every_sheet_begins_on_its_own_page_and_one_page_has_no_number() -> None:
    made = sheets_of_shipped("1.013225", "1.001193", "3.000439")
    assert pages_of(made.typeset.pdf) == sum(each.pages for each in made.sheets)
    assert made.sheets[-1].pages == 1
    with pypdfium2.PdfDocument(made.typeset.pdf) as document:
        last = document[len(document) - 1].get_textpage().get_text_range()
    assert "3.000439" in last
    assert "trang 1/" not in last


def test_the_same_data_give_the_same_tagged_bytes() -> None:
    one, two = (printed(procedure(**WHOLE)).typeset.pdf for _ in range(2))
    assert one == two
    assert b"pdfuaid" in one
    with pypdfium2.PdfDocument(one) as document:
        assert document.is_tagged()


def test_the_letters_are_the_sites_own() -> None:
    assert FAMILY in fonts().families()
    with pdfplumber.open(BytesIO(printed(procedure(**WHOLE)).typeset.pdf)) as document:
        names = {char["fontname"] for page in document.pages for char in page.chars}
    assert all("BeVietnamPro" in name for name in names)


def test_without_the_sites_letters_others_keep_the_marks() -> None:
    portal = portal_of(procedure(**WHOLE))
    made = print_sheets(tuple(portal.entries.values()), portal, fonts_of(None))
    assert "Đăng ký khai sinh" in text_of(made.typeset.pdf)


def test_the_index_lists_what_to_take_down() -> None:
    end = {"ngay": "2026-11-20", "quyet_dinh": {"so": "3582/QĐ-UBND"}, "thay_bang": ["1.001193"]}
    portal = portal_of(procedure(), procedure("3.000323", "Giao nhận thủ tục cũ", bai_bo=end))
    chosen = choose(Wanted(), portal)
    text = text_of(print_index(index(chosen.entries, chosen.ended, portal), portal, fonts()).pdf)
    before, _, after = text.partition("Tờ niêm yết cần gỡ")
    assert "1.001193" in before
    assert "3.000323" not in before
    assert "3.000323 Giao nhận thủ tục cũ 20/11/2026" in after
    assert "3582/QĐ-UBND" in after


def test_fonts_are_joined_once_and_alike(tmp_path: Path) -> None:
    folders = [tmp_path / name for name in ("a", "b")]
    made = [font_folder(folder) for folder in folders]
    contents = [[path.read_bytes() for path in sorted(f.iterdir())] for f in made if f]
    assert contents[0] == contents[1] != []


def test_a_coming_change_is_told() -> None:
    later = version(procedure(**WHOLE, yeu_cau=["Có căn cước"]), "2027-03-01")
    portal = portal_of(procedure(**WHOLE), later, day=dt.date(2026, 11, 24))
    made = print_sheets(tuple(portal.entries.values()), portal, fonts())
    assert "Có nội dung mới từ ngày 01/03/2027" in text_of(made.typeset.pdf)
