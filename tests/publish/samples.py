"""Small sites with everything a finished build has, and a look at what visitors see."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path

from cchc.site.serving.server_files import FILES

FIRST = {
    "index.html": "<link href=assets/cchc/frame.css><a href=thu-tuc/1/>Khai sinh</a>",
    "404.html": "Không tìm thấy",
    "thu-tuc/1/index.html": "Đăng ký khai sinh, 8.000 đồng",
    "thu-tuc/2/index.html": "Đăng ký kết hôn",
    "assets/cchc/frame.css": "body { color: #222 }",
    "du-lieu/tim.json": '["1.001193", "Đăng ký khai sinh"]',
    "sitemap.xml": "<urlset/>",
}
SECOND = {
    **{name: text for name, text in FIRST.items() if "/2/" not in name},
    "index.html": "<link href=assets/cchc/frame.css><a href=thu-tuc/3/>Chứng thực</a>",
    "thu-tuc/3/index.html": "Chứng thực chữ ký",
    "assets/cchc/frame.css": "body { color: #111 }",
    "du-lieu/tim.json": '["2.000815", "Chứng thực chữ ký"]',
}


def make_site(folder: Path, files: Mapping[str, str]) -> Path:
    """Make a folder hold these files, and what ends a build, and nothing else."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, text in {**files, **dict.fromkeys(FILES, "# máy chủ")}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def many_pages(folder: Path, words: str, number: int = 120) -> Path:
    """Make a site whose every page says the same words, so that a mixture shows."""
    pages = {f"thu-tuc/{each}/index.html": f"{words} {each}\n" * 20 for each in range(number)}
    styles = {f"assets/cchc/{each}.css": "body {}" for each in range(20)}
    return make_site(folder, {**pages, **styles, "index.html": words, "thu-tuc/x.json": words})


def contents(folder: Path) -> dict[str, bytes]:
    """Read every file below a folder by its path."""
    files = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}
