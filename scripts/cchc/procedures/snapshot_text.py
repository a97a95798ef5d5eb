"""The text of a snapshot: header lines `# tên: giá trị`, the columns' names, one line a code.

The lines stand in the order of codes: small differences between two lists are small differences
between two files.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cchc.base.codes import is_code
from cchc.base.encoding import BOM
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.procedures.snapshot import Snapshot, SnapshotRow

CELLS = ("mã", "tên", "lĩnh vực", "quyết định", "cơ quan")
SOURCE, DAY, COLUMNS = "nguồn", "ngày", "cột"
ISSUERS, LEVELS, REASON = "cơ quan ban hành", "cấp", "lý do chấp nhận"
HEADER = (SOURCE, DAY, COLUMNS, ISSUERS, LEVELS, REASON)
NEEDED = (SOURCE, DAY, COLUMNS)
BETWEEN = "; "
REPAIR = (
    "lấy lại bản cũ của tệp (lịch sử git), hoặc xóa tệp để danh sách kế tiếp được nhận làm mốc mới"
)


def canonical_snapshot(snapshot: Snapshot) -> str:
    """Give the one text of a snapshot."""
    said = {
        SOURCE: snapshot.source,
        DAY: snapshot.day.isoformat(),
        COLUMNS: ", ".join(sorted(snapshot.columns)),
        ISSUERS: BETWEEN.join(snapshot.issuers),
        LEVELS: BETWEEN.join(snapshot.levels),
        REASON: snapshot.reason,
    }
    header = [f"# {key}: {one_line(text)}" for key, text in said.items() if text.strip()]
    rows = ("\t".join(map(one_line, _cells(row))) for row in snapshot.rows)
    return "\n".join([*header, "\t".join(CELLS), *sorted(rows), ""])


def _cells(row: SnapshotRow) -> tuple[str, ...]:
    return row.code, row.name, row.field, row.decision, BETWEEN.join(row.agencies)


def read_snapshot(path: str, raw: bytes) -> Snapshot:
    """Read a snapshot's bytes. Raise `Refused` with file and line where they are damaged."""
    try:
        text = raw.removeprefix(BOM).decode()
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        raise damaged(path, line, "không phải UTF-8") from None
    lines = [line.removesuffix("\r") for line in text.removesuffix("\n").split("\n")]
    heading = next((n for n, line in enumerate(lines) if not line.startswith("# ")), len(lines))
    said = _header(path, lines[:heading])
    if lines[heading : heading + 1] != ["\t".join(CELLS)]:
        raise damaged(path, heading + 1, f"thiếu dòng tên cột: {', '.join(CELLS)}")
    return Snapshot(
        source=said[SOURCE],
        day=_day(path, lines, said[DAY]),
        columns=frozenset(said[COLUMNS].split(", ")),
        rows=tuple(_rows(path, lines, heading + 1)),
        issuers=_parts(said.get(ISSUERS, "")),
        levels=_parts(said.get(LEVELS, "")),
        reason=said.get(REASON, ""),
    )


def _header(path: str, lines: list[str]) -> dict[str, str]:
    said: dict[str, str] = {}
    for number, line in enumerate(lines, start=1):
        key, colon, text = line.removeprefix("# ").partition(": ")
        if key not in HEADER or not colon or key in said:
            raise damaged(path, number, f"dòng đầu tệp không hiểu được: “{line[:60]}”")
        said[key] = text
    for key in NEEDED:
        if key not in said:
            raise damaged(path, 1, f"thiếu dòng “# {key}: …” ở đầu tệp")
    return said


def _day(path: str, lines: list[str], text: str) -> dt.date:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        line = lines.index(f"# {DAY}: {text}") + 1
        raise damaged(path, line, f"“{text[:40]}” không phải ngày (năm-tháng-ngày)") from None


def _rows(path: str, lines: list[str], start: int) -> Iterator[SnapshotRow]:
    before = ""
    for number, line in enumerate(lines[start:], start=start + 1):
        cells = line.split("\t")
        if len(cells) != len(CELLS) or not is_code(cells[0]) or not cells[1]:
            message = f"dòng không đủ {len(CELLS)} ô hoặc không có mã, tên: “{line[:60]}”"
            raise damaged(path, number, message)
        code, name, field, decision, agencies = cells
        if code <= before:
            raise damaged(path, number, f"mã {code} bị lặp hoặc không đúng thứ tự")
        before = code
        yield SnapshotRow(code, name, field, decision, _parts(agencies))


def _parts(text: str) -> tuple[str, ...]:
    return tuple(text.split(BETWEEN)) if text else ()


def damaged(path: str, line: int, what: str) -> Refused:
    """Make the refusal of a damaged file, with the way out; the caller raises it."""
    return Refused([Problem(path, line, f"{what}; {REPAIR}")])
