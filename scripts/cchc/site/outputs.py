"""What a built site has besides pages: search rows, the board's data, feeds, open data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from cchc.site.addresses import BOARD_DATA
from cchc.site.board.board_data import board_json
from cchc.site.feeds.change_feeds import feeds
from cchc.site.feeds.news_feeds import news_feeds
from cchc.site.open_data.data_file import DataFile
from cchc.site.portal import Portal
from cchc.site.reform.sections import reform_outputs
from cchc.site.search.search_rows import FILE, Row, rows_json


def outputs(
    portal: Portal, name: str, site_url: str, rows: Iterable[Row], data: Iterable[DataFile]
) -> Iterator[tuple[str, bytes]]:
    """Give each file's address below the site's root and its content.

    `name` is the site's, `site_url` its public address or empty.
    """
    yield FILE, rows_json(rows).encode()
    yield BOARD_DATA, board_json(portal).encode()
    for made in (feeds, news_feeds):
        yield from made(portal, name, site_url)
    yield from reform_outputs(portal)
    yield from ((each.address, each.content) for each in data)
