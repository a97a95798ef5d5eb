"""One change of one procedure, and how people hear of it: what it is called, what is new in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.text import sentence_case
from cchc.procedures.history import HistoryEntry
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue
from cchc.procedures.terms import ChangeKind

KINDS = {
    ChangeKind.NEW: "thủ tục mới",
    ChangeKind.AMENDED: "thủ tục được sửa đổi, bổ sung",
    ChangeKind.REPLACED: "thủ tục được thay thế",
    ChangeKind.ABOLISHED: "thủ tục bị bãi bỏ",
    ChangeKind.STANDARDISED: "thủ tục được chuẩn hóa",
}
# A longer name, in words, says nothing to a listener; where people have their own, that is read.
LONG_NAME = 20
LEADING = "thủ tục "


@dataclass(frozen=True, slots=True)
class Change:
    """One procedure changed by one decision from one day on."""

    procedure: Procedure
    entry: HistoryEntry

    @property
    def kind(self) -> ChangeKind:
        """What happened; the old one of a replacement is at its end."""
        return ChangeKind.ABOLISHED if self.procedure.abolished else self.entry.kind


def told(change: Change, catalogue: Catalogue) -> str:
    """Tell one change: its name, what takes its place or which parts are new."""
    procedure = change.procedure
    said = _name(procedure)
    if change.kind is ChangeKind.ABOLISHED and procedure.abolished:
        new = [_name_of(code, catalogue) for code in procedure.abolished.replaced_by]
        return f"{said}. Thay vào đó là {'; '.join(new)}." if new else f"{said}."
    parts = [_part_name(key) for key in change.entry.parts]
    words = change.entry.words
    if parts:
        said = f"{said}. Thay đổi ở phần {', '.join(parts).lower()}"
    return f"{said}. {words}" if words else f"{said}."


def _name(procedure: Procedure) -> str:
    """Name a procedure by its legal name, as people call it too; a long one only so."""
    name = sentence_case(procedure.name).rstrip(" .;")
    name = name[len(LEADING) :] if name.lower().startswith(LEADING) else name
    plain = f"thường gọi là {_lower(procedure.plain_names[0])}" if procedure.plain_names else ""
    if plain and _too_long(procedure):
        return f"Thủ tục {plain}"
    return ", ".join(filter(None, (f"Thủ tục {_lower(name)}", plain)))


def _too_long(procedure: Procedure) -> bool:
    return len(procedure.name.split()) > LONG_NAME


def _lower(name: str) -> str:
    """Begin small, unless it begins with an abbreviation."""
    return name if name[1:2].isupper() else name[:1].lower() + name[1:]


def whole_names(changes: list[Change]) -> Iterator[str]:
    """Give the announcer the legal names that are not read."""
    for each in dict.fromkeys(c.procedure.code for c in changes):
        procedure = next(c.procedure for c in changes if c.procedure.code == each)
        if procedure.plain_names and _too_long(procedure):
            yield f"Đọc tên quen dùng của {each}; tên đầy đủ: {procedure.name}."


def _name_of(code: str, catalogue: Catalogue) -> str:
    versions = catalogue.versions.get(code)
    return _lower(_name(versions[-1].procedure)) if versions else f"thủ tục mã {code}"


def _part_name(key: str) -> str:
    """Give the title of a part by its key in the file; an unknown key as it is."""
    for field in Procedure.model_fields.values():
        if field.alias == key:
            return field.title or key
    return key
