"""From a sheet to the rows of a list: one way for every spreadsheet format."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Mapping

from cchc.base.codes import bare_code, codes_in
from cchc.base.models import MAX_TEXT, has_markup, runs_script
from cchc.base.problems import Problem
from cchc.base.text import NUMBERING, fold, one_line
from cchc.province.columns import Heading, Layout, best_match, find_heading
from cchc.province.content import Format, Listing, Row, refuse
from cchc.province.numbers import document_number
from cchc.province.phrases import known_line, split_names
from cchc.province.workbook import Sheet, Workbook

# Each row has its own: not worth remembering, or read otherwise.
LONG = frozenset({"ma", "ten", "co_quan"})
TOTAL = re.compile(r"(?:tong so|tong cong|co tat ca)\b\D{0,40}?(\d[\d.]*)")


def read_list(book: Workbook, kind: Format, layout: Layout, *, dated: bool = False) -> Listing:
    """Read every sheet that has the format's heading. Raise `Refused` where none has.

    `dated`: the file is made by the portal at the moment of export, so its date is the list's.
    """
    headings = [(sheet, find_heading(sheet.rows, layout)) for sheet in book.sheets]
    found = [(sheet, heading) for sheet, heading in headings if heading]
    if not found:
        raise refuse(book.path, what_is_missing(book, layout))
    rows: list[Row] = []
    problems: list[Problem] = []
    declared: list[int] = []
    for sheet, heading in found:
        where = book.path.as_posix() + (f" [{sheet.name}]" if len(found) > 1 else "")
        for each in _placed(sheet, heading, where):
            _sort(each, rows, problems, declared)
    columns = frozenset(found[0][1].columns)
    return Listing(
        source=book.path.name,
        format=kind,
        rows=tuple(rows),
        columns=columns,
        problems=tuple(problems),
        declared=sum(declared) if declared else None,
        dated=book.dated if dated else None,
    )


def what_is_missing(book: Workbook, layout: Layout) -> str:
    """Say which headings a workbook lacks of a format, in the format's own words."""
    matches = (best_match(sheet.rows, layout) for sheet in book.sheets)
    best: frozenset[str] = max(matches, key=len, default=frozenset())
    missing = ", ".join(layout.headings[part][0] for part in sorted(layout.needed - best))
    if not best:
        return f"không thấy dòng tiêu đề của bảng; cần các cột: {missing}"
    return f"bảng thiếu cột: {missing}; xuất lại danh sách với đủ cột"


def _sort(
    each: Row | Problem | int, rows: list[Row], problems: list[Problem], declared: list[int]
) -> None:
    if isinstance(each, Row):
        rows.append(each)
    elif isinstance(each, Problem):
        problems.append(each)
    else:
        declared.append(each)


def _placed(sheet: Sheet, heading: Heading, where: str) -> Iterator[Row | Problem | int]:
    """Place each row below the heading: a procedure, a problem, or the list's own total."""
    for number, cells in enumerate(sheet.rows[heading.row + 1 :], start=heading.row + 2):
        texts = {part: _text(cells, index) for part, index in heading.columns.items()}
        texts["ma"] = code_text(cells[heading.columns["ma"]])
        if any(map(_harmful, texts.values())):
            message = f"có thẻ HTML hoặc chữ quá dài: “{one_line(texts['ten'])[:80]}”"
            yield Problem(where, number, message)
        elif bare_code(texts["ma"]) and texts["ten"].strip():
            yield row_of(number, texts)
        elif (said := _not_a_procedure(cells, texts)) is not None:
            yield said if isinstance(said, int) else Problem(where, number, said)


def _not_a_procedure(cells: tuple[str | float, ...], texts: Mapping[str, str]) -> str | int | None:
    """Give what is wrong with a row, or the list's own total; None: a line between."""
    filled = [cell for cell in cells if not isinstance(cell, str) or cell.strip()]
    if len(filled) > 1:
        return _misplaced(texts)
    total = TOTAL.search(fold(str(filled[0]))) if filled else None
    return int(total[1].replace(".", "")) if total else None


def _harmful(text: str) -> bool:
    return len(text) > MAX_TEXT or has_markup(text) or runs_script(text)


def _misplaced(texts: Mapping[str, str]) -> str:
    code, name = one_line(texts["ma"]), one_line(texts["ten"])
    if len(codes_in(code)) > 1:
        return f"ô mã có nhiều mã ({code}); mỗi dòng một mã"
    if not code:
        return f"dòng không có mã thủ tục: “{name[:80]}”"
    if not bare_code(code):
        return f"“{code[:40]}” không phải mã thủ tục (dạng d.dddddd): “{name[:80]}”"
    return f"mã {code} không có tên thủ tục"


def row_of(number: int, texts: Mapping[str, str]) -> Row:
    """Make a row of the texts of its cells; the code and the name are there."""
    line = {part: known_line(text) for part, text in texts.items() if part not in LONG}
    return Row(
        number=number,
        code=bare_code(texts["ma"]) or "",
        full_code=one_line(texts["ma"]),
        name=NUMBERING.sub("", one_line(texts["ten"])),
        field=line.get("linh_vuc", ""),
        agencies=_lines(texts.get("co_quan", "")),
        issuer=line.get("ban_hanh", ""),
        decision=document_number(said) if (said := line.get("quyet_dinh")) else "",
        levels=line.get("cap", ""),
        audience=split_names(texts.get("doi_tuong", "")),
        online_level=line.get("muc_do", ""),
        service_code=line.get("ma_dvc", ""),
        service_name=line.get("ten_dvc", ""),
        address=line.get("dia_chi", ""),
        agency_code=line.get("ma_co_quan", ""),
        state=line.get("trang_thai", ""),
    )


@functools.lru_cache(maxsize=4096)
def _lines(text: str) -> tuple[str, ...]:
    """Agencies stand one a line; a comma belongs to a name (“Thuế tỉnh, thành phố”)."""
    return tuple(dict.fromkeys(name for line in text.splitlines() if (name := known_line(line))))


def _text(cells: tuple[str | float, ...], index: int) -> str:
    cell = cells[index] if index < len(cells) else ""
    return cell if isinstance(cell, str) else f"{cell:g}"


def code_text(cell: str | float) -> str:
    """Give a code's cell as text: Excel keeps 1.000080 as the number 1.00008."""
    return cell if isinstance(cell, str) else f"{cell:.6f}"
