"""A procedure's page in a reader's hands: ticks, the expected day, passing it on, its QR code."""

from __future__ import annotations

import datetime as dt
import io
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from playwright.sync_api import Browser, Page, expect
from pypdfium2 import PdfDocument  # type: ignore[import-untyped]

from cchc.base.workdays import ONE_DAY, Calendar
from cchc.site.build import build
from cchc.site.procedure.qr import qr_svg
from cchc.site.rendering import THEME
from tests.browser.conftest import Visit, served
from tests.portals import make_portal

pytestmark = pytest.mark.browser

Open = Callable[..., Visit]
BIRTH = "thu-tuc/ho-tich/1.001193/"
RESIDENCE = "thu-tuc/dang-ky-quan-ly-cu-tru/1.004222/"
DUE = re.compile(r"dự kiến là [^,]+, (\d{2}/\d{2}/\d{4})\.")
PUBLIC = "https://huongan.example/cchc/"


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Serve a portal that knows its public address."""
    root = make_portal(tmp_path_factory.mktemp("public") / "trang")
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    settings.write_text(f"site_url: {PUBLIC}\n{_without_address(text)}", encoding="utf-8")
    build(root, dt.date(2026, 11, 24))
    with served(root / "site") as address:
        yield address


def _without_address(text: str) -> str:
    return re.sub(r"^site_url:.*\n", "", text, flags=re.MULTILINE)


def test_ticks_stay_on_the_device_and_can_be_cleared(visit: Open) -> None:
    page = visit(BIRTH, width=360, height=740).page
    boxes = page.locator("[data-cchc-ticks] input[type=checkbox]")
    expect(page.locator(".ticks")).to_be_hidden()
    boxes.nth(0).check()
    boxes.nth(1).check()
    expect(page.locator(".ticks")).to_contain_text("Đã đánh dấu 2 giấy tờ")
    page.reload()
    expect(boxes.nth(1)).to_be_checked()
    page.goto(page.url.replace(BIRTH, RESIDENCE))
    expect(page.locator("[data-cchc-ticks] input:checked")).to_have_count(0)
    page.go_back()
    page.get_by_role("button", name="Bỏ dấu").click()
    expect(page.locator(".ticks")).to_be_hidden()
    assert page.evaluate("localStorage.length") == 0


def test_broken_storage_leaves_the_page_working(visit: Open) -> None:
    seen = visit(BIRTH)
    seen.page.evaluate("localStorage.setItem('cchc-ho-so-1.001193', '{')")
    seen.page.reload()
    seen.page.locator("[data-cchc-ticks] input").first.check()
    expect(seen.page.locator(".ticks")).to_be_visible()
    assert seen.errors == []


def at(browser: Browser, site: str, moment: str) -> Page:
    """Open the page of a limit in working days at a moment of Vietnam, far from it."""
    page = browser.new_context(timezone_id="America/Los_Angeles").new_page()
    page.clock.set_fixed_time(dt.datetime.fromisoformat(f"{moment}+07:00"))
    page.goto(site + RESIDENCE)
    return page


def test_the_expected_day_is_the_one_that_the_calendar_counts(
    browser: Browser, address: str
) -> None:
    """Every day of four months, Tết in them, by the browser and by `Calendar.after`."""
    calendar = Calendar()
    page = at(browser, address, "2026-11-24T08:00")
    code = (THEME / "assets/cchc/due.js").read_text(encoding="utf-8")
    for n in range(0, 120, 3):
        day = dt.date(2026, 11, 24) + ONE_DAY * n
        page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(9), dt.UTC))
        page.evaluate("for (const p of document.querySelectorAll('.due')) p.textContent = ''")
        page.evaluate(f"(() => {{ {code} }})()")
        received = day
        while not calendar.is_working(received):
            received += ONE_DAY
        for line in page.locator("[data-value]").all():
            limit = int(line.get_attribute("data-value") or 0)
            assert line.get_attribute("data-unit") == "ngay_lam_viec"
            found = DUE.search(line.inner_text())
            assert found, (day, line.inner_text())
            assert found[1] == calendar.after(received, limit).strftime("%d/%m/%Y"), day
    page.context.close()


def test_late_at_night_it_is_already_the_next_day_in_vietnam(
    browser: Browser, address: str
) -> None:
    page = at(browser, address, "2026-11-26T00:30")
    expect(page.locator(".due").first).to_contain_text("hôm nay (thứ Năm, 26/11/2026)")
    page.context.close()


def test_on_a_day_off_the_dossier_is_received_on_the_next_working_day(
    browser: Browser, address: str
) -> None:
    page = at(browser, address, "2026-11-28T09:00")
    expect(page.locator(".due").first).to_contain_text("ngày làm việc tới (thứ Hai, 30/11/2026)")
    page.context.close()


@pytest.mark.parametrize("moment", ["2026-11-23T09:00", "2028-03-01T09:00"])
def test_outside_the_pages_calendar_no_day_is_named(
    browser: Browser, address: str, moment: str
) -> None:
    page = at(browser, address, moment)
    expect(page.locator(".due").first).to_be_hidden()
    page.context.close()


def test_the_link_is_copied_or_shown(browser: Browser, address: str) -> None:
    context = browser.new_context(permissions=["clipboard-read", "clipboard-write"])
    page = context.new_page()
    page.goto(f"{address}{BIRTH}#ho-so")
    page.get_by_role("button", name="Sao chép liên kết").click()
    expect(page.locator("[data-cchc-said]")).to_have_text("Đã sao chép liên kết.")
    assert page.evaluate("navigator.clipboard.readText()") == f"{address}{BIRTH}"
    context.close()


def test_the_devices_own_sharing_is_offered_where_it_is(browser: Browser, address: str) -> None:
    context = browser.new_context()
    context.add_init_script("navigator.share = (what) => { window.shared = what; }")
    page = context.new_page()
    page.goto(address + BIRTH)
    page.get_by_role("button", name="Chia sẻ").click()
    assert page.evaluate("window.shared.url") == f"{address}{BIRTH}"
    context.close()


def read_code(png: bytes) -> str:
    found = zxingcpp.read_barcodes(Image.open(io.BytesIO(png)))
    return found[0].text if found else ""


def test_the_qr_code_leads_to_the_public_address(browser: Browser, public: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 740})
    page.goto(public + BIRTH)
    expect(page.locator(".qr")).to_be_hidden()
    page.get_by_role("link", name="Mã QR").click()
    code = page.locator(".qr__code")
    expect(code).to_be_visible()
    assert read_code(page.locator(".qr").screenshot()) == PUBLIC + BIRTH
    page.get_by_role("link", name="Đóng").click()
    expect(page.locator(".qr")).to_be_hidden()
    page.close()


@pytest.mark.parametrize("dark", [False, True])
def test_the_code_is_read_on_a_dark_page_too(browser: Browser, public: str, dark: bool) -> None:  # noqa: FBT001
    page = browser.new_page(color_scheme="dark" if dark else "light")
    page.goto(f"{public}{BIRTH}#ma-qr")
    assert read_code(page.locator(".qr").screenshot()) == PUBLIC + BIRTH
    page.close()


def test_a_long_address_is_read_as_well(browser: Browser) -> None:
    address = f"{PUBLIC}thu-tuc/{'linh-vuc-dai-' * 8}/1.001193/"
    page = browser.new_page()
    page.set_content(f'<div style="width:300px">{qr_svg(address)}</div>')
    assert read_code(page.screenshot()) == address
    page.close()


def test_a_site_without_a_public_address_has_no_code(visit: Open) -> None:
    assert qr_svg("") == ""
    expect(visit(BIRTH).page.locator(".qr")).to_have_count(0)


def test_paper_has_the_ticks_the_code_and_no_buttons(browser: Browser, public: str) -> None:
    page = browser.new_page()
    page.goto(public + BIRTH)
    page.emulate_media(media="print")
    expect(page.locator(".qr__code")).to_be_visible()
    expect(page.locator("[data-cchc-ticks] input").first).to_be_visible()
    for hidden in (".tools", ".search", ".header__menu", ".footer a"):
        for each in page.locator(hidden).all():
            expect(each).to_be_hidden()
    page.close()


@pytest.mark.parametrize("code", ["ho-tich/1.001193", "ho-tich/1.000894", "chung-thuc/2.000815"])
def test_a_long_procedure_takes_two_sheets(browser: Browser, shipped: Path, code: str) -> None:
    page = browser.new_page()
    with served(shipped) as address:
        page.goto(f"{address}thu-tuc/{code}/")
        paper = page.pdf(format="A4", prefer_css_page_size=True)
    assert len(PdfDocument(paper)) <= 2
    page.close()


def test_machines_find_the_eight_parts_of_a_service(visit: Open) -> None:
    page = visit(BIRTH).page
    found = page.eval_on_selector_all(
        "[data-element]", "(all) => all.map((each) => each.dataset.element)"
    )
    wanted = {
        "service-title", "service-description", "service-status", "service-addressed",
        "service-needed", "service-achieved", "service-calendar-text", "service-how-to",
        "service-file", "service-area", "service-topic", "contacts", "page-index", "metatag",
    }  # fmt: skip
    assert wanted - set(found) == set()


def test_what_machines_read_is_whole(visit: Open) -> None:
    page = visit(BIRTH).page
    graph = json.loads(page.locator("script[type='application/ld+json']").text_content() or "")
    kinds = [each["@type"] for each in graph["@graph"]]
    assert kinds == ["GovernmentService", "BreadcrumbList"]
