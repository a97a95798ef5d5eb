"""The posts of the news: what the site, the news room and `cchc check` all need of them.

A post with a fault would stop MkDocs with an English error, or show what nobody should see: it is
read here first, its faults are told with file and line, and it stays out of the site.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import posixpath
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from cchc.base.files import relative
from cchc.base.post_file import PostFile, open_post
from cchc.base.post_head import CATEGORIES, as_date, category, head_faults
from cchc.base.problems import Problem, Refused, Severity, errors
from cchc.base.text import one_line, slug
from cchc.base.ward import load_ward

DOCS = "docs/"
FOLDER = "docs/tin-tuc/posts"


@dataclass(frozen=True, slots=True)
class Post:
    """A post: where it is (relative to docs/), its head, its Markdown below the head.

    `picture` is relative to docs/ too; `expires` is the last day on which the post still holds;
    `procedures` are bare codes.
    """

    path: str
    title: str
    date: dt.date
    categories: tuple[str, ...]
    description: str
    draft: bool
    body: str
    author: str = ""
    picture: str = ""
    picture_alt: str = ""
    expires: dt.date | None = None
    pinned: bool = False
    procedures: tuple[str, ...] = ()

    def shown_on(self, day: dt.date) -> bool:
        """Tell whether the public sees it: it is no draft, and its day has come."""
        return not self.draft and self.date <= day

    def holds_on(self, day: dt.date) -> bool:
        """Tell whether it still holds; later it is only of the archive."""
        return self.expires is None or day <= self.expires

    @property
    def key(self) -> tuple[dt.date, str]:
        """What makes its address: two posts of one month and title would share one."""
        return self.date.replace(day=1), slug(self.title)


@dataclass(frozen=True, slots=True)
class Posts:
    """Every post that can be shown, the newest first; the faults of the others; and reminders."""

    all: tuple[Post, ...]
    problems: tuple[Problem, ...]
    reminders: tuple[Problem, ...] = ()

    def shown_on(self, day: dt.date) -> tuple[Post, ...]:
        """List the posts the public sees on a day, the newest first."""
        return tuple(each for each in self.all if each.shown_on(day))


def load_posts(root: Path) -> Posts:
    """Read every post of a portal; a bad one becomes problems and never hides a good one."""
    posts: list[Post] = []
    told: list[Problem] = []
    known = news_categories(root)
    for path in sorted((root / FOLDER).rglob("*.md")):
        try:
            post, found = _whole(root, path, known)
        except Refused as refused:
            told.extend(refused.problems)
            continue
        told.extend(found)
        if not errors(found):
            posts.append(post)
    told.extend(_twins(posts))
    bad = errors(told)
    lost = {each.path for each in bad}
    kept = [each for each in posts if DOCS + each.path not in lost]
    kept.sort(key=lambda each: (each.date, each.path), reverse=True)
    return Posts(tuple(kept), bad, tuple(each for each in told if each not in bad))


def check_posts(root: Path) -> tuple[Problem, ...]:
    """Find what keeps a post from being shown, and what else should be mended."""
    from cchc.base.post_links import link_faults  # noqa: PLC0415 - as in `_whole`

    posts = load_posts(root)
    links = (each for post in posts.all for each in link_faults(root, DOCS + post.path))
    return (*posts.problems, *posts.reminders, *links)


def read_post(path: str, raw: bytes, categories: tuple[str, ...] = CATEGORIES) -> Post:
    """Read one post. Raise `Refused` with every fault of its head; a draft needs but a date."""
    file = open_post(path, raw)
    faults = tuple(_head(file, categories))
    if errors(_weighed(file, faults)):
        raise Refused(faults)
    return _post(file, categories)


def news_categories(root: Path) -> tuple[str, ...]:
    """Give the categories of the settings; the usual ones where the settings cannot be read."""
    with contextlib.suppress(Refused, OSError):
        return load_ward(root).news_categories
    return CATEGORIES


def _whole(root: Path, path: Path, known: tuple[str, ...]) -> tuple[Post, tuple[Problem, ...]]:
    """Read a post and judge all of it. Raise `Refused` where there is no post to be made."""
    # Judging the body takes a Markdown engine: no command waits for it that looks at no post.
    from cchc.base.post_body import body_faults  # noqa: PLC0415

    name = relative(path, root)
    try:
        file = open_post(name, path.read_bytes())
    except OSError:
        message = "không đọc được (là thư mục, hoặc liên kết hỏng); xóa hoặc thay"
        raise Refused([Problem(name, 1, message)]) from None
    faults = (*_head(file, known), *_lost_picture(root, file), *body_faults(file))
    told = tuple(_weighed(file, faults))
    if as_date(file.data.get("date")) is None:
        raise Refused(told)
    return _post(file, known), told


def _head(file: PostFile, known: tuple[str, ...]) -> Iterator[Problem]:
    yield from head_faults(file.document, file.data, known)
    if not file.title:
        message = "bài chưa có tên; thêm dòng `# Tên bài` ngay dưới phần đầu"
        yield file.problem(message)


def _weighed(file: PostFile, faults: Iterable[Problem]) -> Iterator[Problem]:
    """Make the faults of a draft reminders: nobody sees it yet. A date it needs all the same."""
    is_draft = file.data.get("draft") is True and as_date(file.data.get("date"))
    for each in faults:
        yield replace(each, severity=Severity.WARNING) if is_draft else each


def _post(file: PostFile, known: tuple[str, ...]) -> Post:
    data, path = file.data, file.document.path.removeprefix(DOCS)
    written = as_date(data.get("date"))
    if written is None:
        raise Refused([file.problem("bài chưa có ngày")])
    named = (category(each, known) or each for each in _list(data, "categories"))
    picture = _line(data, "anh")
    return Post(
        path=path,
        title=file.title,
        date=written,
        categories=tuple(dict.fromkeys(named)),
        description=_line(data, "description"),
        draft=data.get("draft") is True,
        body=file.body,
        author=_line(data, "tac_gia"),
        picture=posixpath.normpath(f"{posixpath.dirname(path)}/{picture}") if picture else "",
        picture_alt=_line(data, "anh_mo_ta"),
        expires=as_date(data.get("het_han")),
        pinned=data.get("ghim") is True,
        procedures=tuple(dict.fromkeys(_list(data, "thu_tuc"))),
    )


def _line(data: dict[str, object], key: str) -> str:
    return one_line(str(data.get(key) or ""))


def _list(data: dict[str, object], key: str) -> tuple[str, ...]:
    value = data.get(key)
    return tuple(map(str, value)) if isinstance(value, list) else ()


def _lost_picture(root: Path, file: PostFile) -> Iterator[Problem]:
    name = _line(file.data, "anh")
    picture = (root / file.document.path).parent / name
    inside = picture.resolve().is_relative_to((root / DOCS).resolve())
    if name and not (inside and picture.is_file()):
        message = f"không có tệp ảnh “{name}”; đặt ảnh cạnh tệp bài, ghi đúng tên tệp"
        yield Problem(file.document.path, file.document.line(("anh",)), message)


def _twins(posts: Iterable[Post]) -> Iterator[Problem]:
    """Find posts whose address an earlier file has already."""
    first: dict[tuple[dt.date, str], Post] = {}
    for each in posts:
        if each.draft:
            continue
        other = first.setdefault(each.key, each)
        if other is not each:
            message = f"trùng tên và tháng với {DOCS}{other.path}, hai bài sẽ đè nhau; đổi tên bài"
            yield Problem(DOCS + each.path, 1, message)
