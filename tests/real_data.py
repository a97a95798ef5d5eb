"""The real data beside the repository: tests that need it skip where it is absent."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

DATA = Path(__file__).parents[2] / "shared" / "data"
needs_real_data = pytest.mark.skipif(not DATA.is_dir(), reason="không có dữ liệu thật (../shared)")
NATIONAL = DATA / "national-export-xlsx"
WARD_SHEET = DATA / "ward-2026-10" / "danh-sach-dvc-phuong-huong-an.xlsx"
SERVICES = DATA / "ward-2026-10" / "services.tsv"
PAGES = DATA / "national-2026-06" / "commune-level.jsonl.gz"
WORD_ROWS = DATA / "word-export" / "commune-level.jsonl.gz"
PORTAL_RECORD = DATA / "api" / "formality_detail_2.000908_trimmed.json"


def national_lists() -> list[Path]:
    return sorted(NATIONAL.glob("*.xlsx"))


def json_lines(path: Path) -> list[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]
