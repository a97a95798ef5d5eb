"""A list that comes page by page, believed only where it is whole; asks through a protocol."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Protocol

from cchc.province.sources.answers import refuse

# The nation has some 6,500 procedures.
MOST_PAGES = 400
TWICE = "cổng trả lại thủ tục đã có ở trang trước (trang lặp, hay danh sách đổi khi đang tải)"
NOT_BELIEVED = "không đủ tin, không nhận; lần chạy sau thử lại"


@dataclass(frozen=True, slots=True)
class Page:
    """One page: as the server sent it, its rows, the total it tells (0: none), the next cursor."""

    content: Any
    rows: tuple[dict[str, Any], ...]
    total: int
    cursor: str = ""


class ListProtocol(Protocol):
    """One way of asking for pages."""

    @property
    def address(self) -> str:
        """Where the list is asked for."""
        ...

    @property
    def per_page(self) -> int:
        """How many rows a page is asked to have."""
        ...

    @property
    def record_key(self) -> str:
        """Which part of a row is its own."""
        ...

    def page(self, number: int, cursor: str) -> Page:
        """Ask for a page (from 1; the cursor is the one before's). Raise `Refused`."""
        ...


def whole_list(protocol: ListProtocol) -> tuple[Any, ...]:
    """Give every page's content. Raise `Refused` where the list is not whole beyond doubt."""
    pages: list[Page] = []
    seen: set[str] = set()
    for page in _asked(protocol):
        ids = {_own(protocol, row) for row in page.rows}
        if ids & seen:
            raise refuse(protocol.address, f"{TWICE}; {NOT_BELIEVED}")
        seen |= ids
        if page.rows:
            pages.append(page)
        if _is_last(protocol, page, pages):
            _check_total(protocol, pages)
            return tuple(each.content for each in pages)
    raise refuse(protocol.address, f"danh sách dài hơn {MOST_PAGES} trang; {NOT_BELIEVED}")


def _asked(protocol: ListProtocol) -> Iterator[Page]:
    cursor = ""
    for number in range(1, MOST_PAGES + 1):
        page = protocol.page(number, cursor)
        cursor = page.cursor
        yield page


def _own(protocol: ListProtocol, row: dict[str, Any]) -> str:
    return str(row.get(protocol.record_key) or json.dumps(row, sort_keys=True))


def _is_last(protocol: ListProtocol, page: Page, pages: list[Page]) -> bool:
    """Tell by the total; without one, a page that is not full is the last.

    A server may give fewer rows a page than it was asked for.
    """
    count, total = _counts(pages)
    return not page.rows or (count >= total if total else len(page.rows) < protocol.per_page)


def _counts(pages: list[Page]) -> tuple[int, int]:
    return sum(len(each.rows) for each in pages), max((each.total for each in pages), default=0)


def _check_total(protocol: ListProtocol, pages: list[Page]) -> None:
    count, total = _counts(pages)
    if not count:
        raise refuse(protocol.address, "cổng trả danh sách rỗng; không nhận")
    if total and count != total:
        message = f"cổng ghi tổng số {total} nhưng trả {count} dòng; {NOT_BELIEVED}"
        raise refuse(protocol.address, message)
