"""The national portal's list, page by page, old and new protocol: handed over whole or not at all.

Old: POST form field `params`, pages from 1, each row carries the total (AMOUNT). New: POST JSON,
a cursor (`lastId`), the total in the envelope. Both are undocumented and may change.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from cchc.base.files import write_atomically
from cchc.base.problems import Refused
from cchc.province.portal_list import A_WEB_PAGE
from cchc.province.sources.brought import Brought, BroughtFile, sha256_of
from cchc.province.sources.fetch import Fetcher, refuse
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.settings import Source, SourceKind

CACHE = ".cache/cchc/sources"
LIST_FILE = "danh-sach.jsonl"
# What each protocol's own page asks for at a time.
OLD_PER_PAGE, NEW_PER_PAGE = 50, 200
# The nation has some 6,500 procedures.
MOST_PAGES = 400
NEW_PATH = "/submitting/formality/list-all-public-formality-by-citizen"
CUT = "JSON bị cắt hoặc sai dạng; danh sách chưa lấy được, lần chạy sau thử lại"
CHANGED = "máy chủ trả dữ liệu không đúng dạng đã biết (giao thức đổi?); xuất danh sách bằng tay"
AGAIN = "máy chủ trả lại một trang đã trả; danh sách không đủ tin, không nhận"


def bring_portal(root: Path, source: Source, ledger: Ledger, fetcher: Fetcher) -> Brought:
    """Fetch the whole list into one file of JSON lines; nothing where it is the same as before."""
    pages = _old_pages if source.kind is SourceKind.OLD_PORTAL else _new_pages
    try:
        lines = list(pages(source, fetcher))
    except Refused as refused:
        return Brought(source, problems=refused.problems, failed=True)
    content = "".join(f"{json.dumps(each, ensure_ascii=False)}\n" for each in lines).encode()
    sha256 = sha256_of(content)
    if ledger.has(source.key, sha256):
        return Brought(source)
    path = root / CACHE / source.key / LIST_FILE
    write_atomically(path, content)
    return Brought(source, (BroughtFile(path, source.name, sha256, source.address),))


def _old_pages(source: Source, fetcher: Fetcher) -> Iterator[Any]:
    def ask(number: int, _cursor: str) -> Any:  # noqa: ANN401 - JSON of any shape
        params = {
            "service": "procedure_advanced_search_service_v2", "provider": "dvcquocgia",
            "type": "ref", "recordPerPage": OLD_PER_PAGE, "pageIndex": number, "is_connected": 0,
            "keyword": "", "agency_type": "0", "impl_agency_id": source.agency or "-1",
            "object_id": "-1", "field_id": "-1", "impl_level_id": source.level or "-1",
        }  # fmt: skip
        return _json(source, fetcher, data={"params": json.dumps(params)})

    yield from _pages(source, ask, _old_rows, OLD_PER_PAGE)


def _old_rows(source: Source, page: Any) -> tuple[list[Any], int, str]:  # noqa: ANN401
    """Give a page's rows, the list's total, and no cursor."""
    if not isinstance(page, list) or not all(isinstance(row, dict) for row in page):
        raise refuse(source.address, CHANGED)
    totals = [row["AMOUNT"] for row in page if str(row.get("AMOUNT", "")).isdigit()]
    return page, int(totals[0]) if totals else 0, ""


def _new_pages(source: Source, fetcher: Fetcher) -> Iterator[Any]:
    address = source.address.rstrip("/") + NEW_PATH

    def ask(_number: int, cursor: str) -> Any:  # noqa: ANN401 - JSON of any shape
        body = {
            "limit": NEW_PER_PAGE, "lastId": cursor, "q": "", "departmentCode": source.agency,
            "level": source.level, "formalityType": "STANDARD",
        }  # fmt: skip
        return _json(source, fetcher, address, json=body)

    yield from _pages(source, ask, _new_rows, NEW_PER_PAGE)


def _new_rows(source: Source, page: Any) -> tuple[list[Any], int, str]:  # noqa: ANN401
    """Give a page's items, the list's total, and the cursor of the next page."""
    data = page.get("data") if isinstance(page, dict) else None
    items = data.get("items") if isinstance(data, dict) else None
    if not isinstance(data, dict) or not isinstance(items, list):
        said = str(page.get("message", ""))[:80] if isinstance(page, dict) else ""
        raise refuse(source.address, f"{CHANGED}{f' (cổng báo “{said}”)' if said else ''}")
    total = data.get("total")
    return items, total if isinstance(total, int) else 0, str(data.get("lastId") or "")


def _pages(
    source: Source,
    ask: Callable[[int, str], Any],
    rows_of: Callable[[Source, Any], tuple[list[Any], int, str]],
    per_page: int,
) -> Iterator[Any]:
    """Ask page after page until the list says that it is whole; one page twice is no list.

    Without a total, a page that is not full is the last.
    """
    seen: set[str] = set()
    count, total, cursor = 0, 0, ""
    for number in range(1, MOST_PAGES + 1):
        page = ask(number, cursor)
        rows, said, cursor = rows_of(source, page)
        total = max(total, said)
        key = json.dumps(rows, sort_keys=True)
        if rows and key in seen:
            raise refuse(source.address, AGAIN)
        seen.add(key)
        count += len(rows)
        if rows:
            yield page
        # A server may give fewer rows a page than it was asked for.
        whole = count >= total if total else len(rows) < per_page
        if not rows or whole:
            _check_total(source, count, total)
            return
    raise refuse(source.address, f"danh sách dài hơn {MOST_PAGES} trang; không đủ tin, không nhận")


def _check_total(source: Source, count: int, total: int) -> None:
    if not count:
        raise refuse(source.address, "máy chủ trả danh sách rỗng; không nhận")
    if total and count != total:
        message = f"cổng ghi tổng số {total} nhưng trả {count} dòng; không đủ tin, không nhận"
        raise refuse(source.address, message)


def _json(source: Source, fetcher: Fetcher, address: str = "", **content: Any) -> Any:  # noqa: ANN401
    answer = fetcher.post(address or source.address, **content)
    text = answer.body.decode("utf-8", "replace").strip()
    if text.startswith("<"):
        raise refuse(source.address, A_WEB_PAGE)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise refuse(source.address, CUT) from None
