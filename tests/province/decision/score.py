"""Prints, per decision and format, how many items are read right, wrong, or left to a person.

Run in the repository: `python -m tests.province.decision.score`.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.all_decisions import ALL
from tests.province.decision.description import COMPARED, Description
from tests.province.decision.make import MAKERS, make

HEAD = ("so", "ngay_ky", "hieu_luc", "co_quan", "trich_yeu", "loai_van_ban")


def differences(decision: Description, data: dict[str, Any]) -> Iterator[str]:
    """Say each thing that was read otherwise than described."""
    for key in HEAD:
        if data[key] != getattr(decision, key):
            yield f"{key}: {data[key]!r} ≠ {getattr(decision, key)!r}"
    if data["thay_the_quyet_dinh"] != list(decision.supersedes):
        yield f"thay_the_quyet_dinh: {data['thay_the_quyet_dinh']}"
    for wanted, item in zip(decision.entries, data["muc"], strict=False):
        for key in COMPARED:
            if item[key] != wanted.wanted()[key]:
                yield f"{wanted.ma}.{key}: {item[key]!r} ≠ {wanted.wanted()[key]!r}"
    yield from _counts(decision, data)


def _counts(decision: Description, data: dict[str, Any]) -> Iterator[str]:
    if len(data["muc"]) != len(decision.entries):
        yield f"{len(data['muc'])} items, {len(decision.entries)} described"
    if data["tong"]["dong"] != decision.rows:
        yield f"{data['tong']['dong']} rows, {decision.rows} described"
    said = [each["noi_dung"] for each in data["van_de"]]
    yield from (
        f"no doubt says “{part}”" for part in decision.doubts if not any(part in s for s in said)
    )
    yield from (f"unexpected: {s}" for s in said if not any(part in s for part in decision.doubts))


def right(decision: Description, data: dict[str, Any]) -> int:
    pairs = zip(decision.entries, data["muc"], strict=False)
    return sum({key: item[key] for key in COMPARED} == wanted.wanted() for wanted, item in pairs)


def lines() -> Iterator[str]:
    yield f"{'quyết định':12}{'dạng':6}{'mục':>5}{'đúng':>6}{'sai':>5}{'vấn đề':>8}{'CPU s':>7}"
    for decision in ALL:
        for form in MAKERS:
            with tempfile.TemporaryDirectory() as folder:
                path = make(Path(folder), decision, form)
                before = cpu()
                data = as_json(read_decision(path))
            good, described = right(decision, data), len(decision.entries)
            counts = f"{described:5}{good:6}{described - good:5}{len(data['van_de']):8}"
            yield f"{decision.name:12}{form:6}{counts}{cpu() - before:7.2f}"
            yield from (f"    {difference}" for difference in differences(decision, data))


def cpu() -> float:
    """CPU seconds so far, of this process and of those that read PDFs for it."""
    used = os.times()
    return used.user + used.system + used.children_user + used.children_system


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for line in lines())
