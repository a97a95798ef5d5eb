"""Reading a backup that may have been damaged, or made by somebody who means harm."""

from __future__ import annotations

import hashlib
import io
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from cchc.base.files import MARK
from cchc.base.problems import Problem, Refused
from cchc.publish.archive import LIST, belongs
from cchc.publish.manifest import Manifest, read_manifest

# A ward's content is some megabytes of text and pictures; these are walls, not expectations.
MOST_FILES = 100_000
MOST_BYTES = 2 * 1024**3
# Text shrinks 5 to 10 times, repeated text perhaps 100 times; a bomb a thousand times.
MOST_RATIO = 200
ALWAYS_FINE = 50 * 1024**2
BROKEN = "không phải bản sao lưu, hoặc đã hỏng; dùng bản sao khác"
FOREIGN = "bản sao có tệp không thuộc nội dung trang ({0}); không khôi phục"
TWICE = "bản sao có hai tệp trùng tên ({0}); không khôi phục"
BOMB = "bản sao nở ra quá lớn so với cỡ của nó; không khôi phục"
DIFFERS = "tệp trong bản sao không đúng với danh sách của nó ({0}); dùng bản sao khác"
DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, ValueError,
          OSError)  # fmt: skip


def unpacked(name: str, raw: bytes) -> Mapping[str, bytes]:
    """Give a backup's files by path, each as its list says. Raise `Refused`; write nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(raw)) as archive:
            _bounded(name, archive.infolist(), len(raw))
            return _read(name, archive)
    except DAMAGE:
        raise Refused([Problem(name, 0, BROKEN)]) from None


def _bounded(name: str, members: list[zipfile.ZipInfo], size: int) -> None:
    whole = sum(member.file_size for member in members)
    most = min(MOST_BYTES, max(ALWAYS_FINE, size * MOST_RATIO))
    if len(members) > MOST_FILES or whole > most:
        raise Refused([Problem(name, 0, BOMB)])
    seen: set[str] = set()
    for member in members:
        if not _ordinary(member):
            raise Refused([Problem(name, 0, FOREIGN.format(_shown(member.filename)))])
        # Two names may be one file on Windows and macOS.
        key = unicodedata.normalize("NFC", member.filename).casefold()
        if key in seen:
            raise Refused([Problem(name, 0, TWICE.format(_shown(member.filename)))])
        seen.add(key)


def _ordinary(member: zipfile.ZipInfo) -> bool:
    """Tell whether a member is a plain file of the portal: no link, no folder, no other place."""
    kind = stat.S_IFMT(member.external_attr >> 16)
    name = member.filename
    return kind in {0, stat.S_IFREG} and (name == LIST or belongs(name)) and ":" not in name


def _read(name: str, archive: zipfile.ZipFile) -> Mapping[str, bytes]:
    contents = dict(_contents(name, archive))
    listed = read_manifest(contents.pop(LIST, b"")) or Manifest()
    if MARK not in contents:
        raise Refused([Problem(name, 0, BROKEN)])
    for path in sorted(listed.files.keys() ^ contents.keys()):
        raise Refused([Problem(name, 0, DIFFERS.format(path))])
    for path, content in contents.items():
        if hashlib.sha256(content).hexdigest() != listed.files[path].sha256:
            raise Refused([Problem(name, 0, DIFFERS.format(path))])
    return contents


def _contents(name: str, archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    for member in archive.infolist():
        with archive.open(member) as opened:
            # Never more than was declared, whatever the compressed bytes hold.
            content = opened.read(member.file_size + 1)
        if len(content) > member.file_size:
            raise Refused([Problem(name, 0, BOMB)])
        yield member.filename, content


def _shown(name: str) -> str:
    return "".join(letter if letter.isprintable() else "?" for letter in name)[:120]
