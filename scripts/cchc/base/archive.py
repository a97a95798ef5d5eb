"""Before a .xlsx or .docx is opened: is the container whole, of sane size, and free of traps."""

from __future__ import annotations

import functools
import re
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from cchc.base.problems import Problem, Refused

MAX_BYTES = 50 * 1024 * 1024
MAX_UNPACKED = 200 * 1024 * 1024
MAX_MEMBERS = 5_000
MAX_ROWS = 100_000
MAX_COLUMNS = 500
CHUNK = 1 << 20

DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
# A cell far away makes the reader lay out every cell before it: 17 thousand million at worst.
CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})(\d{1,7})"')
ROW = re.compile(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,9})"')
# Three letters (or two from S on), or six digits: a sheet without such a place needs no more look.
MAY_BE_FAR = re.compile(rb'r="(?:[A-Z]{3}|[S-Z][A-Z]\d|[A-Z]*\d{6})')
BROKEN = "tệp nén bị hỏng (tải hoặc chép chưa hết?); lấy lại tệp từ nguồn"
ENTITIES = (
    "trong tệp có khai báo DTD/ENTITY, Word và Excel không ghi thế; không mở vì lý do an toàn"
)
TOO_BIG = "mở ra lớn hơn 200 MB; hãy xem lại tệp, bỏ phần thừa rồi lưu lại"


def members(path: Path) -> frozenset[str]:
    """List what the container holds. Raise `Refused` where it is broken, a trap or too big."""
    try:
        facts = path.stat()
    except OSError:
        raise _refused(path, BROKEN) from None
    return _members(path, facts.st_size, facts.st_mtime_ns)


# Who tells the format and who reads the file both ask; the size and time say that it is the same.
@functools.lru_cache(maxsize=4)
def _members(path: Path, _size: int, _changed: int) -> frozenset[str]:
    try:
        with zipfile.ZipFile(path) as archive:
            infos = archive.infolist()
            if len(infos) > MAX_MEMBERS:
                raise _refused(path, TOO_BIG)
            if any(info.flag_bits & 1 for info in infos):
                raise _refused(
                    path, "tệp nén có mật khẩu; mở bằng mật khẩu rồi lưu bản không mật khẩu"
                )
            _look_inside(path, archive, infos)
            return frozenset(info.filename for info in infos)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError):
        raise _refused(path, BROKEN) from None


def _look_inside(path: Path, archive: zipfile.ZipFile, infos: list[zipfile.ZipInfo]) -> None:
    """Unpack every member once, counting: what a header says of its size proves nothing."""
    left = MAX_UNPACKED
    for info in infos:
        sheet = info.filename.startswith("xl/")
        xml = info.filename.endswith((".xml", ".rels"))
        for chunk in _chunks(archive, info):
            left -= len(chunk)
            if left < 0:
                raise _refused(path, TOO_BIG)
            # UTF-16 puts a zero byte beside each letter: without them the words read the same.
            plain = chunk.replace(b"\0", b"") if xml else b""
            if b"<!" in plain and DECLARATION.search(plain):
                raise _refused(path, ENTITIES)
            if sheet:
                _check_extent(path, chunk)


def _chunks(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Iterator[bytes]:
    tail = b""
    with archive.open(info) as stream:
        while chunk := stream.read(CHUNK):
            # What is looked for may lie across two chunks: the end of one goes before the next.
            yield tail + chunk
            tail = chunk[-64:]


def _check_extent(path: Path, chunk: bytes) -> None:
    if not MAY_BE_FAR.search(chunk):
        return
    places = ((match[1], int(match[2])) for match in CELL.finditer(chunk))
    rows = ((b"A", int(match[1])) for match in ROW.finditer(chunk))
    for letters, row in (*places, *rows):
        if row > MAX_ROWS or _column(letters) > MAX_COLUMNS:
            place = f"{letters.decode()}{row}"
            raise _refused(path, f"có ô ở rất xa ({place}); xóa các dòng, cột thừa rồi lưu lại")


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number


def _refused(path: Path, message: str) -> Refused:
    return Refused([Problem(path.as_posix(), 0, message)])
