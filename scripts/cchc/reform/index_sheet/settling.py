"""What only shows once all rows are read: sums that a cell left empty, sums that differ."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cchc.reform.index_sheet.found import SHOWN, Doubt, Table
from cchc.reform.scores import shown


def settle(table: Table) -> None:
    """Fill empty sums, drop empty lists, compare each field's points with its criteria's."""
    for place, each in enumerate(table.criteria):
        _most(table, each, table.lines["tieu_chi", place])
        if not each.get("thanh_phan"):
            each.pop("thanh_phan", None)
    _check_fields(table)


def _most(table: Table, criterion: dict[str, Any], line: int) -> None:
    """Sum the most of a criterion where its cell is empty.

    Some programs save a formula without its value.
    """
    parts = criterion.get("thanh_phan", [])
    known = [each["toi_da"] for each in parts if "toi_da" in each]
    if "toi_da" not in criterion and known:
        criterion["toi_da"] = sum(known, Decimal(0))
        words = f"điểm tối đa của tiêu chí {criterion['so']} để trống; lấy tổng các phần"
        table.doubts.append(Doubt(line, f"{words}: {shown(criterion['toi_da'])}"))
    for each in (criterion, *parts):
        if "toi_da" not in each and each["so"] not in table.unread:
            where = table.rows[each["so"]]
            message = f"tiêu chí {each['so']} chưa có điểm tối đa; điền vào"
            table.doubts.append(Doubt(where, message, wrong=True))


def _check_fields(table: Table) -> None:
    """Compare the points that a field's row states with the sum of its criteria."""
    begins = [*(first for _, _, first in table.fields), len(table.criteria)]
    for (row, made, first), end in zip(table.fields, begins[1:], strict=True):
        own = table.criteria[first:end]
        if not own and row.scored:
            table.doubt(row, f"lĩnh vực “{made['ten'][:SHOWN]}” có điểm mà không có tiêu chí nào")
        found = sum((each.get("toi_da", Decimal(0)) for each in own), Decimal(0))
        stated = made.get("toi_da", found)
        if own and stated != found:
            words = f"điểm tối đa của lĩnh vực ghi {shown(stated)}, cộng các tiêu chí được"
            table.doubt(row, f"{words} {shown(found)}; sửa cho khớp", wrong=True)
