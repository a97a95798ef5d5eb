"""Small decisions for one thing at a time, written and read back as JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.description import Description, Line, Listing
from tests.province.decision.facts import CODE, NAME, NUMBER, SIGNING, TIME, articles
from tests.province.decision.make import make

NEW = "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ"
PLAIN = (NUMBER, CODE, NAME, TIME)


def small(*rows: Line, **changes: Any) -> Description:  # noqa: ANN401 - any part of a description
    """A decision of one list with the usual columns, effective on signing."""
    columns = changes.pop("columns", PLAIN)
    before = changes.pop("before", (NEW,))
    given: dict[str, Any] = {
        "so": "77/QĐ-UBND",
        "ngay_ky": "2026-03-02",
        "hieu_luc": "2026-03-02",
        "co_quan": "UBND thành phố Huế",
        "province": "THÀNH PHỐ HUẾ",
        "place": "Huế",
        "trich_yeu": "Về việc công bố Danh mục thủ tục hành chính",
        "articles": articles("mới", SIGNING),
        "listings": (Listing(columns, rows, before),),
    }
    return Description(**given | changes)


def read_back(folder: Path, decision: Description, form: str = "docx") -> dict[str, Any]:
    return as_json(read_decision(make(folder, decision, form)))


def said(data: dict[str, Any]) -> str:
    """All that the problems say, to look for words in."""
    return "\n".join(problem["noi_dung"] for problem in data["van_de"])


def lost(data: dict[str, Any]) -> list[str]:
    """The texts that a problem keeps."""
    return [problem["nguyen_van"] for problem in data["van_de"]]
