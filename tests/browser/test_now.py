"""What the hour and the day change on a page that was built once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from cchc.site.build import build
from tests.browser.conftest import served
from tests.portals import make_portal

pytestmark = pytest.mark.browser

BUILT = dt.date(2026, 12, 28)
HOURS = """gio_lam_viec:
          - thu: [2, 3, 4, 5, 6]
            tu: "07:30"
            den: "11:30"
          - thu: [2, 3, 4, 5, 6]
            tu: "13:30"
            den: "17:00\""""
NOTICES = """thong_bao:
- tu: "2026-12-28"
  den: "2026-12-29"
  noi_dung: Mất điện ở trụ sở.
  muc_do: khan
  lien_ket: lien-he/
- tu: "2026-12-31"
  den: "2027-01-03"
  noi_dung: Nghỉ Tết Dương lịch.
"""


@pytest.fixture(scope="module")
def portal(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = make_portal(tmp_path_factory.mktemp("now") / "trang")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8").replace("gio_lam_viec: []", HOURS, 1)
    settings.write_text(text, encoding="utf-8")
    (root / "docs" / "thong-bao.yml").write_text(NOTICES, encoding="utf-8")
    build(root, BUILT)
    with served(root / "site") as address:
        yield address


def at(browser: Browser, address: str, moment: str, **options: object) -> Page:
    """Open a page at a moment of Vietnam, on a telephone set to another zone."""
    context = browser.new_context(timezone_id="America/New_York", **options)  # type: ignore[arg-type]
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{moment}+07:00"))
    page.goto(address)
    return page


@pytest.mark.parametrize(
    ("moment", "words"),
    [
        ("2026-12-28T07:00", "Đang đóng cửa, mở cửa lúc 7:30"),
        ("2026-12-28T07:30", "Đang mở cửa đến 11:30"),
        ("2026-12-28T11:30", "Đang đóng cửa, mở lại lúc 13:30"),
        ("2026-12-28T16:59", "Đang mở cửa đến 17:00"),
        ("2026-12-28T17:00", "Đang đóng cửa, mở lại ngày mai lúc 7:30"),
        ("2026-12-31T20:00", "Đang đóng cửa, mở lại thứ Hai lúc 7:30"),
        ("2027-01-02T09:00", "Đang đóng cửa, mở lại thứ Hai lúc 7:30"),
    ],
)
def test_open_now_by_vietnams_clock_holidays_known(
    browser: Browser, portal: str, moment: str, words: str
) -> None:
    page = at(browser, portal, moment)
    expect(page.locator("[data-cchc-now]")).to_have_text(words)
    page.context.close()


def test_a_page_too_old_says_the_hours_only(browser: Browser, portal: str) -> None:
    page = at(browser, portal, "2027-05-03T09:00")
    expect(page.locator("[data-cchc-now]")).to_be_hidden()
    expect(page.get_by_text("Thứ Hai đến thứ Sáu: 07:30–11:30").first).to_be_visible()
    page.context.close()


@pytest.mark.parametrize(
    ("moment", "shown"),
    [
        ("2026-12-28T08:00", ["Khẩn: Mất điện ở trụ sở. Xem chi tiết"]),
        ("2026-12-30T08:00", []),
        ("2026-12-31T00:01", ["Thông báo: Nghỉ Tết Dương lịch."]),
        ("2027-01-04T00:01", []),
    ],
)
def test_notices_come_and_go_by_themselves(
    browser: Browser, portal: str, moment: str, shown: list[str]
) -> None:
    page = at(browser, portal + "thu-tuc/", moment)
    visible = page.locator(".notice").filter(visible=True)
    expect(visible).to_have_text(shown)
    assert page.locator(".notices").is_visible() is bool(shown)
    page.context.close()


def test_without_a_script_the_notices_of_the_build_show(browser: Browser, portal: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(portal)
    expect(page.locator(".notice").filter(visible=True)).to_have_text(
        ["Khẩn: Mất điện ở trụ sở. Xem chi tiết"]
    )
    page.get_by_role("link", name="Xem chi tiết").click()
    assert page.url.endswith("/lien-he/")
    context.close()


def test_coming_notices_are_not_given_away_as_a_file(browser: Browser, portal: str) -> None:
    page = browser.new_page()
    answer = page.goto(portal + "thong-bao.yml")
    assert answer is not None
    assert answer.status == 404
    page.close()


def test_the_notice_bar_fits_a_small_screen(browser: Browser, portal: str) -> None:
    page = at(browser, portal, "2026-12-28T08:00", viewport={"width": 320, "height": 640})
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width == 320
    page.context.close()
