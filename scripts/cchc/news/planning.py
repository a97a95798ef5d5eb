"""A post to be written: its files as values, named so that nothing is written over."""

from __future__ import annotations

import contextlib
import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cchc.base.journal import write_together
from cchc.base.post_head import CATEGORIES, category
from cchc.base.posts import FOLDER, load_posts
from cchc.base.problems import Problem, Refused
from cchc.base.text import slug
from cchc.base.ward import Ward, load_ward

LONGEST_SLUG = 80
THERE = (
    "đã có bài này, không ghi đè; sửa thẳng bài ấy, hoặc xóa nó rồi chạy lại, hoặc chọn ngày khác"
    " bằng --date"
)
TWIN = (
    "bài này đã có tên ấy trong cùng tháng, hai trang sẽ trùng địa chỉ; đặt tên khác bằng --title,"
    " hoặc chọn ngày của tháng khác bằng --date"
)


@dataclass(frozen=True, slots=True)
class Plan:
    """A post to be written: its path, every file by path, and what to look at."""

    path: str
    files: dict[str, str | bytes]
    problems: tuple[Problem, ...] = ()

    @property
    def pictures(self) -> int:
        """Count the pictures."""
        return len(self.files) - 1


def write_plan(root: Path, plan: Plan) -> None:
    """Write the post and its pictures: all of them, or after a crash by the next command."""
    write_together(root, plan.files)


def new_path(root: Path, day: dt.date, title: str) -> str:
    """Name a new post's file. Raise `Refused` where that post is there already."""
    name = slug(title)
    if len(name) > LONGEST_SLUG:
        name = name[: LONGEST_SLUG + 1].rsplit("-", 1)[0][:LONGEST_SLUG]
    path = f"{FOLDER}/{day.isoformat()}-{name or 'bai'}.md"
    if (root / path).exists():
        raise Refused([Problem(path, 0, THERE)])
    if twin := _twin(root, day, title):
        raise Refused([Problem(twin, 0, TWIN)])
    return path


def _twin(root: Path, day: dt.date, title: str) -> str | None:
    """Find the post whose page would have the same address: the month and the title."""
    posts = load_posts(root).all
    same = (each for each in posts if (each.date.year, each.date.month) == (day.year, day.month))
    return next((f"docs/{each.path}" for each in same if slug(each.title) == slug(title)), None)


def ward_of(root: Path) -> Ward | None:
    """Give the settings, or None: what is wrong with them is told by `cchc check`."""
    with contextlib.suppress(Refused):
        return load_ward(root)
    return None


def categories_of(root: Path) -> tuple[str, ...]:
    """Give the categories that the settings name, or the usual ones."""
    ward = ward_of(root)
    return ward.news_categories if ward else CATEGORIES


def category_of(root: Path, words: str) -> str:
    """Find a category by what a person typed. Raise `Refused` where there is no such category."""
    known = categories_of(root)
    found = category(words, known)
    if found is None:
        message = f"không có chuyên mục “{words}”; chọn một trong: {'; '.join(known)}"
        raise Refused([Problem("--category", 0, message)])
    return found
