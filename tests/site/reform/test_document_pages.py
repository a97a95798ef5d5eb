"""The pages of documents and of their review; links both ways with the procedures."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.site.pages import all_pages, load_portal
from cchc.site.portal import Portal
from cchc.site.procedure.procedure_page import procedure_page
from cchc.site.reform.documents.document_pages import document_pages
from cchc.site.reform.documents.review_pages import review_pages
from cchc.site.reform.documents.section import document_figures, review_figures
from cchc.site.reform.words import SAMPLE
from cchc.site.rendering import PageText
from cchc.site.search.made_rows import made_rows
from cchc.site.search.search_rows import plain_text
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
PLACE = "cai-cach/van-ban/"
DECREE = f"{PLACE}2015/123-2015-nd-cp/"


@pytest.fixture
def filled(portal: Path) -> Portal:
    return load_portal(add_sample(portal), DAY)


def page(portal: Portal, address: str) -> PageText:
    every = (*document_pages(portal), *review_pages(portal))
    return next(each for each in every if each.address == address)


def test_the_answer_stands_first(filled: Portal) -> None:
    text = plain_text(page(filled, PLACE).html)
    said = text.index("Đến ngày 24/11/2026: 5 văn bản, 3 còn hiệu lực, 1 hết hiệu lực, 1 chưa")
    assert text.index(SAMPLE) < said < text.index("Mới nhất")


@pytest.mark.parametrize(
    ("choice", "count"),
    [
        ("loai/nghi-dinh/", 2),
        ("tinh-trang/het-hieu-luc/", 1),
        ("linh-vuc/ho-tich/", 1),
        ("2026/", 3),
    ],
)
def test_a_choice_is_a_page_of_links(filled: Portal, choice: str, count: int) -> None:
    found = page(filled, PLACE + choice)
    assert found.html.count('<p class="also">') == count
    assert 'aria-current="page"' in found.html


def test_links_lead_both_ways(filled: Portal) -> None:
    decree = page(filled, DECREE).html
    assert 'href="../../../../thu-tuc/ho-tich/1.001193/"' in decree
    assert "Thủ tục dẫn văn bản này (1)" in decree
    procedure = procedure_page(filled.entries["1.001193"], filled).html
    assert f'href="../../../{DECREE}"' in procedure


def test_a_replaced_document_and_its_successor_know_each_other(filled: Portal) -> None:
    old, new = f"{PLACE}2026/12-2026-qd-ubnd/", f"{PLACE}2026/45-2026-qd-ubnd/"
    assert 'href="../45-2026-qd-ubnd/"' in page(filled, old).html
    assert "Thay thế cho" in page(filled, new).html
    assert "Hết hiệu lực" in page(filled, old).html


def test_search_has_a_row_for_each_document(filled: Portal) -> None:
    rows = {each.address: each for each in made_rows(filled, all_pages(filled))}
    row = rows[DECREE]
    assert row.title == "Nghị định 123/2015/NĐ-CP"
    assert "123/2015/NĐ-CP" in row.words
    assert "Hộ tịch" in row.summary


def test_a_review_counts_what_it_found(filled: Portal) -> None:
    text = plain_text(page(filled, "cai-cach/ra-soat/2026/").html)
    assert "rà soát 3 văn bản; 1 giữ nguyên, 1 cần sửa đổi, bổ sung, 1 đã hết hiệu lực." in text
    (figure,) = review_figures(filled)
    assert (figure.value, figure.sample, figure.day) == ("3", True, dt.date(2026, 11, 2))


def test_as_shipped_it_says_what_is_not_known_and_what_procedures_cite(portal: Path) -> None:
    found = load_portal(portal, DAY)
    text = plain_text(page(found, PLACE).html)
    assert "Chưa có thông tin. Danh mục văn bản của phường chưa được ghi" in text
    assert "Thủ tục của phường dẫn văn bản nào nhiều nhất" in text
    assert "123/2015/NĐ-CP" in text
    assert SAMPLE not in text
    (figure,) = document_figures(found)
    assert (figure.value, figure.day) == ("", None)
