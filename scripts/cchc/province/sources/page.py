"""A page that lists documents: the decisions on procedures are brought, each once."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.province.sources.brought import Brought, BroughtFile, LeftOut, sha256_of
from cchc.province.sources.fetch import NOT_MODIFIED, Answer, Fetcher, host_of
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.page_links import Link, decision_links, files_on
from cchc.province.sources.portal import CACHE
from cchc.province.sources.safe_names import ending_of, safe_name
from cchc.province.sources.settings import Source

# A first run meets years of documents: the rest comes with the next runs.
MOST_FILES = 50
VALIDATORS = {"etag": "If-None-Match", "last-modified": "If-Modified-Since"}
NO_FILE = "không thấy tệp đính kèm (.pdf, .docx …); mở trang này, tải tệp rồi bỏ vào inbox/"
ELSEWHERE = "tệp ở máy chủ không có trong `may_chu_tep`; xem lại, thêm máy chủ nếu tin được"
NO_LINKS = "không thấy liên kết nào “công bố … thủ tục hành chính”; trang đổi cách trình bày?"


def bring_page(root: Path, source: Source, ledger: Ledger, fetcher: Fetcher) -> Brought:
    """Fetch the page and the documents on it that were never read."""
    home = root / CACHE / source.key
    hosts = {host_of(source.address), *source.file_hosts}
    try:
        links = decision_links(_page(home, source, fetcher, hosts), source.address)
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    if not links:
        return Brought(source, problems=(Problem(source.address, 0, NO_LINKS),), failed=True)
    left = tuple(LeftOut(each.title, each.address) for each in links if each.internal)
    new = [each for each in links if not each.internal]
    new = [each for each in new if not ledger.has_address(source.key, each.address)]
    problems = [_rest(source, len(new))] if len(new) > MOST_FILES else []
    files: list[BroughtFile] = []
    for link in new[:MOST_FILES]:
        for found in _documents(home, link, fetcher, hosts):
            if isinstance(found, Problem):
                problems.append(found)
            elif not ledger.has(source.key, found.sha256):
                files.append(found)
    return Brought(source, tuple(files), left, tuple(problems))


def _rest(source: Source, count: int) -> Problem:
    message = f"có {count} văn bản mới; lần này lấy {MOST_FILES}, các lần sau lấy tiếp"
    return Problem(source.address, 0, message)


def _documents(
    home: Path, link: Link, fetcher: Fetcher, hosts: Iterable[str]
) -> Iterator[BroughtFile | Problem]:
    """Fetch a link's document, or those on the page that it leads to, one level and no deeper."""
    try:
        addresses = (link.address,) if link.is_file else _on_page(link, fetcher, hosts)
        if not addresses:
            yield Problem(link.address, 0, NO_FILE)
        for address in addresses:
            if host_of(address) not in set(hosts):
                yield Problem(address, 0, ELSEWHERE)
            else:
                yield _keep(home, link, fetcher.get(address, hosts))
    except Refused as refused:
        yield from refused.problems


def _on_page(link: Link, fetcher: Fetcher, hosts: Iterable[str]) -> tuple[str, ...]:
    if host_of(link.address) not in set(hosts):
        return ()
    return files_on(fetcher.get(link.address, hosts).body, link.address)


def _keep(home: Path, link: Link, answer: Answer) -> BroughtFile:
    """Write a document into the cache; its address is the one that the page gave."""
    sha256 = sha256_of(answer.body)
    address = answer.address if ending_of(answer.address) else link.address
    path = home / safe_name(address, sha256)
    write_atomically(path, answer.body)
    return BroughtFile(path, link.title, sha256, link.address)


def _page(home: Path, source: Source, fetcher: Fetcher, hosts: Iterable[str]) -> bytes:
    """Get the page, or the copy of last time where the server says that nothing changed."""
    body, known = home / "trang.html", home / "trang.json"
    kept = _validators(known) if body.is_file() else {}
    asked = {VALIDATORS[key]: value for key, value in kept.items() if key in VALIDATORS}
    answer = fetcher.get(source.address, hosts, asked)
    if answer.status == NOT_MODIFIED:
        return body.read_bytes()
    write_atomically(body, answer.body)
    new = {key: answer.headers[key] for key in VALIDATORS if key in answer.headers}
    write_atomically(known, json.dumps(new).encode())
    return answer.body


def _validators(path: Path) -> dict[str, str]:
    try:
        return {str(key): str(value) for key, value in json.loads(path.read_bytes()).items()}
    except (OSError, ValueError, AttributeError):
        return {}
