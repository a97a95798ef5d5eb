from __future__ import annotations

import re
from dataclasses import replace

from cchc.procedures.life_events import LifeEvent, LifeStep
from cchc.site.blocks import Asked, fill
from cchc.site.lists.life_pages import life_page, lives_of, lives_page
from cchc.site.pages import all_pages
from cchc.site.search.search_rows import plain_text
from tests.site.samples import portal_of, procedure, version

BIRTH = LifeEvent(
    key="sinh-con",
    name="Sinh con",
    summary="Giấy tờ của trẻ.",
    keywords=("em bé",),
    steps=(
        LifeStep(code="1.004222", why="Làm sau."),
        LifeStep(code="1.001193", why="Làm trước tiên."),
        LifeStep(code="9.999999", why="Phường không có."),
        LifeStep(code="2.000001", why="Đã bãi bỏ."),
    ),
)
EMPTY = LifeEvent(key="trong", name="Trống", steps=(LifeStep(code="9.999999", why="Không có."),))
END = {"ngay": "2026-11-01", "quyet_dinh": {"so": "1/QĐ-UBND"}}
PORTAL = replace(
    portal_of(
        procedure(ten_goi_khac=["làm giấy khai sinh"]),
        procedure("1.004222", "Đăng ký thường trú", muc_do="mot_phan"),
        version(procedure("2.000001", "Việc cũ", bai_bo=END), "2026-11-01"),
    ),
    lives=(BIRTH, EMPTY),
)


def test_procedures_stand_in_the_order_of_the_data_what_does_not_hold_is_left_out() -> None:
    (life,) = lives_of(PORTAL)
    assert [entry.procedure.code for entry, _ in life.steps] == ["1.004222", "1.001193"]


def test_each_procedure_has_its_why_and_the_name_people_use() -> None:
    page = life_page(lives_of(PORTAL)[0], PORTAL)
    said = plain_text(page.html)
    assert "Làm sau. Đăng ký thường trú 1.004222 Trực tuyến một phần" in said
    assert "Làm trước tiên. Làm giấy khai sinh Tên chính thức: Đăng ký khai sinh" in said
    assert page.address == "thu-tuc/su-kien/sinh-con/"
    assert 'href="../../ho-tich/1.001193/"' in page.html
    assert page.keywords == ("em bé",)


def test_the_list_leads_to_each_event_with_its_count() -> None:
    page = lives_page(PORTAL)
    assert re.findall(r'href="([a-z-]+/)"', page.html) == ["sinh-con/"]
    assert "Sinh con Giấy tờ của trẻ. 2 thủ tục" in plain_text(page.html)


def test_the_home_shows_the_events() -> None:
    text, problems = fill("docs/index.md", "<!-- cchc: su-kien -->", Asked(PORTAL, ""))
    assert problems == ()
    assert 'href="thu-tuc/su-kien/sinh-con/"' in text


def test_a_ward_without_events_has_no_page_for_them() -> None:
    addresses = {page.address for page in all_pages(portal_of(procedure()))}
    assert "thu-tuc/su-kien/" not in addresses
    assert {"thu-tuc/su-kien/", "thu-tuc/su-kien/sinh-con/"} <= {
        page.address for page in all_pages(PORTAL)
    }
