"""Which column of a spreadsheet of answers is what: by its heading, and by what stands below it."""

from __future__ import annotations

import enum
import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from cchc.base.text import fold, one_line
from cchc.reform.survey.levels import Reading, is_number

Cell: TypeAlias = str | float
Rows: TypeAlias = Sequence[Sequence[Cell]]

# A banner, the agency's name, a remark may stand above the heading: never more than this.
SEARCHED = 40
# As many of a column's cells must be answers for it to be a question: one typed wrongly is told.
MOST = 0.6
NOT_LETTERS = re.compile(r"[^a-z0-9]+")
PERSONAL = (
    "ho ten", "ho va ten", "hoten", "ten nguoi", "ten cong dan", "ten khach", "nguoi tra loi",
    "nguoi nop", "dien thoai", "so dt", "sdt", "so may", "dia chi", "cccd", "cmnd", "can cuoc",
    "chung minh", "dinh danh", "ho chieu", "email", "e mail", "gmail", "thu dien tu", "zalo",
    "facebook", "ngay sinh", "nam sinh", "do tuoi", "tuoi", "gioi tinh", "chu ki", "tai khoan",
    "so ho so", "ma ho so", "ma so thue", "noi o", "que quan", "dan toc", "nghe nghiep",
)  # fmt: skip
EXACTLY_PERSONAL = frozenset({"ten", "ho", "dia", "ngay thang nam sinh"})
FIELD = ("linh vuc",)
DATE = (
    "dau thoi gian",
    "timestamp",
    "ngay tra loi",
    "ngay khao sat",
    "ngay lap phieu",
    "thoi diem",
)
EXACTLY_DATE = frozenset({"ngay", "ngay thang", "thoi gian"})
COUNTERS = frozenset({"stt", "tt", "so tt", "so thu tu", "so phieu", "ma phieu"})


class Use(enum.Enum):
    """What a column is for."""

    QUESTION = enum.auto()
    FIELD = enum.auto()
    DATE = enum.auto()
    PERSONAL = enum.auto()
    UNUSED = enum.auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: where (from 0), its heading's words, what it is for."""

    index: int
    heading: str
    use: Use

    @property
    def letter(self) -> str:
        """The column as the spreadsheet shows it: `A`, `AB`."""
        name, number = "", self.index + 1
        while number:
            number, rest = divmod(number - 1, 26)
            name = chr(65 + rest) + name
        return name


@dataclass(frozen=True, slots=True)
class Table:
    """The row of the headings (from 0) and the columns that have one."""

    row: int
    columns: tuple[Column, ...]

    def of(self, use: Use) -> tuple[Column, ...]:
        """List the columns of a use."""
        return tuple(each for each in self.columns if each.use is use)


def find_table(rows: Rows, reading: Reading) -> Table | None:
    """Find the row that heads the most columns of answers, the first such; None where none does.

    A banner over a column of running numbers is no heading: it stands alone in its row.
    """
    wide = min(2, max(map(_filled, rows[:SEARCHED]), default=0))
    found = [
        Table(number, _columns(row, rows[number + 1 :], reading))
        for number, row in enumerate(rows[:SEARCHED])
        if wide and _filled(row) >= wide
    ]
    best = max(found, key=lambda each: len(each.of(Use.QUESTION)), default=None)
    return best if best and best.of(Use.QUESTION) else None


def _filled(row: Sequence[Cell]) -> int:
    return sum(bool(one_line(str(cell))) for cell in row)


def _columns(row: Sequence[Cell], below: Rows, reading: Reading) -> tuple[Column, ...]:
    """Give the columns that a row heads; a cell that is an answer heads none."""
    return tuple(
        Column(index, one_line(str(cell)), _use(str(cell), index, below, reading))
        for index, cell in enumerate(row)
        if one_line(str(cell)) and reading.level(cell) is None
    )


def words_of(heading: str) -> str:
    """Give a heading's words without accents and signs: `Họ_tên ` is `ho ten`."""
    return NOT_LETTERS.sub(" ", fold(heading)).strip()


def _use(heading: str, index: int, below: Rows, reading: Reading) -> Use:
    words = words_of(heading)
    cells = [row[index] for row in below if index < len(row) and one_line(str(row[index]))]
    answers = [cell for cell in cells if reading.level(cell) is not None]
    personal = words in EXACTLY_PERSONAL or _says(words, PERSONAL)
    # “Địa chỉ nộp hồ sơ có thuận tiện không?” asks; a column of ages from 1 to 5 does not.
    if personal and (len(answers) < len(cells) or not answers or all(map(is_number, answers))):
        return Use.PERSONAL
    if words in COUNTERS:
        return Use.UNUSED
    if answers and len(answers) >= MOST * len(cells):
        return Use.QUESTION
    if _says(words, FIELD):
        return Use.FIELD
    return Use.DATE if words in EXACTLY_DATE or _says(words, DATE) else Use.UNUSED


def _says(words: str, phrases: tuple[str, ...]) -> bool:
    return any(f" {phrase} " in f" {words} " for phrase in phrases)
