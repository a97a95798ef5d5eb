"""The browser editor as an officer uses it: a real Chromium, the real files, no other host."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from cchc.base.posts import FOLDER as POSTS
from cchc.procedures.files import canonical, read_version
from cchc.procedures.history import HistoryEntry
from cchc.procedures.parts import PublishingDecision
from cchc.procedures.terms import ChangeKind
from tests.office.desks import served_desk
from tests.portals import make_portal

pytestmark = pytest.mark.browser

PROCEDURE = "procedures/ho-tich/1.001193.yml"
LATER = "procedures/ho-tich/1.001193@2027-03-01.yml"
# The whole form is drawn at once: what is far below the window the editor leaves for later.
TALL = 7000
# A file of hundreds is read at the start, on a machine that does other things too.
PATIENT = 60_000
SETTLED = 1_000


@dataclass
class Editor:
    """The open editor: its page, the portal behind it, what it asked other hosts for."""

    page: Page
    root: Path
    abroad: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, address: str) -> None:
        """Go to a form, and wait for its first field."""
        self.page.evaluate("address => { location.hash = address }", f"#/collections/{address}")
        expect(self.page.locator("section[data-key-path]").first).to_be_visible(timeout=PATIENT)
        # The form is filled field by field: what is typed into an unfinished one is lost.
        self.page.wait_for_timeout(SETTLED)

    def expand(self, key: str) -> None:
        """Open every item of a list."""
        button = self.field(key).get_by_role("button", name="Mở rộng tất cả").first
        if button.is_enabled():
            button.click()

    def field(self, key: str) -> Locator:
        """Give a field of the form by its place in the file."""
        return self.page.locator(f'section[data-key-path="{key}"]')

    def save(self) -> None:
        """Press “Lưu” and wait until the form has closed."""
        self.page.get_by_role("button", name="Lưu", exact=True).click()
        expect(self.page.locator("section[data-key-path]")).to_have_count(0, timeout=PATIENT)

    def text(self, address: str) -> str:
        """Give a file of the portal."""
        return (self.root / address).read_text(encoding="utf-8")


Open = Callable[..., Editor]
expect.set_options(timeout=20_000)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_portal(tmp_path / "trang")


@pytest.fixture
def edit(browser: Browser, root: Path) -> Iterator[Open]:
    """Give a function that opens the editor on a portal of its own."""
    contexts: list[BrowserContext] = []
    with served_desk(root) as address:

        def start(width: int = 1280, height: int = TALL, zone: str = "Asia/Ho_Chi_Minh") -> Editor:
            size = {"width": width, "height": height}
            context = browser.new_context(viewport=size, timezone_id=zone, locale="en-US")  # type: ignore[arg-type]
            contexts.append(context)
            context.set_default_timeout(PATIENT)
            editor = Editor(context.new_page(), root)
            _listen(editor, address)
            editor.page.goto(f"{address}/admin/")
            expect(editor.page.get_by_text("Tin, bài").first).to_be_visible(timeout=PATIENT)
            return editor

        yield start
        for context in contexts:
            context.close()


def _listen(editor: Editor, address: str) -> None:
    def asked(url: str) -> None:
        if not url.startswith((f"{address}/", "data:", f"blob:{address}/")):
            editor.abroad.append(url)

    editor.page.on("request", lambda request: asked(request.url))
    editor.page.on("pageerror", lambda error: editor.faults.append(str(error)))
    # What the policy of the page has stopped is an attempt all the same.
    editor.page.on(
        "console",
        lambda said: editor.abroad.append(said.text) if "Content Security" in said.text else None,
    )


@pytest.fixture
def photograph(tmp_path: Path) -> Path:
    """Leave a picture as a telephone does: large, with the place where it was taken."""
    path = tmp_path / "Ảnh Chụp Quầy 3.JPG"
    place = Image.Exif()
    place.get_ifd(0x8825)[1] = "N"
    Image.effect_noise((2600, 1300), 60).convert("RGB").save(path, "JPEG", exif=place)
    return path


def fmt(root: Path) -> None:
    """Run the real `cchc fmt` on the portal."""
    command = [sys.executable, "-m", "cchc.cli.entry", "fmt"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def new_post(root: Path, title: str) -> Path:
    """Run the real `cchc post new`."""
    command = [sys.executable, "-m", "cchc.cli.entry", "post", "new", title, "--date", "2026-11-24"]
    subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    return next((root / POSTS).glob("2026-11-24-*.md"))


def leave_history(root: Path) -> None:
    """Let a decision have made the version to come, as the confirming of it writes that."""
    path = root / LATER
    procedure = read_version(LATER, path.read_bytes()).procedure
    decision = PublishingDecision(number="3582/QĐ-UBND", date=dt.date(2026, 11, 10))
    entry = HistoryEntry(
        effective=dt.date(2027, 3, 1),
        kind=ChangeKind.AMENDED,
        decision=decision,
        parts=("phi", "can_cu"),
        words="Sửa mức thu.\nSửa căn cứ.",
    )
    changed = procedure.model_copy(update={"history": (entry,), "related": ("2.000815",)})
    path.write_text(canonical(changed), encoding="utf-8")


def test_it_opens_on_the_wards_files_without_account_or_picker(edit: Open) -> None:
    editor = edit(height=900)
    page = editor.page
    expect(page.get_by_text("Nội dung", exact=True).first).to_be_visible()
    expect(page.get_by_role("button", name="Tạo bài viết mới")).to_be_visible()
    expect(page.get_by_text("Thủ tục đăng ký khai sinh").first).to_have_count(0)
    page.get_by_text("Thủ tục", exact=True).first.click()
    expect(page.get_by_text("Thủ tục đăng ký khai sinh · 1.001193", exact=True)).to_be_visible()
    expect(page.get_by_text("· 1.001193@2027-03-01")).to_be_visible()
    page.reload()
    expect(page.get_by_text("Thủ tục đăng ký khai sinh").first).to_be_visible(timeout=PATIENT)
    assert not editor.faults
    assert not editor.abroad


def test_a_post_with_a_picture_lands_on_the_disk(edit: Open, photograph: Path) -> None:
    editor = edit()
    editor.open("tin-tuc/new")
    page = editor.page
    editor.field("title").get_by_role("textbox").fill("Mở thêm quầy: số 3")
    editor.field("date").locator("input").fill("2026-11-24")
    editor.field("description").get_by_role("textbox").fill("Từ 1/12, quầy số 3 nhận hồ sơ.")
    editor.field("anh").get_by_role("button", name="Duyệt tệp").click()
    page.get_by_role("dialog").locator("input[type=file]").first.set_input_files(photograph)
    page.get_by_role("dialog").get_by_role("button", name="Chèn").click()
    editor.field("anh_mo_ta").get_by_role("textbox").fill("Quầy số 3 của phường")
    text = "Đoạn mở đầu.\n\n## Giờ nhận\n\n- sáng\n- chiều\n\nHết."
    editor.field("body").get_by_role("textbox").fill(text)
    editor.save()
    name = "2026-11-24-mo-them-quay-so-3"
    picture = f"{name}/anh-chup-quay-3.jpg"
    assert editor.text(f"{POSTS}/{name}.md") == (
        "---\ndate: 2026-11-24\ndraft: true\ncategories:\n- Tin hoạt động\n"
        "description: Từ 1/12, quầy số 3 nhận hồ sơ.\n"
        f"anh: {picture}\nanh_mo_ta: Quầy số 3 của phường\n---\n\n# Mở thêm quầy: số 3\n\n"
        "Đoạn mở đầu.\n\n## Giờ nhận\n\n- sáng\n- chiều\n\nHết.\n"
    )
    with Image.open(editor.root / POSTS / picture) as kept:
        assert (kept.format, kept.size, dict(kept.getexif())) == ("JPEG", (1600, 800), {})
    assert not editor.faults
    assert not editor.abroad


def test_a_post_of_the_editor_and_one_of_cchc_post_new_are_the_same_bytes(
    edit: Open, tmp_path: Path
) -> None:
    other = make_portal(tmp_path / "khac")
    written = new_post(other, "Ngày hội hiến máu")
    text = written.read_text(encoding="utf-8")
    head, _, _ = text.partition("# Ngày hội")
    head = head.replace('description: ""', "description: Sáng 1/12.").replace(
        "UBND phường Hương An", "Văn phòng"
    )
    written.write_text(f"{head}# Ngày hội hiến máu\n\nMời bà con.\n", encoding="utf-8")
    editor = edit()
    editor.open("tin-tuc/new")
    editor.field("title").get_by_role("textbox").fill("Ngày hội hiến máu")
    editor.field("date").locator("input").fill("2026-11-24")
    editor.field("description").get_by_role("textbox").fill("Sáng 1/12.")
    editor.field("tac_gia").get_by_role("textbox").fill("Văn phòng")
    editor.field("body").get_by_role("textbox").fill("Mời bà con.")
    editor.save()
    for root in (other, editor.root):
        fmt(root)
    assert editor.text(f"{POSTS}/{written.name}") == written.read_text(encoding="utf-8")


def test_a_fee_is_one_line_on_the_disk(edit: Open, root: Path) -> None:
    fmt(root)
    editor = edit()
    before = editor.text(PROCEDURE)
    editor.open("thu-tuc/entries/ho-tich/1.001193")
    save = editor.page.get_by_role("button", name="Lưu", exact=True)
    expect(save).to_be_disabled()
    editor.expand("cach_nop")
    editor.field("cach_nop.1.phi.0.so_tien").locator("input").fill("5000")
    editor.save()
    assert editor.text(PROCEDURE) == before.replace("so_tien: 4000", "so_tien: 5000")
    fmt(editor.root)
    assert editor.text(PROCEDURE) == before.replace("so_tien: 4000", "so_tien: 5000")


def test_what_decisions_wrote_comes_through_unseen(edit: Open, root: Path) -> None:
    leave_history(root)
    editor = edit()
    before = editor.text(LATER)
    editor.open("thu-tuc/entries/ho-tich/1.001193@2027-03-01")
    editor.field("tom_tat").get_by_role("textbox").fill("Câu mới.")
    editor.save()
    after = re.sub(r"(?m)^tom_tat: .*\n", "", editor.text(LATER))
    assert after == re.sub(r"(?m)^tom_tat: .*\n", "", before)
    assert "tom_tat: Câu mới." in editor.text(LATER)


@pytest.mark.parametrize("zone", ["Asia/Ho_Chi_Minh", "America/Los_Angeles"])
def test_a_notice_keeps_its_days_whatever_the_clock_of_the_machine(edit: Open, zone: str) -> None:
    editor = edit(zone=zone)
    editor.open("khac/entries/thong-bao")
    editor.page.get_by_role("button", name=re.compile("Thêm.*thông báo")).click()
    editor.field("thong_bao.0.tu").locator("input").fill("2027-02-01")
    editor.field("thong_bao.0.den").locator("input").fill("2027-02-12")
    editor.field("thong_bao.0.noi_dung").get_by_role("textbox").fill("Nghỉ Tết.")
    editor.save()
    assert editor.text("docs/thong-bao.yml").partition("thong_bao:")[2] == (
        '\n- tu: "2027-02-01"\n  den: "2027-02-12"\n  noi_dung: Nghỉ Tết.\n'
    )


def test_what_is_wrong_is_told_in_plain_words_and_the_text_stays(edit: Open) -> None:
    editor = edit()
    before = editor.text(PROCEDURE)
    editor.open("thu-tuc/entries/ho-tich/1.001193")
    editor.expand("cach_nop")
    editor.field("cach_nop.1.phi.0.so_tien").locator("input").fill("0")
    editor.page.get_by_role("button", name="Lưu", exact=True).click()
    told = editor.page.get_by_role("alertdialog")
    expect(told).to_contain_text("Chưa lưu được. Bài đang viết vẫn còn trong cửa sổ này.")
    expect(told).to_contain_text("“Cách thức thực hiện 2 › Phí, lệ phí 1”: số tiền 0 hoặc trống")
    told.get_by_role("button", name="Đồng ý").click()
    expect(editor.field("cach_nop.1.phi.0.so_tien").locator("input")).to_have_value("0")
    assert editor.text(PROCEDURE) == before


def test_what_somebody_else_changed_is_not_written_over(edit: Open) -> None:
    editor = edit()
    editor.open("thu-tuc/entries/ho-tich/1.001193")
    editor.field("tom_tat").get_by_role("textbox").fill("Của tôi.")
    theirs = editor.text(PROCEDURE).replace("tom_tat: Ghi nhận", "tom_tat: Của người khác")
    (editor.root / PROCEDURE).write_text(theirs, encoding="utf-8")
    editor.page.get_by_role("button", name="Lưu", exact=True).click()
    told = editor.page.get_by_role("alertdialog")
    expect(told).to_contain_text("đã bị sửa ở nơi khác")
    assert editor.text(PROCEDURE) == theirs
    (kept,) = (editor.root / ".cchc/da-bo").glob(f"*/tep/{PROCEDURE}")
    assert "tom_tat: Của tôi." in kept.read_text(encoding="utf-8")


def test_a_field_that_must_be_filled_says_so_in_vietnamese(edit: Open) -> None:
    editor = edit(height=900)
    editor.open("tin-tuc/new")
    editor.page.get_by_role("button", name="Lưu", exact=True).click()
    expect(editor.field("title")).to_contain_text("Trường bắt buộc")
    expect(editor.page.get_by_role("button", name="Xem lỗi")).to_be_visible()


def test_a_removed_post_is_kept_on_the_disk(edit: Open) -> None:
    editor = edit(height=900)
    page = editor.page
    (post,) = (editor.root / POSTS).glob("*.md")
    text = post.read_text(encoding="utf-8")
    page.get_by_role("checkbox").nth(1).click()
    page.get_by_role("button", name="Xóa bài viết đã chọn").click()
    page.get_by_role("alertdialog").get_by_role("button", name="Xóa").click()
    expect(page.get_by_text("Chưa có bài viết nào").first).to_be_visible()
    assert not post.exists()
    (kept,) = (editor.root / ".cchc/da-bo").glob(f"*/tep/{POSTS}/{post.name}")
    assert kept.read_text(encoding="utf-8") == text


def test_it_fits_a_telephone(edit: Open) -> None:
    editor = edit(width=360, height=740)
    editor.open("tin-tuc/new")
    assert editor.page.evaluate("document.documentElement.scrollWidth") <= 360


# What the site's Markdown knows and a text field with buttons does not.
RICH = """Đoạn mở đầu, có *nghiêng*, __đậm__ và ghi chú.[^1]

<!-- more -->

## Giờ nhận { #gio-nhan }

| Thứ | Giờ |
|:----|----:|
| Hai | 7:30 – 11:30 |
| Bảy \\| CN | nghỉ |

!!! note "Lưu ý"
    Mang theo căn cước.

    - bản chính
        1. một
        2. hai

![Quầy số 3](anh-bai/quay.webp){ width="300" loading=lazy }
*Chú thích ảnh*

<!-- dòng này chỉ để nhắc -->

* sao
* sao nữa\x20\x20
  xuống dòng

Theo NĐ-CP, 5 * 3 = 15; a_b_c; <b>thẻ</b>; [liên kết](../../../thu-tuc/index.md "Tên").

1) một

```text
khối  mã
```

*[NĐ-CP]: Nghị định của Chính phủ

[^1]: Ghi chú thứ nhất.
"""


def test_a_new_title_leaves_the_text_of_the_post_byte_for_byte(edit: Open, root: Path) -> None:
    address = f"{POSTS}/2026-11-20-gio-nhan.md"
    head = (
        "---\ndate: 2026-11-20\ndraft: true\ncategories:\n- Tin hoạt động\n"
        'description: ""\n---\n\n# {0}\n\n'
    )
    (root / address).write_text(head.format("Giờ nhận hồ sơ") + RICH, encoding="utf-8")
    editor = edit()
    editor.open("tin-tuc/entries/2026-11-20-gio-nhan")
    editor.field("title").get_by_role("textbox").fill("Giờ nhận hồ sơ mới")
    editor.save()
    assert editor.text(address) == head.format("Giờ nhận hồ sơ mới") + RICH
    assert not editor.faults
