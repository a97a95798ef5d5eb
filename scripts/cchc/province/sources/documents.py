"""The documents behind a page's link: the link's own, or those on the page that it leads to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.problems import Problem, Refused
from cchc.province.sources.answers import host_of
from cchc.province.sources.brought import BroughtFile
from cchc.province.sources.contents import PAGE, ending_of_content
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.page_links import Link, files_on
from cchc.province.sources.safe_names import ending_of
from cchc.province.sources.shelf import Kept, Shelf

# Word and Excel of old saved web pages under these names, and offices still publish them.
MAY_BE_PAGES = frozenset({".doc", ".xls"})
NO_FILE = "không thấy tệp đính kèm (.pdf, .docx …); mở trang này, tải tệp rồi bỏ vào inbox/"
ELSEWHERE = "tệp ở máy chủ không có trong `may_chu_tep`; xem lại, thêm máy chủ nếu tin được"
NOT_A_FILE = "máy chủ trả trang web thay cho tệp; mở bằng trình duyệt, tải tệp rồi bỏ vào inbox/"


@dataclass(frozen=True, slots=True)
class Documents:
    """What a source's links lead to. `listed`: on every page of the site, so no decision's own."""

    source: str
    ledger: Ledger
    shelf: Shelf
    listed: frozenset[str]

    def settled(self, link: Link) -> bool:
        """Tell whether everything behind a link was read, as far as last time's copies know."""
        kept = self.shelf.kept(link.address)
        if kept is None or not is_page(kept.read(), link.address):
            return self._read_before(link.address, kept)
        inside = self._inside(link, kept)
        return bool(inside) and all(self._read_before(a, self.shelf.kept(a)) for a in inside)

    def of(self, link: Link) -> Iterator[BroughtFile | Problem]:
        """Give the documents never read; what was read is only asked for where it may be new."""
        try:
            yield from self._behind(link)
        except Refused as refused:
            yield from refused.problems

    def _behind(self, link: Link) -> Iterator[BroughtFile | Problem]:
        if host_of(link.address) not in self.shelf.hosts:
            yield Problem(link.address, 0, ELSEWHERE)
            return
        kept = self._fetch(link.address, read=self.settled(link))
        if kept is None:
            return
        if not is_page(kept.read(), link.address):
            yield from self._new(link, link.address, kept)
        elif ending_of(link.address):
            yield Problem(link.address, 0, NOT_A_FILE)
        else:
            yield from self._on_page(link, kept)

    def _on_page(self, link: Link, page: Kept) -> Iterator[BroughtFile | Problem]:
        """Follow one level and no deeper."""
        inside = self._inside(link, page)
        if not inside:
            yield Problem(link.address, 0, NO_FILE)
        for address in inside:
            yield from self._one(link, address)

    def _one(self, link: Link, address: str) -> Iterator[BroughtFile | Problem]:
        if host_of(address) not in self.shelf.hosts:
            yield Problem(address, 0, ELSEWHERE)
            return
        try:
            kept = self._fetch(address, read=self._read_before(address, self.shelf.kept(address)))
        except Refused as refused:
            yield from refused.problems
            return
        if kept is not None and is_page(kept.read(), address):
            yield Problem(address, 0, NOT_A_FILE)
        elif kept is not None:
            yield from self._new(link, address, kept)

    def _new(self, link: Link, address: str, kept: Kept) -> Iterator[BroughtFile]:
        if not self.ledger.has(self.source, kept.sha256):
            yield BroughtFile(kept.path, link.title, kept.sha256, address)

    def _inside(self, link: Link, page: Kept) -> tuple[str, ...]:
        every = files_on(page.read(), link.address)
        return tuple(each for each in every if each not in self.listed)

    def _read_before(self, address: str, kept: Kept | None) -> bool:
        """Tell by the content where there is a copy; the cache may be gone, the ledger is not."""
        if kept is not None:
            return self.ledger.has(self.source, kept.sha256)
        return self.ledger.has_address(self.source, address)

    def _fetch(self, address: str, *, read: bool) -> Kept | None:
        """Ask for what was not read; what was, only where the server can say “not changed”."""
        kept = self.shelf.kept(address)
        if not read:
            return self.shelf.fetch(address)
        return self.shelf.fetch(address) if kept is not None and kept.conditions else kept


def is_page(content: bytes, address: str = "") -> bool:
    """Tell a web page from a document, by the content; an old .doc may be either."""
    return ending_of_content(content) == PAGE and ending_of(address) not in MAY_BE_PAGES
