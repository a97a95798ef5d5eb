"""What a person must look at, beyond single rows: effect, counts, codes twice, kinds unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from cchc.base.codes import codes_in, is_internal
from cchc.base.text import fold, one_line
from cchc.procedures.decision import Doubt, Item
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line, Unread
from cchc.province.decision.files.blocks import Block, Paragraph, clip
from cchc.province.decision.words.kinds import kinds_in

MOST_NAMED = 12
NUMBERED = re.compile(r"\s*\d{1,3}\s*[.)]?\s*")
FEWEST_NUMBERED, FEWEST_COLUMNS = 2, 3
# Tables of one procedure's details and of its workflow, not of procedures.
OTHER_TABLES = re.compile(
    r"\b(?:giay to|ban chinh|ban sao|thanh phan ho so|trinh tu|buoc|noi dung cong viec|trach nhiem"
    r"|nguoi thuc hien|bieu mau|ket qua)\b"
)


def codes_twice(items: Sequence[Item]) -> Iterator[Doubt]:
    """Doubt each code that stands on more than one row; all the rows stay."""
    rows: dict[str, list[Item]] = {}
    for item in items:
        if item.code:
            rows.setdefault(item.code, []).append(item)
    for code, same in rows.items():
        if len(same) > 1:
            kinds = ", ".join(
                dict.fromkeys(i.kind.label if i.kind else "không rõ loại" for i in same)
            )
            message = f"mã {code} có ở {len(same)} dòng ({kinds}); xem dòng nào đúng"
            words = clip("\n".join(item.words for item in same))
            yield Doubt(page=same[-1].page, message=message, words=words)


def kinds_unknown(items: Sequence[tuple[Line, Item]]) -> Iterator[Doubt]:
    """Doubt, once a section, the rows whose kind nothing says."""
    sections: dict[tuple[str, int | None], list[Item]] = {}
    for line, item in items:
        if item.kind is None:
            place = (line.context.source, line.context.page or item.page)
            sections.setdefault(place, []).append(item)
    for (source, page), rows in sections.items():
        named = ", ".join(item.code or f"“{item.name[:40]}”" for item in rows[:MOST_NAMED])
        more = f" và {len(rows) - MOST_NAMED} dòng nữa" if len(rows) > MOST_NAMED else ""
        message = (
            f"không rõ loại thay đổi (mới, sửa đổi, bãi bỏ …) của {len(rows)} dòng: {named}{more}"
        )
        yield Doubt(page=page, message=message, words=clip(source))


def internal_codes(items: Sequence[Item]) -> Iterator[Doubt]:
    """Doubt codes of internal procedures (5, 6) in a decision for the public."""
    found = [item for item in items if item.code and is_internal(item.code)]
    for item in found:
        message = f"mã {item.code} là thủ tục nội bộ (đầu 5, 6), không thuộc danh mục công khai"
        yield Doubt(page=item.page, message=message, words=item.words)


def districts(items: Sequence[Item]) -> Iterator[Doubt]:
    """Doubt a level that is no more: districts ended on 1/7/2025."""
    found = [item for item in items if Level.OTHER in item.levels]
    if found:
        message = (
            f"{len(found)} thủ tục ghi cấp huyện; từ 01/7/2025 không còn cấp huyện, xem nay cấp nào"
            " giải quyết"
        )
        yield Doubt(page=found[0].page, message=message, words=found[0].words)


def codes_outside(rest: Sequence[Block], items: Sequence[Item]) -> Iterator[Doubt]:
    """Doubt the codes that stand outside every list and on no row of one: never lost."""
    known = {code for item in items for code in (item.code, *item.replaces)}
    for block in rest:
        words = block.text if isinstance(block, Paragraph) else block.words
        new = [code for code in codes_in(words) if code not in known]
        if new:
            message = f"mã {', '.join(new)} đứng ngoài bảng danh mục; không rõ là thủ tục nào"
            yield Doubt(page=block.page, message=message, words=clip(words), holds_row=True)
            known.update(new)


def kinds_outside(rest: Sequence[Block], items: Sequence[Item]) -> Iterator[Doubt]:
    """Doubt a line outside the lists that says another kind of a procedure than its row does."""
    listed: dict[str, set[ChangeKind | None]] = {}
    for item in items:
        if item.code:
            listed.setdefault(item.code, set()).add(item.kind)
    for block in rest:
        words = block.text if isinstance(block, Paragraph) else block.words
        codes = [code for code in codes_in(words) if code in listed]
        kinds = kinds_in(words) if codes else frozenset()
        other = [code for code in codes if len(kinds) == 1 and not kinds & listed[code]]
        if other:
            message = f"ngoài bảng ghi khác về mã {', '.join(other)}; xem loại thay đổi nào đúng"
            yield Doubt(page=block.page, message=message, words=clip(words))


def tables_unread(tables: Sequence[Unread]) -> Iterator[Doubt]:
    """Doubt tables that may be lists: numbered rows without a heading, or right under a title."""
    for table in tables:
        rows = table.rows
        numbered = [row for row in rows if row.cells and NUMBERED.fullmatch(row.cells[0])]
        about = fold(" ".join(rows[0].cells))
        few = len(numbered) < FEWEST_NUMBERED or len(rows[0].cells) < FEWEST_COLUMNS
        if (table.titled or not few) and not OTHER_TABLES.search(about):
            message = (
                f"bảng {len(rows)} dòng không nhận ra cột nào là tên thủ tục; chưa đọc bảng này"
            )
            words = clip("\n".join(row.words for row in rows))
            yield Doubt(page=rows[0].page, message=message, words=words)


def replaced_without_new(items: Sequence[tuple[Line, Item]]) -> Iterator[Doubt]:
    """Doubt lists of procedures that are replaced where nothing says by which."""
    sources: dict[str, list[Item]] = {}
    for line, item in items:
        bare = item.kind is ChangeKind.REPLACED and item.code and not item.replaces
        if bare and "bi thay the" in fold(line.context.source):
            sources.setdefault(line.context.source, []).append(item)
    for source, rows in sources.items():
        message = f"{len(rows)} thủ tục bị thay thế mà không ghi thủ tục nào thay; xem mã mới"
        yield Doubt(page=rows[0].page, message=message, words=clip(source))


def columns_twice(lines: Sequence[Line]) -> Iterator[Doubt]:
    """Doubt, once a list, a second column of names or codes that says something else."""
    told: set[tuple[Part, int, int]] = set()
    for line in lines:
        for part, place in line.columns.again:
            text = one_line(line.row.cells[place]) if place < len(line.row.cells) else ""
            key = (part, place, line.row.table)
            if text and key not in told and text != one_line(line.text(part)):
                told.add(key)
                message = (
                    f"bảng có hai cột “{part.label}”, chỉ đọc cột đầu; xem cột nào là của thủ tục"
                )
                yield Doubt(page=line.row.page, message=message, words=line.row.words)
