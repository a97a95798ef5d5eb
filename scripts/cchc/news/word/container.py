"""The Word file as a container: is it one, is it whole, and its parts by name."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.base import archive
from cchc.base.problems import Problem, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
RELATIONS_OF_FILE = "_rels/.rels"
MACROS = "vbaProject.bin"
# The body of the longest real paper is under 5 MB; a tree takes ten times its text.
MAX_XML = 20 * 1024 * 1024

SAVE_AS = "mở bằng Word, chọn Lưu thành (Save As), kiểu “Word Document (*.docx)”, rồi nhập tệp mới"
OLD_WORD = f"tệp Word kiểu cũ (.doc) hoặc có mật khẩu; {SAVE_AS}"
NOT_WORD = f"không phải tệp Word .docx; {SAVE_AS}"
BROKEN = "không đọc được nội dung tệp Word; mở bằng Word, lưu lại thành .docx rồi nhập lại"
EMPTY = "tệp trống (0 byte); chép lại tệp từ nơi soạn"
# What other files begin with, and what to do with each.
OTHERS = (
    (b"%PDF-", "tệp PDF không giữ được bảng và ảnh; xin bản Word .docx của bài rồi nhập bản ấy"),
    (b"\xd0\xcf\x11\xe0", OLD_WORD),
    (b"{\\rtf", f"tệp RTF; {SAVE_AS}"),
)
OPEN_DOCUMENT = f"tệp OpenDocument (.odt); {SAVE_AS}"


@dataclass(frozen=True, slots=True)
class Relation:
    """A part's tie to another part (`target` is its name) or to an address outside."""

    kind: str
    target: str
    outside: bool


@dataclass(frozen=True, slots=True)
class Container:
    """A Word file's parts by name; `document` names the part with the text."""

    path: Path
    document: str
    parts: Mapping[str, bytes]

    @property
    def has_macros(self) -> bool:
        """Tell whether somebody put a program into the file."""
        return any(name.endswith(MACROS) for name in self.parts)

    def part_of(self, kind: str) -> str | None:
        """Name the part that the document uses as `styles`, `numbering`, `footnotes` and so on."""
        ties = self.relations(self.document).values()
        return next((each.target for each in ties if each.kind == kind and not each.outside), None)

    def relations(self, part: str) -> dict[str, Relation]:
        """Give a part's ties by their id; those to parts that are not there are left out."""
        folder, name = posixpath.split(part)
        raw = self.parts.get(posixpath.join(folder, "_rels", f"{name}.rels"))
        return _relations(self.path, raw, folder, self.parts) if raw else {}


def refused(path: Path, message: str) -> Refused:
    """Make the refusal of the whole file; the caller raises it."""
    return Refused([Problem(path.as_posix(), 0, message)])


def open_container(path: Path) -> Container:
    """Open a .docx. Raise `Refused`, with the way out, where it is another thing or a trap."""
    _refuse_others(path)
    names = archive.members(path)
    if "content.xml" in names and "mimetype" in names:
        raise refused(path, OPEN_DOCUMENT)
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in sorted(names) if not name.endswith("/")}
    raw = parts.get(RELATIONS_OF_FILE, b"")
    ties = _relations(path, raw, "", parts).values() if raw else ()
    document = next((each.target for each in ties if each.kind == "officeDocument"), None)
    if document is None or b"wordprocessingml" not in parts[document][:8192]:
        raise refused(path, NOT_WORD)
    if len(parts[document]) > MAX_XML:
        raise refused(path, f"phần chữ của tệp lớn hơn {MAX_XML >> 20} MB; tách thành nhiều bài")
    return Container(path, document, parts)


def _refuse_others(path: Path) -> None:
    with path.open("rb") as file:
        head = file.read(1024)
        size = file.seek(0, 2)
    if not head:
        raise refused(path, EMPTY)
    for mark, advice in OTHERS:
        if mark in head:
            raise refused(path, advice)
    if not head.startswith(b"PK"):
        raise refused(path, NOT_WORD)
    if size > archive.MAX_BYTES:
        raise refused(path, f"tệp lớn hơn {archive.MAX_BYTES >> 20} MB; nén ảnh trong Word"
                      " (Picture Format, Compress Pictures) rồi lưu lại")  # fmt: skip


def parse(path: Path, raw: bytes) -> Element:
    """Read XML that may come from anybody: no entities, nothing fetched."""
    from lxml import etree  # noqa: PLC0415 - only an import of a Word file waits for it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        return etree.fromstring(raw, parser)
    except etree.XMLSyntaxError:
        raise refused(path, BROKEN) from None


def _relations(
    path: Path, raw: bytes, folder: str, parts: Mapping[str, bytes]
) -> dict[str, Relation]:
    found = {}
    for each in parse(path, raw).iter(RELATION):
        kind = str(each.get("Type", "")).rsplit("/", 1)[-1]
        target = str(each.get("Target", ""))
        outside = each.get("TargetMode") == "External"
        if not outside:
            # Only a name the container holds: `../../etc/passwd` is none.
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
        if outside or target in parts:
            found[str(each.get("Id", ""))] = Relation(kind, target, outside)
    return found
