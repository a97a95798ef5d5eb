"""A post planned from a Word file, with what the officer filled in (summary, alt texts); pure."""

from __future__ import annotations

import dataclasses
import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from cchc.base.post_body import html_of
from cchc.base.post_file import PostFile, open_post
from cchc.base.post_head import LONGEST_SUMMARY, as_date
from cchc.base.posts import FOLDER
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.news.front_matter import FrontMatter, head_text
from cchc.news.markdown.inlines import escaped
from cchc.news.planning import Plan

PICTURE = re.compile(r"!\[(?P<alt>(?:\\.|[^\]\\])*)\]\((?P<address>[^()\s]+)\)")
SOURCE = re.compile(r'(<img\b[^>]*\bsrc=")([^"]+)"')
LONGEST_ALT = 300
TOO_LONG = "tóm tắt dài {0} ký tự, tối đa {1}; viết gọn lại"


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the post: its address in the text, its description so far."""

    address: str
    alt: str

    @property
    def path(self) -> str:
        """Where the file will be, from the portal on."""
        return f"{FOLDER}/{self.address}"


def opened(plan: Plan) -> PostFile:
    """Take the planned post apart."""
    text = plan.files[plan.path]
    return open_post(plan.path, text if isinstance(text, bytes) else text.encode())


def pictures_in(plan: Plan) -> tuple[Picture, ...]:
    """List the pictures that the text shows, in order, each once."""
    return tuple(dict.fromkeys(_pictures(opened(plan).body)))


def _pictures(body: str) -> Iterator[Picture]:
    for found in PICTURE.finditer(body):
        alt = html.unescape(re.sub(r"\\(.)", r"\1", found["alt"]))
        yield Picture(found["address"], alt)


def filled_in(plan: Plan, summary: str, alts: Mapping[str, str]) -> Plan:
    """Put in a summary and descriptions (by the place of the picture, from 1).

    An empty summary keeps the proposed one. Raise `Refused` for one that is too long.
    """
    file, summary = opened(plan), one_line(summary)
    if len(summary) > LONGEST_SUMMARY:
        message = TOO_LONG.format(len(summary), LONGEST_SUMMARY)
        raise Refused([Problem("", 0, message)])
    known = [each.address for each in pictures_in(plan)]
    words = {known[int(at) - 1]: one_line(alt)[:LONGEST_ALT] for at, alt in alts.items()
             if at.isdecimal() and 0 < int(at) <= len(known)}  # fmt: skip

    def described(found: re.Match[str]) -> str:
        alt = words.get(found["address"])
        return found[0] if alt is None else f"![{escaped(alt)}]({found['address']})"

    text = f"{head_text(_head(file, summary, words))}\n{PICTURE.sub(described, file.body)}"
    return dataclasses.replace(plan, files={**plan.files, plan.path: text})


def _head(file: PostFile, summary: str, words: Mapping[str, str]) -> FrontMatter:
    data = file.data
    day = as_date(data.get("date"))
    if day is None:
        raise Refused([file.problem("bài chưa có ngày")])
    picture = str(data.get("anh") or "")
    return FrontMatter(
        date=day,
        description=summary or str(data.get("description") or ""),
        categories=tuple(map(str, data.get("categories") or ())),
        author=str(data.get("tac_gia") or ""),
        picture=picture,
        picture_alt=words.get(picture, str(data.get("anh_mo_ta") or "")),
        procedures=tuple(map(str, data.get("thu_tuc") or ())),
        draft=data.get("draft") is True,
    )


def preview_html(plan: Plan, pictures_at: str) -> str:
    """Make the post's HTML; its pictures are asked for below the address `pictures_at`.

    The text is the importer's own: it holds no markup of the Word file's.
    """
    made = html_of(opened(plan).body)
    return SOURCE.sub(lambda found: f'{found[1]}{pictures_at}{quote(found[2])}"', made)
