"""The news of a day: which posts are shown, in which order, which go together; pure."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from cchc.base.clock import show_date
from cchc.base.posts import Post, Posts
from cchc.base.text import slug
from cchc.site import wording
from cchc.site.addresses import NEWS

TEASER = 160
RELATED = 3
# One procedure in common says more than one category.
SAME_PROCEDURE, SAME_CATEGORY = 3, 1
MARKUP = re.compile(
    r"<!--.*?-->|!\[[^\]]*\]\([^)]*\)|[*_`>#]|\[(?P<words>[^\]]*)\]\([^)]*\)", re.DOTALL
)


@dataclass(frozen=True, slots=True)
class NewsItem:
    """A post as pages show it on a day; `note` says why the public does not see it (a preview)."""

    post: Post
    address: str
    holds: bool = True
    note: str = ""

    @property
    def pinned(self) -> bool:
        """Whether it stands before newer ones: no longer once it has expired."""
        return self.post.pinned and self.holds

    @property
    def teaser(self) -> str:
        """A sentence or two: the post's own description, else its first paragraph."""
        return self.post.description or teaser(self.post.body)


def teaser(body: str) -> str:
    """Give the first paragraph of a Markdown text as plain words, cut to a sentence or two."""
    paragraphs = (each.strip() for each in body.split("\n\n"))
    first = next((p for p in paragraphs if p and not p.startswith(("#", "<!--", "!["))), "")
    return wording.short(MARKUP.sub(lambda found: found["words"] or "", first), TEASER)


def post_address(post: Post) -> str:
    """Give a post's address: `tin-tuc/2026/11/ten-bai/`."""
    return f"{NEWS}{post.date:%Y/%m}/{slug(post.title)}/"


def news_on(posts: Posts, day: dt.date, *, preview: bool = False) -> tuple[NewsItem, ...]:
    """List what is shown on a day, the newest first; in a preview drafts and coming ones too."""
    every = posts.all if preview else posts.shown_on(day)
    return tuple(NewsItem(p, post_address(p), p.holds_on(day), _note(p, day)) for p in every)


def _note(post: Post, day: dt.date) -> str:
    if post.draft:
        return "Bản nháp"
    return "" if post.shown_on(day) else f"Hẹn đăng ngày {show_date(post.date)}"


def listed(items: Iterable[NewsItem]) -> tuple[NewsItem, ...]:
    """Put the pinned first and the expired last; within each the order stays."""
    return tuple(sorted(items, key=lambda each: (not each.pinned, not each.holds)))


def current(items: Iterable[NewsItem]) -> tuple[NewsItem, ...]:
    """Leave out the expired: what the home shows."""
    return tuple(each for each in listed(items) if each.holds)


def by_category(items: Iterable[NewsItem]) -> dict[str, tuple[NewsItem, ...]]:
    """Group by category, from A to Z by their slugs; only those that have posts."""
    groups: dict[str, tuple[NewsItem, ...]] = {}
    for each in items:
        for name in each.post.categories:
            groups[name] = (*groups.get(name, ()), each)
    return {name: groups[name] for name in sorted(groups, key=slug)}


def by_year(items: Iterable[NewsItem]) -> dict[int, tuple[NewsItem, ...]]:
    """Group by year, the latest first."""
    groups: dict[int, tuple[NewsItem, ...]] = {}
    for each in items:
        groups[each.post.date.year] = (*groups.get(each.post.date.year, ()), each)
    return {year: groups[year] for year in sorted(groups, reverse=True)}


def about(code: str, items: Iterable[NewsItem]) -> tuple[NewsItem, ...]:
    """List the latest posts about a procedure that still hold."""
    found = [each for each in items if each.holds and code in each.post.procedures]
    return tuple(found[:RELATED])


def related(item: NewsItem, items: Iterable[NewsItem]) -> tuple[NewsItem, ...]:
    """List the posts nearest to one by procedures and categories, the newest of equals first."""
    scored = [(_nearness(item.post, each.post), each) for each in _others(item, items)]
    near = sorted((pair for pair in scored if pair[0]), key=lambda pair: -pair[0])
    return tuple(each for _, each in near[:RELATED])


def _others(item: NewsItem, items: Iterable[NewsItem]) -> Iterator[NewsItem]:
    return (each for each in items if each.holds and each.address != item.address)


def _nearness(one: Post, other: Post) -> int:
    procedures = len({*one.procedures} & {*other.procedures})
    return SAME_PROCEDURE * procedures + SAME_CATEGORY * len(
        {*one.categories} & {*other.categories}
    )
