"""Plans and surveys in a real browser: the sample year, for everyone, on the screen and on paper."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from cchc.site.build import build
from tests.browser.conftest import Visit, served
from tests.browser.test_everyone import SCHEMES, judged
from tests.browser.test_site import SMALL, TOO_WIDE, TOUCHED
from tests.portals import DAY, make_portal
from tests.reform.samples import add_sample

pytestmark = pytest.mark.browser

PLAN, SURVEY = "cai-cach/ke-hoach/2026/", "cai-cach/khao-sat/2026-Q3/"
PAGES = (PLAN, "cai-cach/ke-hoach/", "cai-cach/ke-hoach/2022/", SURVEY, "cai-cach/khao-sat/")
LARGEST = "document.documentElement.dataset.size = '3'"
LANDSCAPE, UPRIGHT = (842, 595), (595, 842)

Open = Callable[..., Visit]


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a portal with the sample year."""
    root = add_sample(make_portal(tmp_path_factory.mktemp("reform") / "trang"))
    assert build(root, dt.date.fromisoformat(DAY)).warnings == ()
    with served(root / "site") as where:
        yield where


@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing_and_nothing_is_too_wide(visit: Open, path: str) -> None:
    seen = visit(path, 360, 740, reduced_motion="reduce")
    page = seen.page
    assert page.evaluate(SMALL, TOUCHED) == []
    for width, height in ((360, 740), (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        for scheme in SCHEMES:
            page.emulate_media(color_scheme=scheme)
            assert (width, scheme, judged(page)) == (width, scheme, [])
        assert (width, page.evaluate(TOO_WIDE)) == (width, [])
    page.set_viewport_size({"width": 360, "height": 740})
    page.evaluate(LARGEST)
    assert page.evaluate(TOO_WIDE) == []
    assert seen.errors == []


@pytest.mark.parametrize(("path", "size"), [(PLAN, LANDSCAPE), (SURVEY, UPRIGHT)])
def test_on_paper_a_plan_lies_on_its_side(
    visit: Open, tmp_path: Path, path: str, size: tuple[int, int]
) -> None:
    target = tmp_path / "in.pdf"
    visit(path).page.pdf(path=target, prefer_css_page_size=True)
    with pypdfium2.PdfDocument(target) as document:
        assert {tuple(map(round, page.get_size())) for page in document} == {size}
        words = " ".join(page.get_textpage().get_text_range() for page in document)
    assert "Số liệu mẫu để thử, không có thật" in words


def test_a_late_task_leads_to_its_row(visit: Open) -> None:
    page = visit(PLAN, 360, 740).page
    page.get_by_role("link", name="Công bố lại hệ thống quản lý chất lượng").first.click()
    assert page.url.endswith("#vp6")
    assert page.locator("#vp6").is_visible()


def test_charts_are_pictures_with_words(visit: Open) -> None:
    for path in (SURVEY, "cai-cach/khao-sat/"):
        picture = visit(path).page.locator(".chart img")
        assert "92,4%" in (picture.get_attribute("alt") or "")
        assert picture.evaluate("each => each.complete && each.naturalWidth > 0")
