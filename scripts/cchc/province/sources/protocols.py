"""How the national portal's list is asked for: the old protocol and the new one.

Old: POST form field `params`, pages from 1, each row carries the total (AMOUNT). New: POST JSON,
a cursor (`lastId`), the total beside the items. Both are undocumented and may change.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any, ClassVar

from cchc.base.text import one_line
from cchc.province.portal_list import A_WEB_PAGE
from cchc.province.portal_rows import total_of
from cchc.province.sources.answers import refuse
from cchc.province.sources.fetch import Fetcher
from cchc.province.sources.paging import Page
from cchc.province.sources.settings import Source

NEW_PATH = "/submitting/formality/list-all-public-formality-by-citizen"
# What an envelope may hold besides (the time, a number of the request) changes at each request.
OF_ENVELOPE = ("code", "message", "data")
CUT = "JSON bị cắt hoặc sai dạng; danh sách chưa lấy được, lần chạy sau thử lại"
CHANGED = "cổng trả dữ liệu không đúng dạng đã biết (giao thức đổi?); xuất danh sách bằng tay"
SHOWN = 80


@dataclass(frozen=True, slots=True)
class OldPortal:
    """…/jsp/rest.jsp."""

    source: Source
    fetcher: Fetcher
    # What the portal's own page asks for.
    per_page: int = 50
    record_key: str = "ID"
    fixed: ClassVar[dict[str, Any]] = {
        "service": "procedure_advanced_search_service_v2", "provider": "dvcquocgia",
        "type": "ref", "is_connected": 0, "keyword": "", "agency_type": "0", "object_id": "-1",
        "field_id": "-1",
    }  # fmt: skip

    @property
    def address(self) -> str:
        """Where the list is asked for."""
        return self.source.address

    def page(self, number: int, cursor: str) -> Page:  # noqa: ARG002 - the pages are numbered
        """Ask for a page. Raise `Refused`."""
        asked = {
            **self.fixed,
            "recordPerPage": self.per_page,
            "pageIndex": number,
            "impl_agency_id": self.source.agency or "-1",
            "impl_level_id": self.source.level or "-1",
        }
        said = _json(self.address, self.fetcher, data={"params": json.dumps(asked)})
        return Page(said, rows := _rows(self.address, said), _total(*rows))


@dataclass(frozen=True, slots=True)
class NewPortal:
    """…/api/v1."""

    source: Source
    fetcher: Fetcher
    per_page: int = 200
    record_key: str = "id"

    @property
    def address(self) -> str:
        """Where the list is asked for."""
        return self.source.address.rstrip("/") + NEW_PATH

    def page(self, number: int, cursor: str) -> Page:  # noqa: ARG002 - the cursor tells the page
        """Ask for a page. Raise `Refused`."""
        asked = {
            "limit": self.per_page,
            "lastId": cursor,
            "q": "",
            "departmentCode": self.source.agency,
            "level": self.source.level,
            # Procedures inside the administration are not asked for.
            "formalityType": "STANDARD",
        }
        said = _json(self.address, self.fetcher, json=asked)
        data = said.get("data") if isinstance(said, dict) else None
        if not isinstance(data, dict):
            told = one_line(str(said.get("message") or ""))[:SHOWN] if _is_object(said) else ""
            raise refuse(self.address, f"{CHANGED}{f' (cổng báo “{told}”)' if told else ''}")
        rows = _rows(self.address, data.get("items"))
        kept = {key: said[key] for key in OF_ENVELOPE if key in said}
        return Page(kept, rows, _total(data), str(data.get("lastId") or ""))


def _is_object(said: object) -> bool:
    return isinstance(said, dict)


def _rows(address: str, said: object) -> tuple[dict[str, Any], ...]:
    if not isinstance(said, list) or not all(isinstance(row, dict) for row in said):
        raise refuse(address, CHANGED)
    return tuple(said)


def _total(*said: object) -> int:
    return max((each for each in map(total_of, said) if each is not None), default=0)


def _json(address: str, fetcher: Fetcher, **content: Any) -> Any:  # noqa: ANN401 - JSON of any shape
    text = fetcher.post(address, **content).body.decode("utf-8-sig", "replace").strip()
    if text.startswith("<"):
        raise refuse(address, A_WEB_PAGE)
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise refuse(address, CUT) from None
