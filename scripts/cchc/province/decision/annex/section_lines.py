"""Which paragraphs and rows are section lines, and what they say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from cchc.base.codes import codes_in
from cchc.base.text import fold, one_line
from cchc.province.decision.annex.columns import Columns
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.sections import (
    ANNEX,
    LIST,
    PROCEDURES,
    Section,
    gives_details,
    looks_like_section,
    section_of,
    without_count,
)
from cchc.province.decision.files.blocks import Paragraph, Row
from cchc.province.decision.words.capitals import quiet
from cchc.province.decision.words.markers import (
    MARKER,
    is_high_marker,
    is_marker,
    marker_of,
    without_marker,
)
from cchc.province.decision.words.syllables import mend

LONGEST = 500
A_FIELD = 80
WIDE = 3
LONGEST_MARKER = 4
FIGURES = 3
# A line that ends so goes on with the next one.
OPEN_ENDS = ("va", "cua", "thuoc", "theo", "trong", "tai", "va cac", "hoac", "cho", "ve")


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A section line among paragraphs; `below`: the text between it and the next one."""

    section: Section
    page: int | None
    below: str = ""


def paragraph_sections(
    paragraphs: Sequence[Paragraph],
) -> tuple[list[TitleLine], list[Paragraph]]:
    """Sort the paragraphs before a list: section lines, and the others."""
    titles: list[TitleLine] = []
    others: list[Paragraph] = []
    lines = _whole_lines(paragraphs)
    last = next((text for text, _ in reversed(lines) if text[:1] != "("), "")
    for text, members in lines:
        if _is_section(text) or (text == last and _is_other_part(text)):
            titles.append(TitleLine(section_of(text), members[0].page))
            continue
        others += members
        if titles:
            below = f"{titles[-1].below}\n{text}".strip()
            titles[-1] = replace(titles[-1], below=below)
    return titles, others


def _is_other_part(text: str) -> bool:
    """Tell whether a line right over a list opens another: “II. Các thủ tục khác”.

    Or says without a number what is none of the kinds: “các thủ tục còn thực hiện:”.
    """
    if PROCEDURES.search(fold(text)) is None or len(text) > A_FIELD:
        return False
    section = section_of(text)
    return section.unclear or 0 < section.rank < FIGURES


def ends_with_title(paragraphs: Sequence[Paragraph]) -> bool:
    """Tell whether the last line, remarks in brackets aside, is a title that names a kind."""
    lines = [text for text, _ in _whole_lines(paragraphs) if text[:1] != "("]
    last = section_of(lines[-1]) if lines else None
    if last is None or not _is_section(last.text) or gives_details(last.text, ""):
        return False
    return bool(last.kinds) and not last.workflow


def section_in(row: Row, columns: Columns) -> Section | None:
    """Read a row of a list as a section line; None where it is none."""
    texts = [one_line(mend(row.cells[i])) for i in row.own]
    if any(codes_in(text) for text in texts) or len(" ".join(texts)) > LONGEST:
        return None
    if len(texts) == 1:
        return _alone(texts[0], row, columns)
    first, *others = texts
    if len(texts) > WIDE:
        return None
    if is_high_marker(first):
        return _numbered(_named(" ".join(others)), first)
    # After a figure (or a mark that a scan spoilt) only what begins as section lines do.
    is_wide = row.widest >= WIDE and len(first) <= LONGEST_MARKER
    shouted = is_marker(first) and others[0].isupper()
    if len(texts) == 2 and (is_wide or shouted) and looks_like_section(others[0]):  # noqa: PLR2004
        return _numbered(section_of(others[0]), first)
    return None


def _numbered(section: Section | None, marker: str) -> Section | None:
    """Give a section the number in the cell before it."""
    return replace(section, marker=marker_of(marker)) if section else None


def _alone(text: str, row: Row, columns: Columns) -> Section | None:
    if row.after_break and row.widest == 1:
        return None  # the rest of a name
    in_name = columns.places.get(Part.NAME) in row.own and row.widest == 1
    if looks_like_section(text) and not (in_name and not text.isupper()):
        return section_of(text)
    stands_out = text.isupper() or is_high_marker(text.partition(" ")[0])
    if stands_out and not in_name and without_marker(text) != "":
        return _named(text)
    return None


def _named(text: str) -> Section | None:
    """Read a line that stands as a section; one that tells nothing names a field."""
    section = section_of(text)
    if section.tells:
        return section
    name = quiet(without_count(without_marker(text)).strip(" .:;"))
    return replace(section, field=name, guessed=True) if 0 < len(name) <= A_FIELD else None


def _is_section(text: str) -> bool:
    if len(text) > LONGEST or not section_of(text).tells:
        return False
    return ANNEX.match(text) is not None or text.isupper() or _begins_as_list(text)


def _begins_as_list(text: str) -> bool:
    return LIST.match(fold(without_marker(text))) is not None


def _whole_lines(paragraphs: Sequence[Paragraph]) -> list[tuple[str, list[Paragraph]]]:
    """Join the lines of one title: PDFs and line breaks cut it anywhere."""
    whole: list[tuple[str, list[Paragraph]]] = []
    for paragraph in paragraphs:
        text = mend(one_line(paragraph.text))
        if whole and _goes_on(whole[-1][0], text):
            before, members = whole[-1]
            whole[-1] = (f"{before} {text}", [*members, paragraph])
        else:
            whole.append((text, [paragraph]))
    return whole


def _goes_on(before: str, text: str) -> bool:
    if text[:1].islower() or fold(before).endswith(tuple(f" {end}" for end in OPEN_ENDS)):
        return True
    begins = ANNEX.match(text) or MARKER.match(text) or _begins_as_list(text) or text[:1] == "("
    return before.isupper() and text.isupper() and not begins
