"""Where a post's links and pictures lead, as far as the files of docs/ can tell.

Pages that the machine makes (procedures, changes, lists) are no files: their room knows them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from cchc.base.post_body import SCHEME, elements
from cchc.base.post_file import PostFile, open_post
from cchc.base.post_head import PICTURES
from cchc.base.problems import Problem, warning
from cchc.base.text import one_line

DOCS = "docs"
HEAVY = 1024**2
# Made at build from procedures/ and from the posts themselves.
MADE = ("docs/thu-tuc/", "docs/thay-doi/")


def targets(file: PostFile) -> Iterator[tuple[str, str]]:
    """Give each address of the text that stays on the site: as written, and below the root."""
    folder = posixpath.dirname(file.document.path)
    for each in elements(file):
        written = str(each.get("href") or each.get("src") or "")
        path = unquote(written.partition("#")[0].partition("?")[0])
        if path and not SCHEME.match(path.lower()) and not path.startswith("//"):
            yield written, posixpath.normpath(posixpath.join(folder, path))


def link_faults(root: Path, path: str) -> Iterator[Problem]:
    """Find the links and pictures of a post (`docs/…`) that lead to no file; reminders.

    A picture without words is told too: who does not see it would not know that it is there.
    """
    file = open_post(path, (root / path).read_bytes())
    yield from _wordless(file)
    for written, target in targets(file):
        said = _wrong(root, written, target)
        if said:
            message = f"“{written}” {said}"
            yield warning(path, file.line(f"({written}", written), message)


def _wordless(file: PostFile) -> Iterator[Problem]:
    for each in elements(file):
        if each.tag == "img" and not one_line(each.get("alt") or ""):
            source = each.get("src") or ""
            message = f"ảnh “{source}” chưa có mô tả; viết ![trong ảnh có gì]({source})"
            yield warning(file.document.path, file.line(source, "!["), message)


def _wrong(root: Path, written: str, target: str) -> str:
    if written.startswith("/"):
        return "bắt đầu bằng dấu /; viết đường dẫn từ tệp bài, ví dụ ../../lien-he/index.md"
    if target.startswith(MADE):
        return ""
    if not target.startswith(f"{DOCS}/"):
        return "ra ngoài thư mục docs/; chỉ dẫn đến tệp trong docs/ hoặc địa chỉ https://"
    if (root / target).is_dir():
        return "là thư mục; viết đến tệp, ví dụ ../../lien-he/index.md"
    if not (root / target).is_file():
        return "trỏ tới tệp không có; sửa đường dẫn hoặc thêm tệp"
    heavy = target.lower().endswith(PICTURES) and (root / target).stat().st_size > HEAVY
    return "nặng hơn 1 MB, điện thoại tải lâu; thu ảnh còn rộng 1600 điểm rồi thay" if heavy else ""
