"""The folder procedures/: read whole, written file by file."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType

from cchc.base.files import relative, write_atomically
from cchc.base.problems import Problem, Refused
from cchc.base.yaml_cache import YamlCache
from cchc.procedures.fields import FILE, Fields, canonical_fields, read_fields
from cchc.procedures.files import Version, canonical, file_name, read_version
from cchc.procedures.model import Procedure

FOLDER = "procedures"
# Beside the fields' folders live the province's decisions and lists: other rooms read those.
NOT_FIELDS = frozenset({"decisions", "snapshots"})
KNOWN_FILES = (
    "linh-vuc.yml", "schema.json", "questions.yml", "sources.yml", "da-doc.tsv", "su-kien.yml",
)  # fmt: skip
UNREADABLE = "không đọc được (là thư mục, hoặc liên kết hỏng); xóa hoặc thay bằng tệp thật"
STRANGE = (
    "không được đọc: thủ tục phải là procedures/<lĩnh vực>/<mã>.yml; đổi tên, chuyển chỗ hoặc xóa"
)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Every version of every procedure, by code; what could not be read is in `problems`."""

    fields: Fields
    versions: Mapping[str, tuple[Version, ...]]
    problems: tuple[Problem, ...] = ()

    def in_force(self, day: dt.date) -> dict[str, Procedure]:
        """Give what holds on a day, by code, in the order of codes; the abolished are not there."""
        return {c: v.procedure for c, v in self._on(day) if not v.procedure.abolished}

    def abolished(self, day: dt.date) -> dict[str, Procedure]:
        """Give the tombstones of a day by code: what held once and does no more."""
        return {c: v.procedure for c, v in self._on(day) if v.procedure.abolished}

    def upcoming(self, day: dt.date) -> tuple[Version, ...]:
        """List the versions that take over after a day, the earliest first; an end is one too."""
        later = [
            each
            for every in self.versions.values()
            for each in counted(every)
            if each.effective and each.effective > day
        ]
        return tuple(sorted(later, key=lambda v: (v.effective or day, v.procedure.code)))

    def _on(self, day: dt.date) -> Iterator[tuple[str, Version]]:
        for code, every in self.versions.items():  # in the order of codes
            if version := version_on(every, day):
                yield code, version


def counted(versions: tuple[Version, ...]) -> tuple[Version, ...]:
    """Leave out the versions that must wait for a person: unconfirmed, after a confirmed one.

    An import may have written them: nothing a machine read ousts what a person has confirmed.
    Those that a person has taken back count no more.
    """
    standing = [each for each in versions if each.procedure.withdrawn is None]
    confirmed = (_begins(each) for each in standing if each.procedure.confirmed)
    first = min(confirmed, default=dt.date.max)
    return tuple(e for e in standing if e.procedure.confirmed or _begins(e) < first)


def _begins(version: Version) -> dt.date:
    return version.effective or dt.date.min


def version_on(versions: tuple[Version, ...], day: dt.date) -> Version | None:
    """Give the version of one procedure that holds on a day, a tombstone too; None: none yet."""
    begun = [e for e in counted(versions) if e.effective is None or e.effective <= day]
    return max(begun, key=_begins, default=None)


def procedure_paths(root: Path) -> Iterator[Path]:
    """List the procedure files of a portal, in the order of their names."""
    for folder in sorted((root / FOLDER).glob("*/")):
        if folder.name not in NOT_FIELDS and not folder.name.startswith("."):
            yield from sorted(path for path in folder.glob("*.yml"))


def strangers(root: Path) -> Iterator[Problem]:
    """Find what nobody reads: a file with another ending, too high or too deep in the folder."""
    top = root / FOLDER
    if not top.is_dir():
        yield Problem(FOLDER, 1, "không có thư mục procedures/; lấy lại từ bản sao hoặc từ Git")
    read = {*procedure_paths(root), *(top / name for name in KNOWN_FILES)}
    for path in sorted(top.glob("**/*")):
        inside = path.relative_to(top).parts
        if path in read or inside[0] in NOT_FIELDS or any(p.startswith(".") for p in inside):
            continue
        if path.is_dir() and len(inside) == 1:
            continue
        yield Problem(relative(path, root), 1, STRANGE)


def load(root: Path) -> Catalogue:
    """Read the whole folder; a bad file becomes problems and never hides a good one."""
    problems: list[Problem] = []
    versions: dict[str, list[Version]] = defaultdict(list)
    cache = YamlCache(root)
    for path in procedure_paths(root):
        try:
            version = read_version(relative(path, root), path.read_bytes(), cache.read)
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        except OSError:
            problems.append(Problem(relative(path, root), 1, UNREADABLE))
            continue
        versions[version.procedure.code].append(version)
        problems.extend(version.document.problems)
    cache.save()
    problems.extend(strangers(root))
    fields = _load_fields(root, problems)
    frozen = {code: tuple(every) for code, every in sorted(versions.items())}
    return Catalogue(fields, MappingProxyType(frozen), tuple(problems))


def _load_fields(root: Path, problems: list[Problem]) -> Fields:
    path = root / FOLDER / FILE
    if not path.is_file():
        return Fields()
    try:
        return read_fields(relative(path, root), path.read_bytes())
    except Refused as refused:
        problems.extend(refused.problems)
        return Fields()


def save(
    root: Path, fields: Fields, procedure: Procedure, effective: dt.date | None = None
) -> tuple[Path, bool]:
    """Write one procedure in canonical form; give its path and whether anything changed."""
    folder = root / FOLDER / fields.folder_of(procedure.field_of_service)
    path = folder / file_name(procedure.code, effective)
    return path, write_atomically(path, canonical(procedure).encode())


def save_fields(root: Path, fields: Fields) -> bool:
    """Write procedures/linh-vuc.yml; tell whether anything changed."""
    return write_atomically(root / FOLDER / FILE, canonical_fields(fields).encode())
