"""Which sections are open at a row: kind, level, field, and how many rows each has had so far."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from cchc.procedures.decision import Doubt
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.decision.annex.sections import Section, gives_details
from cchc.province.decision.files.blocks import clip

LETTERS_AND_ROMAN = 2


@dataclass(frozen=True, slots=True)
class Context:
    """What the sections over a row say of it; `source` is the line that names its kind.

    `unclear`: that line names none that there is, so that the decision's title says nothing here.
    `unplaced`: the same of its level.
    """

    kinds: frozenset[ChangeKind] = frozenset()
    levels: tuple[Level, ...] = ()
    field: str | None = None
    source: str = ""
    page: int | None = None
    unclear: bool = False
    unplaced: bool = False


@dataclass(slots=True)
class _Open:
    section: Section
    page: int | None
    below: str = ""
    rows: int = 0
    details: bool = False


@dataclass(slots=True)
class Sections:
    """The open sections, outermost first, and the doubts that closing them raised."""

    doubts: list[Doubt] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)
    _read: set[ChangeKind] = field(default_factory=set)
    _details: bool = False

    def open(self, section: Section, page: int | None, below: str = "") -> None:
        """Begin a section: what it tells anew ends with all that stood inside it.

        “B. CẤP XÃ” ends “A. CẤP TỈNH” and the fields under it; a kind named above both stays. A
        part of a title (“I.” under “DANH MỤC … CẤP XÃ”) ends nothing of it.
        """
        anew = _tells(section)
        if any(self._kind_ends(section, each.section) for each in self._open):
            anew.add("kind")
            section = replace(section, unclear=True)
        for place, each in enumerate(self._open):
            same = anew & _tells(each.section)
            if section.annex or (same and not self._is_part(section, place)):
                self._close(place, section)
                break
        self._details = gives_details(section.text, below) or (self._details and not section.annex)
        self._open.append(_Open(section, page, below, details=self._details))

    def _kind_ends(self, section: Section, before: Section) -> bool:
        """Tell whether “II.” says no kind where “I.” said one, and no title over both does."""
        alike = not section.annex and 0 < section.rank == before.rank <= LETTERS_AND_ROMAN
        # Fields and levels have such numbers of their own inside a list.
        if not alike or not before.kinds or _tells(section):
            return False
        return not any(
            len(each.section.kinds) == 1 and each.section.rank < section.rank for each in self._open
        )

    def _is_part(self, section: Section, place: int) -> bool:
        """Tell whether a numbered line is a part of an open section, its first or a later one."""
        inside = [each.section.rank for each in self._open[place + 1 :]]
        above = self._open[place].section.rank
        return section.rank > above and (section.first or section.rank in inside)

    def count(self) -> None:
        """Count a row in every open section."""
        for each in self._open:
            each.rows += 1
        self._read |= self.context.kinds

    def end_guessed(self) -> None:
        """End the lines that were taken for fields: the rows here have such numbers too."""
        place = next((n for n, each in enumerate(self._open) if each.section.guessed), None)
        if place is not None:
            self._close(place)

    def finish(self) -> None:
        """Close all."""
        self._close(0)

    @property
    def workflow(self) -> bool:
        """Tell whether this part describes the inner workflow, not the public list."""
        return any(
            each.section.workflow and (each.section.inner or not each.section.kinds)
            for each in self._open
        )

    @property
    def context(self) -> Context:
        """Give what holds here: of each thing what the innermost section says."""
        found = Context()
        for each in self._open:
            section = each.section
            placed = bool(section.levels) or _ends_level(section)
            named = bool(section.kinds or section.unclear)
            found = Context(
                kinds=section.kinds if named else found.kinds,
                levels=section.levels if placed else found.levels,
                unplaced=_ends_level(section) if placed else found.unplaced,
                field=section.field or found.field,
                source=section.text if named else found.source,
                page=each.page if named else found.page,
                unclear=section.unclear if named else found.unclear,
            )
        return found

    @property
    def read(self) -> frozenset[ChangeKind]:
        """Give the kinds that had rows."""
        return frozenset(self._read)

    def agrees_with(self, total: int) -> bool:
        """Tell whether a total is the number of rows of one of the open sections."""
        return any(each.rows == total for each in self._open)

    def _close(self, place: int, following: Section | None = None) -> None:
        for each in self._open[place:]:
            self._doubt_level(each)
            said = each.section.count
            words = clip(f"{each.section.text}\n{each.below}".strip())
            if not each.rows and self._is_bare(each, following):
                message = "mục này không đọc được dòng thủ tục nào; đọc bằng mắt"
                self.doubts.append(Doubt(page=each.page, message=message, words=words))
            elif said is not None and said != each.rows and not each.details:
                message = f"mục này ghi {said} thủ tục nhưng đọc được {each.rows} dòng; đếm lại"
                words = clip(each.section.text)
                self.doubts.append(Doubt(page=each.page, message=message, words=words))
        del self._open[place:]

    def _doubt_level(self, each: _Open) -> None:
        if each.rows and _ends_level(each.section):
            message = f"không rõ cấp nào giải quyết {each.rows} dòng dưới mục này; điền `cap`"
            words = clip(each.section.text)
            self.doubts.append(Doubt(page=each.page, message=message, words=words))

    def _is_bare(self, each: _Open, following: Section | None) -> bool:
        """Tell whether a title without rows should have some: no line after it says its rest."""
        kinds = each.section.kinds
        if each.section.guessed:
            return following is None or following.annex or bool(following.marker)
        if not kinds or each.section.workflow or (each.details and kinds <= self._read):
            return False
        said_again = following and not following.annex and following.kinds
        return not (said_again and said_again <= kinds)


def _ends_level(section: Section) -> bool:
    """Tell whether a numbered part says whose its rows are, but not at which level.

    A title without a number may say so of the whole list: “thuộc thẩm quyền giải quyết của ngành”.
    """
    return section.unplaced and section.marker != ""


def _tells(section: Section) -> set[str]:
    told = {
        "kind": section.kinds or section.workflow or section.unclear,
        "level": section.levels or _ends_level(section),
        "field": section.field,
    }
    return {name for name, value in told.items() if value}
