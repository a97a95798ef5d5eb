"""The one form of a post's file, whoever wrote it: a person, `cchc post new`, the browser editor.

In the file the title is the first heading of the text, as Markdown and MkDocs have it; a form in
the browser has a field for it: `with_title_field` gives that, `canonical_post` takes it back.
"""

from __future__ import annotations

import unicodedata
from typing import Any

from cchc.base.post_file import TITLE, PostFile, open_post
from cchc.base.post_head import as_date
from cchc.base.problems import Refused
from cchc.base.text import one_line
from cchc.base.yaml_write import write_yaml

TITLE_KEY = "title"
# The order in which `cchc post` writes them; what a person has added stays, after these.
ORDER = (
    "date", "draft", "categories", "description", "tac_gia", "anh", "anh_mo_ta", "het_han", "ghim",
    "thu_tuc",
)  # fmt: skip
# The blog wants these as YAML's own dates, without quotes.
DATES = ("date", "het_han")
# Empty or not, it stands in every head: a person sees at once what is still to be written.
ALWAYS = ("description",)


def canonical_post(path: str, raw: bytes) -> str:
    """Give the one text of a post. Raise `Refused` where there is no head to be read."""
    file = _opened(path, raw)
    title = one_line(str(file.data.get(TITLE_KEY) or "")) or file.title
    body = _without_title(file.body, title)
    heading = f"\n# {title}\n" if title else ""
    text = f"\n{body}\n" if body else ""
    return unicodedata.normalize("NFC", f"---\n{_head(file.data)}---\n{heading}{text}")


def with_title_field(path: str, raw: bytes) -> str:
    """Give the post as a form shows it: the title in the head, not in the text.

    Raise `Refused` as above.
    """
    file = _opened(path, raw)
    title = file.title
    body = _without_title(file.body, title)
    head = write_yaml({TITLE_KEY: title}) if title else ""
    return f"---\n{head}{_head(file.data)}---\n{body}\n"


def _opened(path: str, raw: bytes) -> PostFile:
    file = open_post(path, raw)
    if not file.data and file.document.data:
        raise Refused([file.problem("phần đầu của bài không phải danh sách mục (tên: giá trị)")])
    return file


def _without_title(body: str, title: str) -> str:
    """Take the title's own heading out of the text, and the empty lines at both ends."""
    body = body.replace("\r\n", "\n")
    heading = TITLE.search(body)
    if heading and one_line(heading["words"]) == title:
        body = f"{body[: heading.start()]}{body[heading.end() :].lstrip(chr(10))}"
    return body.strip("\n").rstrip()


def _head(data: dict[str, Any]) -> str:
    said = {key: value for key, value in data.items() if key != TITLE_KEY and _says(key, value)}
    for key in ALWAYS:
        said.setdefault(key, "")
    known = [key for key in ORDER if key in said]
    return "".join(_line(key, said[key]) for key in (*known, *(k for k in said if k not in ORDER)))


def _says(key: str, value: object) -> bool:
    return key in ALWAYS or value not in (None, "", [], {}, False)


def _line(key: str, value: object) -> str:
    day = as_date(value) if key in DATES else None
    if day and not isinstance(value, dict):
        return f"{key}: {day.isoformat()}\n"
    return write_yaml({key: "" if value is None else value})
