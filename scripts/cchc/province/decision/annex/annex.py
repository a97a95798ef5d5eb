"""The annex as lines: each row of its lists with its columns and what its sections say of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from cchc.base.codes import codes_in
from cchc.base.text import fold, one_line
from cchc.procedures.decision import Doubt
from cchc.province.decision.annex.columns import (
    Columns,
    columns_of,
    is_figures,
    is_heading,
    is_second_line,
    is_steps,
)
from cchc.province.decision.annex.context import Sections
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.joining import goes_on, is_rest_of, is_rest_of_heading, joined
from cchc.province.decision.annex.lines import Annex, Line, Unread
from cchc.province.decision.annex.section_lines import (
    ends_with_title,
    paragraph_sections,
    section_in,
)
from cchc.province.decision.annex.sections import Section, section_of
from cchc.province.decision.files.blocks import Block, Paragraph, Row, clip
from cchc.province.decision.words.markers import is_high_marker

TOTAL = re.compile(r"^(?:tong (?:cong|so)\b[^\d]{0,40}(\d{1,4})?|cong\s*[:(]*\s*(\d{1,4}))\b")
LONGEST_TOTAL = 80


def read_annex(blocks: Sequence[Block], *, workflow: bool = False) -> Annex:
    """Walk a document's blocks. `workflow`: rows under “quy trình nội bộ” are lines too."""
    walk = _Walk(keep_workflow=workflow)
    for table in _tables(blocks):
        if isinstance(table[0], Paragraph):
            walk.paragraphs += [block for block in table if isinstance(block, Paragraph)]
        else:
            walk.table([block for block in table if isinstance(block, Row)])
    walk.finish()
    walk.annex.doubts += walk.sections.doubts
    walk.annex.kinds = walk.sections.read
    return walk.annex


def _tables(blocks: Sequence[Block]) -> Iterator[list[Block]]:
    """Gather neighbours: the rows of one table, or the paragraphs between two."""
    run: list[Block] = []
    for block in blocks:
        if run and _number(run[-1]) != _number(block):
            yield run
            run = []
        run.append(block)
    if run:
        yield run


def _number(block: Block) -> int:
    return block.table if isinstance(block, Row) else -1


@dataclass(slots=True)
class _Walk:
    keep_workflow: bool
    annex: Annex = field(default_factory=Annex)
    sections: Sections = field(default_factory=Sections)
    columns: Columns | None = None
    current: int = 0
    sheet: str = ""
    paragraphs: list[Paragraph] = field(default_factory=list)

    def table(self, rows: Sequence[Row]) -> None:
        start = next((n for n, row in enumerate(rows) if is_heading(row.cells)), None)
        if start is None and rows[0].table == self.current:
            start = 0  # a line between its rows does not end a list
        if start is None and (is_steps(rows[0].cells) or not self._continues(rows)):
            self.annex.rest += rows
            if not self.sections.workflow:
                titled = ends_with_title(self.paragraphs)
                self.annex.unread.append(Unread(rows, titled=titled))
            return
        self._new_sheet(rows[0].sheet if start is not None else self.sheet)
        self._take_paragraphs()
        self.current = rows[0].table
        start = start or 0
        for row in rows[:start]:
            self._before_heading(row)
        while start < len(rows):
            start += self._row(rows[start], rows[start + 1] if start + 1 < len(rows) else None)

    def _continues(self, rows: Sequence[Row]) -> bool:
        last = self.annex.lines[-1] if self.annex.lines else None
        return (
            self.columns is not None and last is not None and goes_on(last.row, rows, self.columns)
        )

    def _new_sheet(self, sheet: str) -> None:
        """End all sections where a workbook's next sheet has a list of its own."""
        if sheet != self.sheet and self.annex.lines:
            self.sections.open(Section(f"Trang tính {sheet}", annex=True), None)
        self.sheet = sheet

    def _take_paragraphs(self) -> None:
        """Read the paragraphs before a list; those that are no section line stay outside."""
        titles, others = paragraph_sections(self.paragraphs)
        for title in titles:
            self.sections.open(title.section, title.page, title.below)
        self.annex.rest += others
        self.paragraphs = []

    def finish(self) -> None:
        """Close the sections: a title after the last list has no rows."""
        last = self.paragraphs
        self._take_paragraphs()
        self.sections.finish()
        # What the last titles say stays outside the lists, with the codes in it.
        self.annex.rest += [each for each in last if each not in self.annex.rest]

    def _before_heading(self, row: Row) -> None:
        """Read a line inside the table but over its heading: its title."""
        text = " ".join(row.cells[i] for i in row.own)
        if section_of(text).tells and not codes_in(text):
            self.sections.open(section_of(text), row.page)
        elif row.own:
            self.annex.rest.append(row)

    def _row(self, row: Row, following: Row | None) -> int:
        """Place a row; give how many rows that took (a heading may have two lines)."""
        if is_heading(row.cells):
            second = following and is_second_line(following.cells, row.cells, following.carried)
            self.columns = columns_of(row.cells, following.cells if following and second else None)
            if following and not second and is_rest_of_heading(following, self.columns):
                self.columns = columns_of(joined(row, following).cells)
                second = True
            return 2 if second else 1
        if self.columns is None or not row.own or is_figures(row.cells):
            return 1
        section = section_in(row, self.columns)
        if section is not None:
            self.sections.open(section, row.page)
        elif not self._is_total(row) and not self._joined(row, self.columns):
            self._line(row, self.columns)
        return 1

    def _line(self, row: Row, columns: Columns) -> None:
        if is_high_marker(columns.text(row.cells, Part.ORDER)):
            self.sections.end_guessed()  # such numbers number rows here
        if self.sections.workflow and not self.keep_workflow:
            self.annex.rest.append(row)
            return
        # A remark over the whole width is no row that a section's count means.
        if len(row.own) > 1 or any(codes_in(cell) for cell in row.cells):
            self.sections.count()
        self.annex.lines.append(Line(row, columns, self.sections.context))

    def _joined(self, row: Row, columns: Columns) -> bool:
        """Join a row to the one before it where it is its rest."""
        last = self.annex.lines[-1] if self.annex.lines else None
        if last is None or last.row.table != row.table or not is_rest_of(last.row, row, columns):
            return False
        self.annex.lines[-1] = Line(joined(last.row, row), last.columns, last.context)
        return True

    def _is_total(self, row: Row) -> bool:
        text = one_line(" ".join(row.cells[i] for i in row.own))
        found = TOTAL.match(fold(text))
        if found is None or codes_in(text) or len(text) > LONGEST_TOTAL:
            return False
        read, said = len(self.annex.lines), int(found[1] or found[2] or 0)
        if said and said != read and not self.sections.agrees_with(said):
            message = f"dòng tổng ghi {said} thủ tục nhưng đọc được {read} dòng; đếm lại"
            self.annex.doubts.append(Doubt(page=row.page, message=message, words=clip(text)))
        return True
