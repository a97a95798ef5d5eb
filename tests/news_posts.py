"""Posts as an officer would leave them: pinned, expired, to come, a draft, with a picture."""

from __future__ import annotations

from pathlib import Path

from PIL import Image, ImageDraw

from cchc.base.posts import FOLDER

PINNED = """---
date: 2026-11-10
description: Từ ngày 01/12, nơi tiếp nhận hồ sơ làm việc thêm sáng thứ Bảy.
categories: [thong bao]
ghim: true
het_han: 2026-12-31
anh: cau.jpg
anh_mo_ta: Cầu ba nhịp qua sông
tac_gia: Văn phòng – Thống kê
thu_tuc: [1.001193, 2.000815]
---

# Nơi tiếp nhận hồ sơ làm thêm sáng thứ Bảy

"""
LONG = "Bà con nộp hồ sơ khai sinh, chứng thực vào sáng thứ Bảy, từ 7 giờ 30 đến 11 giờ. " * 16
EXPIRED = """---
date: 2026-10-05
description: Điểm tiêm ở nhà văn hóa, sáng 10/10 và 11/10.
categories: [Thông báo]
het_han: 2026-10-11
thu_tuc: ["1.001193"]
---

# Tiêm phòng cho chó, mèo

Mang sổ tiêm.
"""
COMING = """---
date: 2026-12-01
description: Sáng 10/12, tại hội trường phường.
categories: [Tuyên truyền pháp luật]
---

# Phổ biến quy định mới về hộ tịch

Mời bà con.
"""
DRAFT = "---\ndate: 2026-11-01\ndraft: true\n---\n\n# Chưa xong\n\nCòn viết.\n"
POSTS = {
    "ghim": f"{PINNED}{LONG}\n\n## Nộp gì được\n\nKhai sinh, chứng thực.\n",
    "het": EXPIRED,
    "hen": COMING,
    "nhap": DRAFT,
}


def leave_posts(root: Path) -> Path:
    """Write the posts and their picture into a portal; give its root."""
    for name, text in POSTS.items():
        (root / FOLDER / f"{name}.md").write_text(text, encoding="utf-8")
    picture = drawn()
    # A camera writes where it stood.
    place = Image.Exif()
    place.get_ifd(0x8825)[1] = "N"
    picture.save(root / FOLDER / "cau.jpg", quality=90, exif=place)
    return root


def drawn() -> Image.Image:
    """Draw a bridge of three spans over water."""
    picture = Image.new("RGB", (1800, 1200), "#e9b87a")
    on = ImageDraw.Draw(picture)
    on.rectangle((0, 780, 1800, 1200), fill="#4d6f8f")
    for span in range(3):
        on.arc((180 + span * 480, 420, 660 + span * 480, 1140), 180, 360, fill="#37302a", width=36)
    return picture
