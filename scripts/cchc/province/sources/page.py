"""A page that lists documents: the decisions on procedures are brought, each once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.province.sources.answers import host_of
from cchc.province.sources.brought import CACHE, Brought, BroughtFile, LeftOut
from cchc.province.sources.documents import Documents
from cchc.province.sources.fetch import Fetcher
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.page_links import Link, decision_links, files_on
from cchc.province.sources.settings import Source
from cchc.province.sources.shelf import Shelf

# A first run meets years of documents: the rest comes with the next runs.
MOST_FILES = 50
# A server that fails so often is not asked further: three tries each would last for hours.
MOST_FAILURES = 10
# The newest, which stand first, may be put right at their old address.
ASKED_AGAIN = 20
NO_LINKS = "không thấy liên kết nào “công bố … thủ tục hành chính”; trang đổi cách trình bày?"
GIVEN_UP = "nhiều văn bản không tải được, đã dừng; lần chạy sau thử tiếp"


def bring_page(root: Path, source: Source, ledger: Ledger, fetcher: Fetcher) -> Brought:
    """Fetch the page and the documents on it that were never read."""
    hosts = frozenset((host_of(source.address), *source.file_hosts))
    shelf = Shelf(root / CACHE / source.key, fetcher, hosts)
    try:
        page = shelf.fetch(source.address).read()
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    links = decision_links(page, source.address)
    if not links:
        return Brought(source, problems=(Problem(source.address, 0, NO_LINKS),), failed=True)
    documents = Documents(source.key, ledger, shelf, frozenset(files_on(page, source.address)))
    wanted = [each for each in links if not each.internal]
    files, problems = _gather(source, documents, wanted)
    left = tuple(LeftOut(each.title, each.address) for each in links if each.internal)
    return Brought(source, tuple(files.values()), left, tuple(problems))


def _gather(
    source: Source, documents: Documents, wanted: list[Link]
) -> tuple[dict[str, BroughtFile], list[Problem]]:
    """Fetch what is new, within the limits; the same content at two addresses is one file."""
    files: dict[str, BroughtFile] = {}
    problems: list[Problem] = []
    queue = _queue(documents, wanted)
    for done, link in enumerate(queue):
        if len(files) >= MOST_FILES or len(problems) >= MOST_FAILURES:
            problems.append(_rest(source, len(queue) - done, given_up=len(files) < MOST_FILES))
            break
        for found in documents.of(link):
            if isinstance(found, Problem):
                problems.append(found)
            else:
                files.setdefault(found.sha256, found)
    return files, problems


def _queue(documents: Documents, wanted: Iterable[Link]) -> list[Link]:
    """Put what was never fetched first: what cannot be read must not keep others waiting."""
    settled = {link.address: documents.settled(link) for link in wanted}
    new = [link for link in wanted if not settled[link.address]]
    new.sort(key=lambda link: documents.shelf.kept(link.address) is not None)
    return [*new, *(link for link in list(wanted)[:ASKED_AGAIN] if settled[link.address])]


def _rest(source: Source, count: int, *, given_up: bool) -> Problem:
    said = GIVEN_UP if given_up else f"lần này lấy {MOST_FILES} tệp, các lần sau lấy tiếp"
    return Problem(source.address, 0, f"còn {count} văn bản: {said}")
