"""The steps of the two guides, on the real desk: the tests walk them, the pictures come of them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw
from playwright.sync_api import Locator, Page, expect

from cchc.base.posts import FOLDER as POSTS
from tests.browser.desk_at_work import Work

# Told after each step: its name, the page, the part that matters (None: the top of the page).
Look = Callable[[str, Page, Locator | None], None]

TITLE = "Mở thêm quầy số 3"
SUMMARY = "Từ 1/12/2026, quầy số 3 nhận hồ sơ tư pháp – hộ tịch."
TEXT = (
    "Từ ngày 1/12/2026, bà con nộp hồ sơ tư pháp – hộ tịch ở quầy số 3.\n\n"
    "## Giờ nhận hồ sơ\n\n- Sáng: 7 giờ 30 đến 11 giờ 30\n- Chiều: 13 giờ 30 đến 17 giờ"
)
ALT = "Quầy số 3 của phường"
POST = f"{POSTS}/2026-11-24-mo-them-quay-so-3.md"
BAD_POST = f"{POSTS}/2026-11-23-lich-truc.md"
PROCEDURE = "procedures/ho-tich/1.001193.yml"
OFFICER = "Công chức Văn hóa – Thông tin"
SIZE = {"width": 1280, "height": 800}
# The whole form is drawn at once: what is far below the window the editor leaves for later.
TALL = {"width": 1280, "height": 7000}
PATIENT = 60_000
SETTLED = 1_000


def field(page: Page, key: str) -> Locator:
    """Give a field of the editor's form by its place in the file."""
    return page.locator(f'section[data-key-path="{key}"]')


def form_opened(page: Page) -> None:
    """Wait until the form is filled: what is typed into an unfinished one is lost."""
    page.set_viewport_size(TALL)  # type: ignore[arg-type]
    expect(page.locator("section[data-key-path]").first).to_be_visible(timeout=PATIENT)
    page.wait_for_timeout(SETTLED)


def in_window(name: str, page: Page, look: Look) -> None:
    """Look at a dialog, which stands in the middle of the window."""
    page.set_viewport_size(SIZE)  # type: ignore[arg-type]
    look(name, page, None)
    page.set_viewport_size(TALL)  # type: ignore[arg-type]


def saved(page: Page) -> None:
    """Press “Lưu”, wait until the form has closed."""
    page.get_by_role("button", name="Lưu", exact=True).click()
    expect(page.locator("section[data-key-path]")).to_have_count(0, timeout=PATIENT)


def home(page: Page, work: Work) -> None:
    """Go back to the desk."""
    page.set_viewport_size(SIZE)  # type: ignore[arg-type]
    page.goto(work.home)


def photograph(folder: Path) -> Path:
    """Draw what stands for the photograph of a counter."""
    made = Image.new("RGB", (2400, 1350), "#e9e2f0")
    pen = ImageDraw.Draw(made)
    pen.rectangle((0, 900, 2400, 1350), fill="#8a6d4b")
    pen.rectangle((900, 200, 1500, 520), fill="#4a2570")
    pen.text((1080, 250), "3", fill="white", font_size=220)
    path = folder / "Quầy 3.JPG"
    made.save(path, "JPEG")
    return path


def write_post(page: Page, work: Work, picture: Path, look: Look) -> None:
    """Write a post with a picture, from the desk to the disk."""
    card = page.locator("section.card", has=page.get_by_role("heading", name="Viết tin, bài"))
    card.get_by_label("Tên bài").fill(TITLE)
    look("ban-lam-viec", page, None)
    card.get_by_role("button", name="Viết bài").click()
    form_opened(page)
    field(page, "description").get_by_role("textbox").fill(SUMMARY)
    look("mau-bai", page, field(page, "title"))
    field(page, "anh").get_by_role("button", name="Duyệt tệp").click()
    dialog = page.get_by_role("dialog")
    dialog.locator("input[type=file]").first.set_input_files(picture)
    expect(dialog.get_by_role("button", name="Chèn")).to_be_enabled()
    in_window("chon-anh", page, look)
    dialog.get_by_role("button", name="Chèn").click()
    field(page, "anh_mo_ta").get_by_role("textbox").fill(ALT)
    look("anh-dai-dien", page, field(page, "anh"))
    field(page, "body").get_by_role("textbox").fill(TEXT)
    look("noi-dung", page, field(page, "body"))
    field(page, "draft").get_by_role("switch").click()
    look("ban-nhap", page, None)
    saved(page)
    home(page, work)


def see_preview(page: Page, look: Look) -> None:
    """Open the preview from the desk and see the post there."""
    posts = page.locator("section.card", has=page.get_by_role("heading", name="Bài mới đăng"))
    with page.context.expect_page() as opened:
        posts.get_by_role("link", name=f"xem trước bài “{TITLE}”").click()
    shown = opened.value
    expect(shown.locator("h1", has_text=TITLE)).to_be_visible(timeout=180_000)
    look("xem-truoc", shown, None)
    shown.close()


def publish(page: Page, look: Look) -> None:
    """Look at what changed, publish it."""
    page.get_by_role("link", name="Thay đổi chưa đăng").click()
    page.get_by_label("Người đăng").fill(OFFICER)
    look("thay-doi", page, None)
    page.get_by_role("button", name="Đăng", exact=True).click()
    expect(page.locator(".note.good, .note.bad")).to_be_visible(timeout=180_000)
    look("da-dang", page, None)


def correct_fee(page: Page, work: Work, look: Look) -> None:
    """Find a procedure, be refused a fee of nothing, correct the fee, see the change."""
    page.get_by_label("Tìm thủ tục").fill("khai sinh")
    look("tim-thu-tuc", page, None)
    page.get_by_role("button", name="Tìm").click()
    look("ket-qua", page, None)
    page.locator(f".found a[href$='{PROCEDURE.rpartition('/')[2].removesuffix('.yml')}']").click()
    form_opened(page)
    field(page, "cach_nop").get_by_role("button", name="Mở rộng tất cả").first.click()
    money = field(page, "cach_nop.1.phi.0.so_tien")
    money.locator("input").fill("0")
    page.get_by_role("button", name="Lưu", exact=True).click()
    told = page.get_by_role("alertdialog")
    expect(told).to_contain_text("số tiền 0 hoặc trống")
    in_window("khong-luu-duoc", page, look)
    told.get_by_role("button", name="Đồng ý").click()
    # What the browser and the editor note of the refused saving.
    noted = ("422", "NotAllowedError: Chưa lưu được")
    work.errors[:] = [each for each in work.errors if not any(word in each for word in noted)]
    money.locator("input").fill("5000")
    look("sua-phi", page, field(page, "cach_nop.1.phi"))
    saved(page)
    home(page, work)
    page.get_by_role("link", name="Thay đổi chưa đăng").click()
    look("thay-doi-phi", page, None)


def mend_mistake(page: Page, work: Work, look: Look) -> None:
    """Be told of a post without a summary, go to its form by the link, mend it."""
    bad = work.root / BAD_POST
    bad.write_text(
        "---\ndate: 2026-11-23\ncategories:\n- Thông báo\n---\n\n# Lịch trực\n\nTrực cả ngày.\n",
        encoding="utf-8",
    )
    home(page, work)
    problem = page.locator(".card.bad li").first
    expect(problem).to_be_visible()
    look("loi", page, None)
    problem.get_by_role("link", name="Mở để sửa").click()
    form_opened(page)
    expect(field(page, "title").get_by_role("textbox")).to_have_value("Lịch trực")
    field(page, "description").get_by_role("textbox").fill("Trực cả ngày 23/11.")
    saved(page)
    home(page, work)
