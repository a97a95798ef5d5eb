from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.procedure.procedure_page import procedure_page
from cchc.site.rendering import PageText
from cchc.site.search.search_rows import plain_text
from tests.portals import DAY
from tests.site.samples import portal_of, procedure, version

ORDER = [
    "Ai làm thủ tục này",
    "Cần mang theo",
    "Mẫu đơn, tờ khai",
    "Cách nộp",
    "Bao lâu có kết quả",
    "Tốn bao nhiêu",
    "Các bước",
    "Nhận được gì",
    "Căn cứ pháp lý",
    "Quyết định công bố",
    "Cơ quan giải quyết",
    "Nộp ở đâu",
    "Chưa có thông tin",
    "Thủ tục liên quan",
    "Điều chưa chắc",
    "Tin liên quan",
    "Lịch sử thay đổi",
    "Kiểm tra lần cuối",
    "Góp ý về trang này",
]


@pytest.fixture
def pages(portal: Path) -> dict[str, PageText]:
    whole = load_portal(portal, dt.date.fromisoformat(DAY))
    return {code: procedure_page(entry, whole) for code, entry in whole.entries.items()}


def one(portal: Portal, code: str = "1.001193") -> PageText:
    return procedure_page(portal.entries[code], portal)


def words(page: PageText) -> str:
    return plain_text(page.html)


def test_parts_stand_in_one_order_for_every_procedure(pages: dict[str, PageText]) -> None:
    headings = [each.words for each in pages["1.001193"].headings]
    assert headings[0] == "Đăng ký khai sinh"
    assert headings[1:] == [each for each in ORDER if each in headings]
    assert {"Cần mang theo", "Bao lâu có kết quả", "Nộp ở đâu"} < set(headings)


def test_the_answers_come_before_the_parts(pages: dict[str, PageText]) -> None:
    said = words(pages["1.001193"])
    assert said.index("Từ 4.000 đồng đến 8.000 đồng") < said.index("Trình tự thực hiện")


@pytest.mark.parametrize(
    "told",
    [
        "Mã thủ tục: 1.001193",
        "Còn gọi là: làm giấy khai sinh",
        "Đơn vị chưa xác nhận nội dung này. Nguồn: Cổng Dịch vụ công quốc gia, 03/10/2026",
        "01 ngày làm việc",
        "Trung tâm Phục vụ hành chính công phường Hương An",
        "Nộp trực tuyến tại dichvucong.gov.vn",
        "Giấy tờ phải nộp Tờ khai đăng ký khai sinh 01 bản chính Mẫu số 01 Bắt buộc",
        "Nguồn ghi 0 bản chính, 0 bản sao",
        "Số lượng hồ sơ: 01 bộ",
        "Lệ phí: 8.000 đồng Mức do Hội đồng nhân dân thành phố quy định",
        "Luật Hộ tịch 60/2014/QH13 · 20/11/2014 · Quốc hội",
        "Quyết định số 163/QĐ-BTP ngày 05/02/2026 của Bộ Tư pháp",
        "Tên ghi trong nguồn: Thủ tục đăng ký khai sinh",
        "Sắp có hiệu lực từ 01/03/2027: nội dung mới.",
    ],
)
def test_a_whole_procedure_tells(pages: dict[str, PageText], told: str) -> None:
    assert told in words(pages["1.001193"])


def test_links_of_a_procedure(pages: dict[str, PageText]) -> None:
    html = pages["1.001193"].html
    address = "https://dichvucong.gov.vn/nop-ho-so?ma=1.001193&amp;loai=a"
    assert f'<a class="button button--first" href="{address}" rel="noopener"' in html
    assert 'href="../../../tai-ve/to-khai-khai-sinh.docx" download' in html
    assert 'href="../../chung-thuc/2.000815/"' in html
    assert 'href="https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3fe0-' in html


def test_missing_parts_are_named_with_a_way_out(pages: dict[str, PageText]) -> None:
    said = words(pages["1.004222"])
    assert "Đang cập nhật. Trang này còn thiếu: trình tự thực hiện; thành phần" in said
    assert "Xem đủ trên Cổng Dịch vụ công quốc gia" in said
    assert "Hỏi tại Công an phường Hương An" in said
    assert "Trình tự thực hiện: Chưa có thông tin" in said
    assert "Đang cập nhật" not in words(pages["1.001193"])


def test_without_a_portal_page_the_code_is_to_be_looked_up(pages: dict[str, PageText]) -> None:
    assert "Tra mã 1.000080 trên Cổng Dịch vụ công quốc gia" in words(pages["1.000080"])


def test_a_confirmed_text_says_who_and_when(pages: dict[str, PageText]) -> None:
    said = words(pages["2.000815"])
    assert "Đơn vị đã xác nhận ngày 02/11/2026." in said
    assert "Kiểm tra lần cuối ngày 02/11/2026 bởi Công chức Tư pháp – Hộ tịch." in said
    assert "chưa xác nhận" not in said


def test_what_the_source_does_not_state_is_not_waited_for() -> None:
    data: dict[str, Any] = {"trinh_tu": [], "nguon_khong_ghi": ["trinh_tu"]}
    said = words(one(portal_of(procedure(**data))))
    assert "Trình tự thực hiện: Chưa có thông tin (nguồn không ghi)" in said
    assert "còn thiếu: trình tự" not in said


def test_capitals_are_shown_as_a_sentence(pages: dict[str, PageText]) -> None:
    page = pages["1.004222"]
    assert page.title == "Đăng ký thường trú"
    assert "Tên ghi trong nguồn: ĐĂNG KÝ THƯỜNG TRÚ" in words(page)


def test_a_bare_zero_never_becomes_free(pages: dict[str, PageText]) -> None:
    assert not any("miễn phí" in page.html.lower() for page in pages.values())


def test_a_procedure_still_to_come_has_a_page_that_says_so() -> None:
    portal = portal_of(version(procedure("3.000722", "Bán lẻ thuốc"), "2027-01-01"))
    assert dict(portal.entries) == {}
    said = words(procedure_page(portal.awaited["3.000722"], portal))
    assert "Sắp có hiệu lực từ 01/01/2027. Trước ngày đó thủ tục này chưa áp dụng." in said


def test_the_day_chooses_the_version() -> None:
    old, new = procedure(tom_tat="Bản cũ"), procedure(tom_tat="Bản mới")
    before = portal_of(old, version(new, "2027-03-01"), day=dt.date(2027, 2, 28))
    after = portal_of(old, version(new, "2027-03-01"), day=dt.date(2027, 3, 1))
    assert "Bản cũ" in words(one(before))
    assert "Sắp có hiệu lực từ 01/03/2027" in words(one(before))
    assert "Bản mới" in words(one(after))
    assert "Sắp có hiệu lực" not in words(one(after))


@pytest.mark.parametrize("mark", ['"><img src=x', "{{ 7*7 }}", "&lt;b&gt;", "a & b", "`x`"])
def test_what_stands_in_data_is_text_and_nothing_else(mark: str) -> None:
    fields: dict[str, Any] = {
        "trinh_tu": [mark],
        "luu_y": [mark],
        "doi_tuong": [mark],
        "nguon": [{"ten": mark}],
        "ho_so": [{"truong_hop": mark, "giay_to": [{"ten": mark, "mau": mark}]}],
    }
    try:
        made = procedure(name=mark, **fields)
    except ValueError:
        return  # the model refuses it already
    html = one(portal_of(made)).html
    assert "<img" not in html
    assert mark in words(one(portal_of(made)))


def test_a_name_as_long_as_a_sentence_stands_below_the_name_people_use() -> None:
    long = "Chứng thực bản sao từ bản chính giấy tờ, văn bản do cơ quan, tổ chức có thẩm quyền cấp"
    page = one(portal_of(procedure(name=long, ten_goi_khac=["sao y", "photo công chứng"])))
    assert words(page).index("Sao y") < words(page).index(long)
    assert "Còn gọi là: photo công chứng" in words(page)
