"""What changed, in a real browser: a day between one decision and the next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from playwright.sync_api import expect

from cchc.procedures.decision import Decision
from cchc.procedures.decision_files import canonical_decision, path_of
from cchc.procedures.model import Procedure
from cchc.procedures.store import load, save
from cchc.site.build import build
from tests.browser.conftest import Visit, served
from tests.browser.test_site import SMALL, TOO_WIDE
from tests.portals import make_portal

pytestmark = pytest.mark.browser

BORN, COPIES, RETIRED = "1.001193", "2.000815", "1.000894"
DAY = "2026-11-24"
CHANGES = "thay-doi/"
AMENDED = "thu-tuc/ho-tich/1.001193/"
ENDED = "thu-tuc/ho-tich/1.000894/"
DECISION = Decision.model_validate(
    {"so": "3582/QĐ-UBND", "ngay_ky": "2026-11-10", "hieu_luc": "2026-11-20",
     "trang_thai": "da_xac_nhan", "trich_yeu": "Về việc công bố Danh mục thủ tục hành chính",
     "nguon": {"dia_chi": "https://qd.example/3582.pdf"}}
)  # fmt: skip
CITED = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}

Open = Callable[..., Visit]


def changed(before: Procedure, kind: str, day: str, **data: Any) -> Procedure:  # noqa: ANN401
    whole = before.model_dump(mode="json", by_alias=True)
    entry = {"ngay": day, "loai": kind, "quyet_dinh": CITED}
    return Procedure.model_validate({**whole, "lich_su": [entry], **data}, by_alias=True)


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a portal where one was amended, one ended, and one will be amended."""
    root = make_portal(tmp_path_factory.mktemp("changes") / "trang")
    catalogue = load(root)
    born, copies = (catalogue.versions[code][0].procedure for code in (BORN, COPIES))
    retired = Procedure(
        code=RETIRED, name="Khai sinh cho trẻ bị bỏ rơi", field_of_service="Hộ tịch"
    )
    save(root, catalogue.fields, retired)
    end = {"ngay": "2026-11-20", "quyet_dinh": CITED, "thay_bang": [BORN]}
    for after, day in (
        (changed(born, "sua_doi", "2026-11-20", yeu_cau=["Trẻ sinh tại phường"]), "2026-11-20"),
        (changed(retired, "bai_bo", "2026-11-20", bai_bo=end), "2026-11-20"),
        (changed(copies, "sua_doi", "2027-03-01", yeu_cau=["Có căn cước"]), "2027-03-01"),
    ):
        save(root, catalogue.fields, after, dt.date.fromisoformat(day))
    file = root / path_of(DECISION)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(canonical_decision(DECISION), encoding="utf-8")
    assert build(root, dt.date.fromisoformat(DAY)).warnings == ()
    with served(root / "site") as where:
        yield where


@pytest.mark.parametrize("width", [320, 360, 1280])
@pytest.mark.parametrize("path", [CHANGES, AMENDED, ENDED, "thu-tuc/ho-tich/"])
def test_pages_fit_and_ask_for_nothing_that_is_not_there(
    visit: Open, address: str, path: str, width: int
) -> None:
    seen = visit(path, width, 740)
    assert seen.page.evaluate(TOO_WIDE) == []
    assert seen.errors == []
    assert [url for url in seen.requests if not url.startswith((address, "data:"))] == []
    assert seen.page.evaluate(SMALL, "main summary, .ways-out a") == []


def test_a_change_leads_from_the_decision_to_the_words_that_changed(visit: Open) -> None:
    page = visit(CHANGES, 360, 740).page
    decision = page.get_by_role("link", name="Quyết định số 3582/QĐ-UBND")
    expect(decision.first).to_have_attribute("href", "https://qd.example/3582.pdf")
    page.get_by_role("link", name="Đăng ký khai sinh").last.click()
    page.get_by_role("link", name="Xem đổi gì").click()
    expect(page.get_by_role("heading", name="Lịch sử thay đổi")).to_be_in_viewport()
    expect(page.locator("ins").last).to_contain_text("thêm: Trẻ sinh tại phường")


def test_an_abolished_one_says_so_first_and_leads_to_what_takes_its_place(visit: Open) -> None:
    page = visit(ENDED, 360, 740).page
    expect(page.get_by_text("Đã được thay thế từ 20/11/2026.")).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("link", name="Nộp trực tuyến")).to_have_count(0)
    page.get_by_role("link", name="Đăng ký khai sinh").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Đăng ký khai sinh")


def test_search_finds_the_abolished_by_its_code_and_marks_it(visit: Open) -> None:
    page = visit(f"tim-kiem/?q={RETIRED}").page
    first = page.locator("[data-cchc-search-results] a").first
    expect(first).to_contain_text("(đã bãi bỏ)")


def test_marks_are_words_not_colour_alone(visit: Open) -> None:
    page = visit("thu-tuc/ho-tich/", 360, 740).page
    expect(page.locator(".tag--amended").first).to_have_text("Sửa đổi")
    page = visit("thu-tuc/chung-thuc/", 360, 740).page
    expect(page.locator(".tag--coming")).to_have_text("Sắp có thay đổi từ 01/03/2027")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_what_was_added_and_removed_can_be_read_by_day_and_night(visit: Open, scheme: str) -> None:
    page = visit(AMENDED, 360, 740, color_scheme=scheme).page
    looks = "e => [getComputedStyle(e).textDecorationLine, getComputedStyle(e).color]"
    line, colour = page.locator("ins").first.evaluate(looks)
    assert line == "underline"
    assert colour != page.locator(".diff__part").first.evaluate(looks)[1]
