"""Feedback's pages and figure: filled with the sample year, and as shipped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.feedback.feedback_pages import FEEDBACKS, FORM, feedback_pages
from cchc.site.reform.feedback.section import feedback_figures
from cchc.site.reform.words import SAMPLE
from cchc.site.search.search_rows import plain_text
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
YEAR = f"{FEEDBACKS}2026/"


def page(portal: Portal, address: str = YEAR) -> str:
    return plain_text(next(each for each in feedback_pages(portal) if each.address == address).html)


def test_the_answer_stands_first_with_its_day_and_base(portal: Path) -> None:
    text = page(load_portal(add_sample(portal), DAY))
    answer = text.index("Đến ngày 24/11/2026: 6 phản ánh được công bố, 4 đã trả lời; 3/5")
    assert text.index(SAMPLE) < answer < text.index("Từng phản ánh (6)")
    assert "18 ngày làm việc (trung vị của 4 phản ánh đã trả lời)" in text
    assert text.index("PA5") < text.index("PA6") < text.index("PA4")


def test_figure_and_page_say_the_same(portal: Path) -> None:
    found = load_portal(add_sample(portal), DAY)
    (figure,) = feedback_figures(found)
    assert (figure.value, figure.day, figure.address) == ("3/5", DAY, YEAR)
    assert figure.sample
    assert "3/5 phản ánh đã trả lời hoặc quá hạn là đúng hạn (60%)" in page(found)


def test_as_shipped_it_says_what_is_not_known_and_where_to_go(portal: Path) -> None:
    found = load_portal(portal, DAY)
    text = page(found, FEEDBACKS)
    assert "Chưa có số liệu. Văn phòng – Thống kê" in text
    assert "Trang này không nhận và không lưu phản ánh." in text
    assert "dichvucong.gov.vn" in text
    (figure,) = feedback_figures(found)
    assert (figure.value, figure.day, figure.address) == ("", None, FEEDBACKS)
    assert SAMPLE not in text


def test_the_form_is_for_paper_only(portal: Path) -> None:
    (form,) = [each for each in feedback_pages(load_portal(portal, DAY)) if each.address == FORM]
    assert "<input" not in form.html
    assert "<form" not in form.html
    assert "<textarea" not in form.html
    assert "Trang này không nhận, không lưu phiếu." in form.html


def test_procedures_that_feedback_is_about_are_linked(portal: Path) -> None:
    html = next(
        each
        for each in feedback_pages(load_portal(add_sample(portal), DAY))
        if each.address == YEAR
    ).html
    assert 'href="../../../thu-tuc/ho-tich/1.001193/"' in html
