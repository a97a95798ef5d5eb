"""An office paper's head (quốc hiệu, số, ngày) and foot (nơi nhận, chữ ký): read, not shown."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from dataclasses import dataclass

from cchc.base.text import fold, one_line
from cchc.news.model import Block, Blocks, Heading, Paragraph, Table, lines_of

SEARCHED = 8
MOST_LINES = 8
NATION = ("cong hoa xa hoi chu nghia viet nam", "dang cong san viet nam")
MOTTO = "doc lap"
# Units whose name goes on in the next line: “ỦY BAN NHÂN DÂN / PHƯỜNG HƯƠNG AN”.
BROKEN_NAMES = frozenset(
    map(fold, ("ủy ban nhân dân", "hội đồng nhân dân", "UBND", "HĐND", "công an", "đảng ủy"))
)
NUMBER = re.compile(
    r"số\s*:?\s*(\d+[ ]*[-/][ ]*[A-ZĐ0-9]\w*(?:[ ]*[-–/][ ]*[A-ZĐ]\w*)*)", re.IGNORECASE
)
IS_NUMBER = re.compile(r"số\s*:|số\s*\d*\s*[-/]|v/v", re.IGNORECASE)
ABOUT = re.compile(r"v/v:?\s*(.+)", re.IGNORECASE)
DATE = re.compile(r"ngày\s*(\d{1,2})\s*tháng\s*(\d{1,2})\s*năm\s*(\d{4})", re.IGNORECASE)
PLACE_AND_DATE = re.compile(r".{0,40}ngày.{0,12}tháng.{0,12}năm\s*\d{0,4}\.?", re.IGNORECASE)
RECEIVERS = "noi nhan"
SIGNERS = re.compile(r"\b(?:chu tich|pho chu tich|truong ban|nguoi lap|da ki|tm|kt|tl)\b")
LONGEST_FOOT = 60
LINE_LETTERS = 110
FOOT_LINES = 16


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a paper's head says: who issued it, its number, what about, the day; empty: not said."""

    agency: str = ""
    number: str = ""
    about: str = ""
    day: dt.date | None = None


def take_letterhead(blocks: Blocks) -> tuple[Letterhead | None, Blocks]:
    """Give what the head says and the blocks without it; None where there is no head."""
    places = [at for at, block in enumerate(blocks[:SEARCHED]) if _has_nation(block)]
    if not places:
        return None, blocks
    at = places[0]
    end = _end(blocks, at)
    tables = [each for each in blocks[at:end] if isinstance(each, Table)]
    columns = _columns(tables) if tables else [_lines(blocks[:end])]
    title = tuple(each for each in blocks[:at] if isinstance(each, Heading))
    return _letterhead(columns), (*title, *blocks[end:])


def _has_nation(block: Block) -> bool:
    text = fold(" ".join(lines_of([block])))
    return any(words in text for words in NATION)


def _end(blocks: Blocks, nation: int) -> int:
    """Find where the head ends: after the motto, the number and the date.

    They stand in the nation's own table, in tables below it, or in lines.
    """
    end = nation + 1
    while end < len(blocks) and isinstance(block := blocks[end], Paragraph | Table):
        lines = _lines([block])
        inside = any(map(_is_of_head, lines)) if isinstance(block, Table) else all(
            map(_is_of_head, lines)
        )  # fmt: skip
        if not inside or len(lines) > MOST_LINES:
            break
        end += 1
    return end


def _is_of_head(line: str) -> bool:
    return (
        fold(line).startswith(MOTTO)
        or IS_NUMBER.match(line) is not None
        or PLACE_AND_DATE.fullmatch(line) is not None
    )


def _columns(tables: list[Table]) -> list[list[str]]:
    """Give the lines of each column of the head's tables: the rows of one column together."""
    rows = [row for table in tables for row in table.rows]
    columns = ([row[at] for row in rows if at < len(row)] for at in range(max(map(len, rows))))
    return [[line for cell in column for line in _lines(cell.blocks)] for column in columns]


def _lines(blocks: Iterable[Block]) -> list[str]:
    return [text for line in lines_of(blocks) if any(map(str.isalnum, text := one_line(line)))]


def _letterhead(columns: list[list[str]]) -> Letterhead:
    everything = " \n".join(line for column in columns for line in column)
    own = [column for column in columns if not any(_is_nation(line) for line in column)]
    first = own[0] if own else [line for column in columns for line in column]
    number = NUMBER.search(everything)
    about = ABOUT.search(" ".join(first))
    day = DATE.search(everything)
    return Letterhead(
        agency=_agency(first),
        number=re.sub(r"\s+", "", number[1].split("\n")[0]) if number else "",
        about=one_line(about[1]) if about else "",
        day=_day(day) if day else None,
    )


def _is_nation(line: str) -> bool:
    return any(words in fold(line) for words in NATION)


def _agency(lines: list[str]) -> str:
    """Give the issuer: the last line of names before the number."""
    names: list[str] = []
    for line in lines:
        if IS_NUMBER.match(line) or _is_nation(line) or fold(line).startswith(MOTTO):
            break
        if names and fold(names[-1]) in BROKEN_NAMES:
            names[-1] = f"{names[-1]} {line}"
        else:
            names.append(line)
    return names[-1] if names else ""


def _day(found: re.Match[str]) -> dt.date | None:
    try:
        return dt.date(int(found[3]), int(found[2]), int(found[1]))
    except ValueError:
        return None


def take_foot(blocks: Blocks) -> tuple[bool, Blocks]:
    """Tell whether receivers and signature stood at the end; give the blocks without them.

    An annex behind the signature stays.
    """
    for at in range(len(blocks) - 1, -1, -1):
        block = blocks[at]
        if isinstance(block, Table) and _is_foot(block, last=at == len(blocks) - 1):
            return True, (*blocks[:at], *blocks[at + 1 :])
        if isinstance(block, Paragraph) and fold(_said(block)).startswith(RECEIVERS):
            after = [_said(each) for each in blocks[at:]]
            short = len(after) <= FOOT_LINES and all(len(each) < LINE_LETTERS for each in after)
            return (True, blocks[:at]) if short else (False, blocks)
    return False, blocks


def _is_foot(table: Table, *, last: bool) -> bool:
    text = fold(_said(table))
    if RECEIVERS in text:
        return len(text.split()) < 4 * LONGEST_FOOT
    return last and len(text.split()) < LONGEST_FOOT and SIGNERS.search(text) is not None


def _said(block: Block) -> str:
    return one_line(" ".join(lines_of([block])))
