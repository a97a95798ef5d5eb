"""The portal's content as one zip: what goes in, in which form.

Equal content gives equal bytes (with the same zlib): sorted names, one date for all, no owner, no
rights, no name of the machine. Code, the built site and caches stay out: they are made again.
"""

from __future__ import annotations

import getpass
import hashlib
import io
import re
import socket
import zipfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import MARK
from cchc.base.problems import Problem, Refused, warning
from cchc.publish.manifest import BAD_LETTERS, Entry, Manifest, manifest_json, safe

FOLDERS = ("docs", "procedures", ".cchc/runs")
RUNS = ".cchc/runs/"
LIST = "ban-sao.json"
# MS-DOS knows no day before this one.
ONE_DAY = (1980, 1, 1, 0, 0, 0)
UNIX, PLAIN = 3, 0o100644 << 16
LEFT_OUT = re.compile(
    r"(?:^|/)(?:\.DS_Store|Thumbs\.db|desktop\.ini|~\$[^/]*|[^/]*~|[^/]*\.sw[po]|\.[^/]*\.tmp)$"
)
LINK = "là liên kết hoặc tệp đặc biệt, không sao lưu được; thay bằng tệp thật"
TRACE = "có đường dẫn, tên máy hay tên người dùng của máy này; không đưa vào bản sao"
# Shorter names ("ad", "pc") stand inside ordinary words.
TELLING = 4


@dataclass(frozen=True, slots=True)
class Content:
    """What a backup holds, by path; and what was left out, as warnings."""

    files: Mapping[str, bytes]
    notes: tuple[Problem, ...] = ()


def belongs(name: str) -> bool:
    """Tell whether a path is content of the portal."""
    inside = name == MARK or any(name.startswith(f"{folder}/") for folder in FOLDERS)
    return inside and safe(name) and not LEFT_OUT.search(name)


def content_of(root: Path, traces: tuple[str, ...] | None = None) -> Content:
    """Read the portal's content. Raise `Refused` for links: what they show may be anywhere.

    Run records that hold one of `traces` (by default: words of this machine) are left out.
    """
    marks = machine_words(root) if traces is None else traces
    files, notes, faults = {}, [], []
    for path in _paths(root):
        name = path.relative_to(root).as_posix()
        if LEFT_OUT.search(name):
            continue
        if path.is_symlink() or not path.is_file() or BAD_LETTERS.search(name):
            faults.append(Problem(BAD_LETTERS.sub("?", name), 0, LINK))
            continue
        content = path.read_bytes()
        if name.startswith(RUNS) and any(mark.encode() in content for mark in marks):
            notes.append(warning(name, 0, TRACE))
        else:
            files[name] = content
    if faults:
        raise Refused(faults)
    return Content(files, tuple(notes))


def machine_words(root: Path) -> tuple[str, ...]:
    """Give what names this machine and its user: folders, the host's name, the user's."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):
        user = ""
    # A user called "root" or a machine called "localhost" is nobody.
    names = [name for name in (user, socket.gethostname()) if name not in {"root", "localhost"}]
    words = {str(root.resolve()), str(Path.home()), *names}
    return tuple(sorted(word for word in words if len(word) >= TELLING))


def packed(files: Mapping[str, bytes]) -> bytes:
    """Make the zip: the list of files with their hashes first, then the files by name."""
    listed = Manifest({name: _entry(content) for name, content in files.items()})
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, content in ((LIST, manifest_json(listed)), *sorted(files.items())):
            archive.writestr(_about(name), content, zipfile.ZIP_DEFLATED, 9)
    return made.getvalue()


def _about(name: str) -> zipfile.ZipInfo:
    about = zipfile.ZipInfo(name, ONE_DAY)
    about.create_system = UNIX
    about.external_attr = PLAIN
    return about


def _entry(content: bytes) -> Entry:
    return Entry(len(content), hashlib.sha256(content).hexdigest())


def _paths(root: Path) -> Iterator[Path]:
    yield root / MARK
    for folder in FOLDERS:
        if (root / folder).is_symlink():
            yield root / folder
        elif (root / folder).is_dir():
            # A link to a folder is given, and not followed.
            yield from (each for each in sorted((root / folder).rglob("*"))
                        if each.is_symlink() or not each.is_dir())  # fmt: skip
