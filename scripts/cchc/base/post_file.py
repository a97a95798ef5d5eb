"""A post's file taken apart: its head as YAML, its title, its Markdown below the head."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from cchc.base.encoding import decode
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.base.yaml_read import Document, read_yaml

HEAD = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
TITLE = re.compile(r"^#[ \t]+(?P<words>.+?)[ \t#]*$", re.MULTILINE)
NO_HEAD = "bài chưa có phần đầu; thêm ở dòng 1: ---, rồi `date: 2026-11-24`, rồi ---"


@dataclass(frozen=True, slots=True)
class PostFile:
    """A post as its file has it; `first` is the line (from 1) on which the body begins."""

    document: Document
    data: dict[str, Any]
    body: str
    first: int

    @property
    def title(self) -> str:
        """The title of the head, else the first heading; empty where there is none."""
        heading = TITLE.search(self.body)
        return one_line(str(self.data.get("title") or (heading["words"] if heading else "")))

    def line(self, *wanted: str) -> int:
        """Give the line of the first of these writings that stands in the body."""
        text = self.body.lower()
        places = (text.find(each.lower()) for each in wanted if each)
        at = next((place for place in places if place >= 0), 0)
        return self.first + text.count("\n", 0, at)

    def problem(self, message: str, *wanted: str) -> Problem:
        """Make a problem at the line of one of these writings."""
        return Problem(self.document.path, self.line(*wanted), message)


def open_post(path: str, raw: bytes) -> PostFile:
    """Take a file apart. Raise `Refused` where it is no UTF-8, or its head no YAML."""
    decoded = decode(path, raw)
    if decoded.text is None:
        raise Refused(decoded.problems)
    head = HEAD.match(decoded.text)
    if head is None:
        raise Refused([Problem(path, 1, NO_HEAD)])
    # An empty first line stands for the `---`, so that line numbers are the file's.
    document = read_yaml(path, f"\n{head['yaml']}".encode())
    data = document.data if isinstance(document.data, dict) else {}
    rest = decoded.text[head.end() :]
    body = rest.lstrip()
    first = decoded.text.count("\n", 0, len(decoded.text) - len(body)) + 1
    return PostFile(document, data, body, first)
