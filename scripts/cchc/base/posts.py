"""The head of a news post: what the site, the news room and `cchc check` all need of it.

A post without a date, or with a bad one, stops MkDocs' blog plugin with an English error or a
traceback: its head is read here first, and a fault is told with file and line.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from cchc.base.encoding import decode
from cchc.base.files import relative
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.base.yaml_read import Document, read_yaml

FOLDER = "docs/tin-tuc/posts"
HEAD = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r"^#[ \t]+(?P<words>.+?)[ \t#]*$", re.MULTILINE)
PLAIN_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
EXAMPLE = "date: 2026-11-24"


@dataclass(frozen=True, slots=True)
class Post:
    """A post: where it is (relative to docs/), its head, its Markdown below the head."""

    path: str
    title: str
    date: dt.date
    categories: tuple[str, ...]
    description: str
    draft: bool
    body: str


@dataclass(frozen=True, slots=True)
class Posts:
    """Every post that can be read, the newest first, and what is wrong with the others."""

    all: tuple[Post, ...]
    problems: tuple[Problem, ...]

    def published(self) -> tuple[Post, ...]:
        """List the posts that are no drafts, the newest first."""
        return tuple(each for each in self.all if not each.draft)


def load_posts(root: Path) -> Posts:
    """Read every post of a portal; a bad one becomes problems and never hides a good one."""
    posts: list[Post] = []
    problems: list[Problem] = []
    for path in sorted((root / FOLDER).rglob("*.md")):
        try:
            posts.append(read_post(relative(path, root), path.read_bytes()))
        except Refused as refused:
            problems.extend(refused.problems)
    posts.sort(key=lambda each: (each.date, each.path), reverse=True)
    return Posts(tuple(posts), tuple(problems))


def check_posts(root: Path) -> tuple[Problem, ...]:
    """Find what keeps a post from being shown."""
    return load_posts(root).problems


def read_post(path: str, raw: bytes) -> Post:
    """Read one post. Raise `Refused` with every fault of its head."""
    decoded = decode(path, raw)
    if decoded.text is None:
        raise Refused(decoded.problems)
    head = HEAD.match(decoded.text)
    if head is None:
        message = f"bài chưa có phần đầu; thêm ở dòng 1: ---, rồi `{EXAMPLE}`, rồi ---"
        raise Refused([Problem(path, 1, message)])
    # An empty first line stands for the `---`, so that line numbers are the file's.
    document = read_yaml(path, f"\n{head['yaml']}".encode())
    data = document.data if isinstance(document.data, dict) else {}
    body = decoded.text[head.end() :].lstrip()
    faults = [*_faults(document, data), *_title_faults(path, data, body, document)]
    if faults:
        raise Refused(faults)
    return _post(path, data, body)


def _post(path: str, data: dict[str, Any], body: str) -> Post:
    heading = TITLE.search(body)
    return Post(
        path=path.removeprefix("docs/"),
        title=one_line(str(data.get("title") or (heading["words"] if heading else ""))),
        date=dt.date.fromisoformat(_created(data["date"])),
        categories=tuple(map(str, data.get("categories") or ())),
        description=one_line(str(data.get("description") or "")),
        draft=data.get("draft") is True,
        body=body,
    )


def _created(value: object) -> str:
    """Give the first ten letters of the date, or of `date: created:`, as the file writes it."""
    if isinstance(value, dict):
        value = value.get("created")
    return str(value)[:10]


def _faults(document: Document, data: dict[str, Any]) -> Iterator[Problem]:
    line = document.line(("date",))
    if not data.get("date"):
        yield Problem(document.path, line, f"bài chưa có ngày; thêm `{EXAMPLE}` vào phần đầu")
    else:
        yield from _date_faults(document, data["date"], line)
    if not isinstance(data.get("categories") or [], list):
        message = "`categories` phải là danh sách, mỗi mục một dòng bắt đầu bằng dấu gạch ngang"
        yield Problem(document.path, document.line(("categories",)), message)
    if not isinstance(data.get("draft") or False, bool):
        message = "`draft` chỉ nhận true (bản nháp) hoặc false"
        yield Problem(document.path, document.line(("draft",)), message)


def _date_faults(document: Document, value: object, line: int) -> Iterator[Problem]:
    written = _created(value)
    try:
        dt.date.fromisoformat(written if PLAIN_DATE.fullmatch(written) else "")
    except ValueError:
        message = f"ngày của bài “{written}” không đúng; viết năm-tháng-ngày, ví dụ `{EXAMPLE}`"
        yield Problem(document.path, line, message)
        return
    if re.search(rf"[\"']{re.escape(written)}", document.text.split("\n")[line - 1]):
        message = f"ngày của bài không đặt trong dấu nháy; viết `date: {written}`"
        yield Problem(document.path, line, message)


def _title_faults(
    path: str, data: dict[str, Any], body: str, document: Document
) -> Iterator[Problem]:
    if not data.get("title") and not TITLE.search(body):
        message = "bài chưa có tên; thêm dòng `# Tên bài` ngay dưới phần đầu"
        yield Problem(path, document.text.count("\n") + 2, message)
