"""The page of the quality system: filled with the sample year, and as shipped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.quality.quality_pages import SYSTEMS, quality_figures, quality_pages
from cchc.site.reform.words import SAMPLE
from cchc.site.search.search_rows import plain_text
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
YEAR = f"{SYSTEMS}2026/"


def page(portal: Portal, address: str = YEAR) -> str:
    return next(each for each in quality_pages(portal) if each.address == address).html


def test_the_declaration_its_processes_and_the_review_that_is_late(portal: Path) -> None:
    found = load_portal(add_sample(portal), DAY)
    html, text = page(found), plain_text(page(found))
    assert f"3 quy trình cho 2/{len(found.entries)} thủ tục" in text
    assert "soát xét lần tới: 15/11/2026 (đã quá ngày)." in text
    assert 'href="../../../thu-tuc/ho-tich/1.001193/"' in html
    assert text.index(SAMPLE) < text.index("3 quy trình")
    (figure,) = quality_figures(found)
    assert (figure.value, figure.sample) == (f"2/{len(found.entries)}", True)


def test_as_shipped_it_says_what_is_not_known(portal: Path) -> None:
    found = load_portal(portal, DAY)
    assert "Chưa có thông tin. Văn phòng" in plain_text(page(found, SYSTEMS))
    (figure,) = quality_figures(found)
    assert (figure.value, figure.day, figure.address) == ("", None, SYSTEMS)
