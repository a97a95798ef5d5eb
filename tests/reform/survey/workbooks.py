"""Spreadsheets of answers as offices have them: a banner, personal columns, words and numbers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import openpyxl

Row = Sequence[object]
HEADING = (
    "STT", "Dấu thời gian", "Họ và tên", "SĐT", "Địa chỉ", "Lĩnh vực",
    "C1. Hướng dẫn rõ ràng", "C2. Thái độ phục vụ", "Nhìn chung ông bà có hài lòng không?",
    "Ý kiến khác",
)  # fmt: skip
BANNER = ("PHIẾU KHẢO SÁT QUÝ III NĂM 2026",)
# Made by a rule, so that the counts can be told beforehand: see `answers`.
FIELDS = ("Hộ tịch", "Hộ tịch", "chứng thực", "Hộ tịch", "Chứng thực")


def answers(count: int) -> list[Row]:
    """Give forms: every fifth is “Bình thường” in all, every other a 5, the rest words."""
    return [
        (
            number,
            f"2026-09-{1 + number % 20:02} 08:30:00",
            f"Người trả lời {number}",
            f"09050000{number:02}",
            f"{number} đường Số Một",
            FIELDS[number % 5],
            *_levels(number),
            "Nhanh" if number == 3 else "",
        )
        for number in range(1, count + 1)
    ]


def _levels(number: int) -> tuple[object, object, object]:
    if number % 5 == 0:
        return "Bình thường", "binh thuong", 3
    return (5, "5 - Rất hài lòng", 5.0) if number % 2 else ("Hài lòng", "HAI LONG", "hài lòng.")


def workbook(path: Path, rows: Sequence[Row], heading: Row = HEADING, banner: Row = BANNER) -> Path:
    """Write a spreadsheet: the banner, an empty row, the heading, the rows."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in (banner, (), heading, *rows):
        sheet.append(list(row))
    book.save(path)
    return path
