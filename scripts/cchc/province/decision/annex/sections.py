"""Lines between a list's rows: “A. THỦ TỤC HÀNH CHÍNH CẤP TỈNH (12 TTHC)” tells what follows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from cchc.base.codes import codes_in
from cchc.base.text import fold, one_line
from cchc.procedures.terms import ChangeKind, Level
from cchc.province.decision.words.capitals import quiet
from cchc.province.decision.words.kinds import kinds_in, names_other_kind
from cchc.province.decision.words.levels import levels_in
from cchc.province.decision.words.markers import marker_of, without_marker

WHOSE = re.compile(
    r"\b(?:tham quyen|giai quyet|thuc hien tai|cap (?:tinh|xa|huyen|phuong|bo|thanh pho))\b"
)
OF_PROCEDURES = re.compile(r"(?:danh muc |nhom |cac )*(?:thu tuc hanh chinh|tthc)\b")
PROCEDURES = re.compile(r"\b(?:danh muc|thu tuc|tthc)\b")
FIELD = re.compile(r"\blĩnh vực\s*:?\s+(.+)", re.IGNORECASE)
FIELD_ENDS = re.compile(
    r"\s*(?:[(:;]|\s-\s|,?\s*\b(?:thuộc|được|bị|mới ban hành|ban hành mới|sửa đổi|thay thế"
    r"|(?<!tiêu )chuẩn hóa|áp dụng|trên địa bàn|thực hiện tại|và lĩnh vực)\b"
    r"|\b\d+\s+(?:tthc|thủ tục)\b|[.,]?$).*",
    re.IGNORECASE,
)
COUNTED = r"(?:tthc|thu tuc(?: hanh chinh)?|danh muc|dvc|dich vu cong)"
COUNT = re.compile(
    rf"\((?:tong(?: so| cong)?:? |gom:? |co )?(\d{{1,3}})(?: {COUNTED})?\)"
    rf"|\b(\d{{1,3}}) {COUNTED}\b"
)
ANNEX = re.compile(r"phụ\s*lục\b", re.IGNORECASE)
INNER = re.compile(
    r"(?:phu luc [ivxl\d]*[ .:-]*)?(?:danh muc )?(?:cac )?(?:qu[iy] trinh(?! thu tuc)|luu do)\b"
)
WORKFLOW = re.compile(r"\bqu[iy] trinh\b|\bluu do\b")
DETAILS = re.compile(r"\bnoi dung (?:cu the|chi tiet|cua tung)\b")
STEPS = re.compile(r"\b(?:trinh tu|cach thuc) thuc hien\b|\bthanh phan(?:,? so luong)? ho so\b")
LIST = re.compile(
    r"^(?:danh muc|thu tuc hanh chinh|tthc|cac (?:tthc|thu tuc)|nhom|cap |dung chung|linh vuc)"
)
COUNT_AT_END = re.compile(r"\s*\([^()]*\d[^()]*\)\s*$|\s*[:–-]\s*\d{1,3}(?:\s+\S+){0,3}\s*$")


@dataclass(frozen=True, slots=True)
class Section:
    """What a line tells of the rows below it; None or empty where it tells nothing of that.

    `kinds`: all that it names; more than one means that it names none for a single row. `marker`:
    its number, “A”, “II”, “1.2”. `guessed`: its field is the whole line, which could be a name.
    `unclear`: it says of the procedures something that is none of the kinds.
    `unplaced`: it says whose the procedures are, but not at which level.
    """

    text: str
    kinds: frozenset[ChangeKind] = frozenset()
    levels: tuple[Level, ...] = ()
    field: str | None = None
    count: int | None = None
    annex: bool = False
    workflow: bool = False
    marker: str = ""
    guessed: bool = False
    unclear: bool = False
    unplaced: bool = False

    @property
    def inner(self) -> bool:
        """Tell whether it begins with “quy trình”: whatever kinds follow, it lists no changes."""
        return INNER.match(fold(without_marker(self.text))) is not None

    @property
    def rank(self) -> int:
        """Tell how deep its number stands: 0 without one, 1 “A.”, 2 “I.”, 3 “1.”, 4 “1.1.”."""
        if self.marker[:1].isdecimal():
            return 3 + self.marker.count(".")
        if not self.marker:
            return 0
        return 2 if set(self.marker) <= set("IVXL") else 1

    @property
    def first(self) -> bool:
        """Tell whether its number is the first of its kind."""
        return self.marker in {"A", "I"} or self.marker.rpartition(".")[2].lstrip("0") == "1"

    @property
    def tells(self) -> bool:
        """Tell whether the line says anything at all."""
        return bool(
            self.kinds
            or self.levels
            or self.field
            or self.annex
            or self.workflow
            or self.unclear
            or self.unplaced
        )


def section_of(text: str) -> Section:
    """Read a line."""
    line = one_line(text)
    key = fold(line)
    kinds, levels = kinds_in(line), levels_in(line)
    return Section(
        text=line,
        kinds=kinds,
        unclear=not kinds and names_other_kind(line) and PROCEDURES.search(key) is not None,
        levels=levels,
        unplaced=not levels and _says_whose(line),
        field=field_in(line),
        count=_count(key),
        annex=ANNEX.match(line) is not None,
        workflow=WORKFLOW.search(key) is not None,
        marker=marker_of(line),
    )


def gives_details(title: str, below: str) -> bool:
    """Tell whether a title stands over the contents of procedures, not over a list of them."""
    return DETAILS.search(fold(title)) is not None or STEPS.search(fold(below)) is not None


def _says_whose(line: str) -> bool:
    key = fold(without_marker(line))
    return OF_PROCEDURES.match(key) is not None and WHOSE.search(key) is not None


def field_in(text: str) -> str | None:
    """Find the field after “lĩnh vực”, in sentence case where the source shouts."""
    found = FIELD.search(text)
    name = quiet(FIELD_ENDS.sub("", found[1]).strip(' .,-–"“”')) if found else ""
    return name[:1].upper() + name[1:] or None


def without_count(text: str) -> str:
    """Drop “(12 TTHC)” from the end of a line."""
    return COUNT_AT_END.sub("", text)


def looks_like_section(text: str) -> bool:
    """Tell whether a line begins as section lines do, so that it is no procedure's name."""
    line = without_marker(text)
    return LIST.match(fold(line)) is not None and not codes_in(line) and section_of(line).tells


def _count(key: str) -> int | None:
    found = {int(one or two) for one, two in COUNT.findall(key)}
    return found.pop() if len(found) == 1 else None
