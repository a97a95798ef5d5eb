"""The kind of a row: its own word, its section's, its list's, the title's; and what gainsays it."""

from __future__ import annotations

import re

from cchc.base.text import fold, one_line
from cchc.procedures.terms import ChangeKind
from cchc.province.decision.annex.cell_codes import old_codes
from cchc.province.decision.annex.headings import Part
from cchc.province.decision.annex.lines import Line
from cchc.province.decision.files.blocks import clip
from cchc.province.decision.words.kinds import kinds_in, names_other_kind

# A cell that only names the kind: longer ones are remarks that mention it.
SHORT_KIND = 60
BARE_KINDS = {"moi": ChangeKind.NEW, "them moi": ChangeKind.NEW, "bo sung": ChangeKind.NEW}
DONE = (
    r"(?:moi ban hanh|ban hanh moi|sua doi(?:,? ?(?:va |/ ?)?bo sung)?|thay the|bai bo|hui bo"
    r"|chuan hoa)"
)
WHOLE_CELL = re.compile(rf"(?:(?:thu tuc(?: hanh chinh)?|tthc) )?(?:da )?(?:duoc |bi )?{DONE}")
BETWEEN = r"va|mot so|mot phan|cac|toan bo|noi dung|qui dinh|ve|tai|thu|them|ten"
# An amendment abolishes a paper or replaces a form: that is what it changes, not its kind.
OF_PARTS = re.compile(
    rf"\b{DONE}\b:?(?: (?:{BETWEEN}))*"
    r" (?:thanh phan|ho so|giay to|mau|bieu mau|to khai|don|phi|le phi|muc|thoi han|thoi gian"
    r"|trinh tu|cach thuc|yeu cau|dieu kien|doi tuong|can cu|co quan|ket qua|dia diem|ban sao"
    r"|ban chinh|diem|khoan|dieu|cum tu|buoc|so luong|tham quyen|noi tiep nhan|phuong thuc"
    r"|van ban|phu luc)\b"
)


def kind_of(
    line: Line, old: tuple[str, ...], title: frozenset[ChangeKind]
) -> tuple[ChangeKind | None, str]:
    """Give the kind and what is odd about it.

    `old`: the codes that the row takes the place of; `title`: the kind that the title names.
    """
    if own := _in_its_column(line):
        return own, ""
    if names_other_kind(line.text(Part.KIND)):
        return None, ""
    kinds = line.context.kinds or kinds_in(line.columns.title) or title
    if len(kinds) == 1:
        kind = next(iter(kinds))
        return kind, _against(line, kind)
    said = _whole_remark(line)
    if said and (not kinds or said in kinds):
        return said, ""
    replaces = old or line.text(Part.OLD_NAME)
    return (ChangeKind.REPLACED if replaces and ChangeKind.REPLACED in kinds else None), ""


def _in_its_column(line: Line) -> ChangeKind | None:
    text = line.text(Part.KIND)
    key = fold(text).strip(" .")
    if key in BARE_KINDS:
        return BARE_KINDS[key]
    kinds = kinds_in(text)
    return next(iter(kinds)) if len(text) <= SHORT_KIND and len(kinds) == 1 else None


def _whole_remark(line: Line) -> ChangeKind | None:
    text = line.text(Part.NOTE)
    kinds = kinds_in(text)
    alone = WHOLE_CELL.fullmatch(fold(text).strip(" .;:()*")) is not None
    return next(iter(kinds)) if alone and len(kinds) == 1 else None


def _against(line: Line, kind: ChangeKind) -> str:
    """Say that a remark names another kind than the list's; the list's holds."""
    for part in (Part.NOTE, Part.CHANGED):
        text = line.text(part)
        others = kinds_in(OF_PARTS.sub(" ", fold(text))) - {kind}
        # “Thay thế TTHC 1.000656” in a list of new procedures says which ones end with it.
        if old_codes(text):
            others -= {ChangeKind.REPLACED}
        if others:
            shown = clip(one_line(text), SHORT_KIND)
            return f"mục ghi “{kind.label}” nhưng “{part.label}” ghi “{shown}”; xem loại nào đúng"
    return ""
