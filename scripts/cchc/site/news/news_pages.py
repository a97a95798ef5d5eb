"""The lists of news: all, of one category, of one year; ten posts a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.site import addresses
from cchc.site.news.articles import NewsItem, by_category, by_year, listed
from cchc.site.portal import Portal
from cchc.site.rendering import Heading, PageText, render

A_PAGE = 10
TITLE = "Tin tức"


@dataclass(frozen=True, slots=True)
class Shelf:
    """A list of posts in its order: where it begins, its name, the address of its feed if any."""

    address: str
    title: str
    items: tuple[NewsItem, ...]
    feed: str = ""

    @property
    def pages(self) -> tuple[str, ...]:
        """The addresses of its pages, at least one."""
        count = max(1, -(-len(self.items) // A_PAGE))
        return (self.address, *(f"{self.address}trang/{n}/" for n in range(2, count + 1)))

    def on(self, page: str) -> tuple[NewsItem, ...]:
        """Give the posts on one of its pages."""
        first = self.pages.index(page) * A_PAGE
        return self.items[first : first + A_PAGE]


def all_news(portal: Portal) -> Shelf:
    """Give the list of all news: the pinned first, the expired last."""
    return Shelf(addresses.NEWS, TITLE, listed(portal.news), addresses.NEWS_ATOM)


def categories(portal: Portal) -> tuple[Shelf, ...]:
    """Give a list a category."""
    return tuple(
        Shelf(addresses.category(name), name, listed(items), addresses.category_feed(name))
        for name, items in by_category(portal.news).items()
    )


def years(portal: Portal) -> tuple[Shelf, ...]:
    """Give a list a year, in the order of the days: the archive."""
    return tuple(
        Shelf(addresses.news_year(year), f"Năm {year}", items)
        for year, items in by_year(portal.news).items()
    )


def news_pages(portal: Portal) -> Iterator[PageText]:
    """Make every page of the lists but the first of all: that one is a file of docs/."""
    whole = all_news(portal)
    for page in whole.pages[1:]:
        yield _page(whole, page, portal)
    for shelf in (*categories(portal), *years(portal)):
        for page in shelf.pages:
            yield _page(shelf, page, portal)


def _page(shelf: Shelf, page: str, portal: Portal) -> PageText:
    number = shelf.pages.index(page) + 1
    of = f" (trang {number})" if number > 1 else ""
    about = "" if shelf.title == TITLE else f", {shelf.title.lower()}"
    name = portal.ward.name_on(portal.day)
    return PageText(
        address=page,
        title=f"{shelf.title}{of}",
        parts=(
            render("news/path.html", page=page, shelf=shelf, top=addresses.NEWS),
            Heading(1, f"{shelf.title}{of}", "noi-dung"),
            news_list(shelf, page, portal),
        ),
        description=f"Tin, bài của {name}{about}{of}.",
        searched=False,
        feed=shelf.feed,
    )


def news_list(shelf: Shelf, page: str, portal: Portal) -> str:
    """Render the posts on one page of a list, the way to its other pages and to the other lists."""
    return render(
        "news/list.html",
        shelf=shelf,
        items=shelf.on(page),
        page=page,
        groups=(("Chuyên mục", categories(portal)), ("Theo năm", years(portal))),
        category=addresses.category,
        pictures=portal.pictures,
    )
