"""A post with everything in it that an announcer must not stumble over."""

from __future__ import annotations

from pathlib import Path

REPORT = """\
---
date: 2026-11-24
description: Kết quả cải cách hành chính quý III/2026 của phường.
---

# Kết quả CCHC quý III/2026 của UBND phường

Sáng 24/11/2026, UBND phường họp về CCHC[^1]. TP. Huế giao phường giữ nhóm 3. Đã nhận 1.250 hồ sơ.

![Quang cảnh họp](hop.jpg)

<!-- more -->

## I. KẾT QUẢ THỰC HIỆN TTHC

| STT | Lĩnh vực | Hồ sơ nhận | Đúng hạn |
| --- | --- | --- | --- |
| 1 | Hộ tịch | 512 | 99,2% |
| 2 | Chứng thực | 638 | |

- Lệ phí: 8.000 đồng/bản;
- Hỏi [trang của phường](https://example.vn/dai/lam) hoặc nhóm CBQLX.

Nộp qua mạng:

1. Vào <https://dichvucong.gov.vn>.
2. Nộp lệ phí.

<script>alert(1)</script>

Thời gian: 8h ngày 30/11<br>Địa điểm: nhà văn hóa

[^1]: Cải cách hành chính.
"""


def post_in(root: Path, text: str = REPORT, name: str = "2026-11-24-bao-cao-quy.md") -> Path:
    """Put a post into a portal."""
    path = root / "docs" / "tin-tuc" / "posts" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path
