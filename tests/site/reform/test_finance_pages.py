"""The pages of published finances: filled with the sample year, and as shipped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.finance.finance_pages import FINANCES, finance_files, finance_pages
from cchc.site.reform.finance.section import finance_figures
from cchc.site.reform.words import SAMPLE
from cchc.site.search.search_rows import plain_text
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
YEAR = f"{FINANCES}2026/"


def page(portal: Portal, address: str = YEAR) -> str:
    return next(each for each in finance_pages(portal) if each.address == address).html


def test_a_table_has_its_unit_headings_and_sums(portal: Path) -> None:
    html = page(load_portal(add_sample(portal), DAY))
    assert (
        "<caption>Dự toán chi ngân sách phường năm 2026. Đơn vị tính: triệu đồng</caption>" in html
    )
    assert (
        '<th scope="row">Chi thường xuyên</th>\n<td data-label="Dự toán năm" class="n">8.930</td>'
        in html
    )
    assert '<tr class="sum">\n<td data-label="STT"></td>\n<th scope="row">Tổng chi</th>' in html
    assert SAMPLE in plain_text(html)


def test_each_chart_is_a_picture_with_its_words(portal: Path) -> None:
    found = load_portal(add_sample(portal), DAY)
    files = dict(finance_files(found))
    assert sorted(files) == [f"{YEAR}du-toan-chi.svg", f"{YEAR}thuc-hien-quy-3.svg"]
    for content in files.values():
        assert b"<svg" in content
        assert SAMPLE.rstrip(".").encode() in content
    html = page(found)
    assert 'src="du-toan-chi.svg"' in html
    assert 'alt="Biểu đồ: Dự toán chi ngân sách phường năm 2026, cột Dự toán năm.' in html


def test_what_is_published_later_is_not_there_yet(portal: Path) -> None:
    early = load_portal(add_sample(portal), dt.date(2026, 6, 1))
    assert "Tình hình thực hiện" not in page(early)
    assert sorted(dict(finance_files(early))) == [f"{YEAR}du-toan-chi.svg"]


def test_without_a_calendar_nothing_is_said_to_be_missing(portal: Path) -> None:
    found = load_portal(add_sample(portal), DAY)
    text = plain_text(page(found))
    assert "Năm ngân sách 2026: 2 bảng, mới nhất ngày 12/10/2026 (đến 24/11/2026)." in text
    assert "chưa nói được bảng nào còn thiếu" in text
    (figure,) = finance_figures(found)
    assert (figure.value, figure.base, figure.sample) == ("2", "bảng", True)


def test_with_a_calendar_the_figure_counts_what_was_due(portal: Path) -> None:
    settings = add_sample(portal) / "mkdocs.yml"
    duty = (
        "    lich_cong_khai_tai_chinh:\n      - ten: Thực hiện quý\n        loai: thuc_hien\n"
        "        ky: quy\n        han: 15\n    tu_chi_cap:\n"
    )
    text = settings.read_text(encoding="utf-8")
    settings.write_text(text.replace("    tu_chi_cap:\n", duty, 1), encoding="utf-8")
    found = load_portal(portal, DAY)
    (figure,) = finance_figures(found)
    assert figure.value == "1/3"
    text = plain_text(page(found))
    assert "2 bảng quá hạn theo lịch" in text
    assert "chưa ghi là đã đối chiếu với quy định" in text


def test_a_table_that_cannot_be_read_leaves_the_page_standing(portal: Path) -> None:
    add_sample(portal)
    (portal / "docs/cai-cach/tai-chinh/du-toan-chi-2026.csv").write_text("x", encoding="utf-8")
    html = page(load_portal(portal, DAY))
    assert "Bảng chưa đọc được để hiện ở đây" in html
    assert "Thu bổ sung từ ngân sách cấp trên" in html


def test_as_shipped_it_says_what_is_not_known(portal: Path) -> None:
    found = load_portal(portal, DAY)
    assert "Chưa có số liệu. Bộ phận Tài chính" in plain_text(page(found, FINANCES))
    (figure,) = finance_figures(found)
    assert (figure.value, figure.day, figure.address) == ("", None, FINANCES)
