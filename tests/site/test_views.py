from __future__ import annotations

import re

from cchc.site.lists.finding import ways_to_find
from cchc.site.lists.view_pages import LONG, choice_pages, views_page
from cchc.site.lists.views import View, views
from cchc.site.pages import all_pages
from cchc.site.search.search_rows import plain_text
from tests.site.samples import portal_of, procedure

PORTAL = portal_of(
    procedure(
        "1.001193", "Đăng ký khai sinh", muc_do="toan_trinh", cap_thuc_hien=["xa"],
        doi_tuong=["Công dân Việt Nam", "Tổ chức (không bao gồm doanh nghiệp, HTX)"],
    ),
    procedure("2.000815", "Chứng thực bản sao", linh_vuc="Chứng thực", muc_do="mot_phan",
              doi_tuong=["Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)"]),
    procedure("1.004222", "Nhập hộ khẩu", noi_tiep_nhan="cong_an", cap_thuc_hien=["xa", "tinh"]),
)  # fmt: skip


def view(name: str) -> View:
    return next(each for each in views(PORTAL) if each.name == name)


def counts(name: str) -> dict[str, int]:
    return {choice.name: len(choice.entries) for choice in view(name).choices}


def test_every_view_counts_its_choices_what_is_unknown_is_one_too() -> None:
    assert counts("Trực tuyến") == {"Toàn trình": 1, "Một phần": 1, "Chưa có thông tin": 1}
    assert counts("Cấp giải quyết") == {
        "Cấp xã (phường)": 2, "Cấp tỉnh (thành phố)": 1, "Chưa có thông tin": 1,
    }  # fmt: skip
    assert counts("Nơi nộp") == {"Trung tâm phường": 2, "Công an phường": 1}


def test_an_audience_written_in_short_and_in_full_is_one() -> None:
    assert counts("Đối tượng") == {
        "Công dân Việt Nam": 1,
        "Tổ chức (không bao gồm doanh nghiệp, hợp tác xã)": 2,
        "Chưa có thông tin": 1,
    }


def test_the_audience_of_most_procedures_comes_first() -> None:
    names = [choice.name for choice in view("Đối tượng").choices]
    assert names[0].startswith("Tổ chức")
    assert names[-1] == "Chưa có thông tin"


def test_a_view_with_one_choice_parts_nothing() -> None:
    names = {each.name for each in views(portal_of(procedure()))}
    assert names == set()


def test_a_views_page_leads_to_its_choices() -> None:
    page = views_page(view("Trực tuyến"), PORTAL)
    assert "Toàn trình Làm được mọi bước qua mạng 1 thủ tục" in plain_text(page.html)
    assert 'href="toan-trinh/"' in page.html


def test_a_choices_page_lists_by_field_and_leads_to_the_others() -> None:
    organisations = view("Đối tượng").choices[0]
    (page,) = choice_pages(organisations, view("Đối tượng"), PORTAL)
    assert [each.words for each in page.headings][1:] == ["Chứng thực (1)", "Hộ tịch (1)"]
    assert re.findall(r'href="#([a-z-]+)"', page.html) == ["chung-thuc", "ho-tich"]
    assert 'href="../cong-dan-viet-nam/"' in page.html
    assert not page.searched


def test_a_long_choice_leads_to_a_page_for_each_of_its_fields() -> None:
    many = portal_of(
        *(procedure(f"1.{n:06}", f"Đăng ký {n}", muc_do="toan_trinh") for n in range(1, LONG + 1)),
        procedure("2.000815", "Chứng thực", linh_vuc="Chứng thực", muc_do="toan_trinh"),
        procedure("2.000816", "Sao y", linh_vuc="Chứng thực", muc_do="mot_phan"),
    )
    online = next(each for each in views(many) if each.name == "Trực tuyến")
    whole, *shelves = choice_pages(online.choices[0], online, many)
    assert "Chứng thực 1 thủ tục Hộ tịch 100 thủ tục" in plain_text(whole.html)
    assert "1.000001" not in whole.html
    assert [page.address for page in shelves] == [
        "thu-tuc/truc-tuyen/toan-trinh/chung-thuc/",
        "thu-tuc/truc-tuyen/toan-trinh/ho-tich/",
    ]
    assert "2.000815" in shelves[0].html
    assert "2.000816" not in shelves[0].html
    assert 'href="../">Toàn trình</a>' in shelves[0].html


def test_all_lists_offer_the_same_ways_and_mark_the_open_one() -> None:
    ways = [way.name for way in ways_to_find(PORTAL)]
    assert ways == ["Lĩnh vực", "Đối tượng", "Trực tuyến", "Cấp giải quyết", "Nơi nộp", "A đến Z"]
    pages = {page.address: page.html for page in all_pages(PORTAL)}
    for address in ("thu-tuc/", "thu-tuc/a-z/", "thu-tuc/doi-tuong/", "thu-tuc/ho-tich/"):
        assert 'aria-label="Cách xem danh sách"' in pages[address]
    assert re.findall(r'href="([^"]+)" aria-current="page">A đến Z', pages["thu-tuc/a-z/"]) == [
        "./"
    ]


def test_every_choice_has_its_page() -> None:
    addresses = {page.address for page in all_pages(PORTAL)}
    assert {choice.address for each in views(PORTAL) for choice in each.choices} <= addresses
