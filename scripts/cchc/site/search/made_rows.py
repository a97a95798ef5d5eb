"""The rows of search for what the machine makes: procedures, abolished ones, lists, life events."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.site import addresses
from cchc.site.history.events import marks
from cchc.site.pages import every_entry
from cchc.site.portal import Portal
from cchc.site.rendering import PageText
from cchc.site.search import search_rows
from cchc.site.search.search_rows import Row


def made_rows(portal: Portal, pages: Iterable[PageText]) -> Iterator[Row]:
    """Give a row each procedure, and one each list that is a result of its own."""
    for entry in every_entry(portal):
        yield search_rows.procedure_row(entry, (words for _, words in marks(entry, portal)))
    yield from map(search_rows.ended_row, portal.ended.values())
    yield from (_list_row(page) for page in pages if page.listed and page.searched)


def _list_row(page: PageText) -> Row:
    return Row(
        address=page.address,
        kind=search_rows.LIFE if _is_life(page) else search_rows.PAGE,
        title=page.title,
        words="; ".join(page.keywords),
        summary=page.description,
    )


def _is_life(page: PageText) -> bool:
    return page.address.startswith(addresses.LIVES) and page.address != addresses.LIVES
