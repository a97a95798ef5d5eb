from __future__ import annotations

import re

from cchc.procedures.fields import FieldOfService
from cchc.site.lists.list_pages import field_page, fields_page, letters_page
from cchc.site.pages import all_pages
from cchc.site.search.search_rows import plain_text
from tests.site.samples import portal_of, procedure, version

PORTAL = portal_of(
    procedure("1.001193", "Thủ tục đăng ký khai sinh", muc_do="toan_trinh"),
    procedure("1.000894", "Đăng ký kết hôn"),
    procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực"),
    procedure("1.004222", "Nhập hộ khẩu", linh_vuc="", noi_tiep_nhan="cong_an"),
)


def test_fields_from_a_to_z_with_counts_the_unsorted_last() -> None:
    shelves = [(field.name, len(entries)) for field, entries in PORTAL.shelves()]
    assert shelves == [("Chứng thực", 1), ("Hộ tịch", 2), ("Chưa rõ lĩnh vực", 1)]
    said = plain_text(fields_page(PORTAL).html)
    assert "4 thủ tục, xếp theo 3 lĩnh vực." in said
    assert "Hộ tịch 2 thủ tục" in said


def test_what_is_handed_in_elsewhere_is_listed_under_its_place() -> None:
    page = fields_page(PORTAL)
    assert [each.words for each in page.headings][1:] == ["Nộp tại Công an phường"]
    assert 'href="chua-ro-linh-vuc/1.004222/"' in page.html


def test_a_field_lists_its_procedures_in_order() -> None:
    field, entries = PORTAL.shelves()[1]
    page = field_page(field, entries, PORTAL)
    assert re.findall(r'href="(\d[\d.]+)/"', page.html) == ["1.000894", "1.001193"]
    assert "1.001193 Trực tuyến toàn trình" in plain_text(page.html)
    assert page.keywords == ("Khai sinh, kết hôn",)


def test_letters_stand_apart_and_lead_to_their_place() -> None:
    page = letters_page(PORTAL)
    assert [each.words for each in page.headings][1:] == ["C", "Đ", "N"]
    anchors = {each.anchor for each in page.headings}
    assert set(re.findall(r'href="#([^"]+)"', page.html)) <= anchors


def test_the_unsorted_field_says_why() -> None:
    field = FieldOfService(name="Chưa rõ lĩnh vực", folder="chua-ro-linh-vuc")
    assert "Nguồn chưa ghi lĩnh vực" in plain_text(field_page(field, (), PORTAL).html)


def test_a_field_where_nothing_is_in_force_keeps_its_page() -> None:
    end = {"ngay": "2026-11-01", "quyet_dinh": {"so": "1/QĐ-UBND"}}
    gone = version(procedure("2.000815", "Cũ", linh_vuc="Chứng thực", bai_bo=end), "2026-11-01")
    portal = portal_of(procedure(), gone)
    pages = {page.address: plain_text(page.html) for page in all_pages(portal)}
    assert "Hiện không có thủ tục nào đang áp dụng" in pages["thu-tuc/chung-thuc/"]
    assert "Chứng thực" not in pages["thu-tuc/"]


def test_a_field_shows_apart_what_is_to_come() -> None:
    portal = portal_of(procedure(), version(procedure("3.000722", "Sắp tới"), "2027-03-01"))
    field, entries = portal.shelves()[0]
    said = plain_text(field_page(field, entries, portal).html)
    assert "1 thủ tục" in said
    assert said.endswith("Sắp có hiệu lực Sắp tới 3.000722 Sắp có hiệu lực từ 01/03/2027")
