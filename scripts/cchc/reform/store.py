"""Files of docs/cai-cach/ in and out: read, checked, in their one canonical form."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import Any

from pydantic import ValidationError

from cchc.base.files import relative
from cchc.base.models import problems_of
from cchc.base.problems import Problem, Refused, warning
from cchc.base.ward import Ward
from cchc.base.yaml_read import Document, read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.reform.kind import FOLDER, Around, Kind, Loaded, M

UNREADABLE = "không đọc được tệp; xem quyền truy cập, hoặc tệp đang mở ở chương trình khác"


def read_sheet(kind: Kind[M], path: str, raw: bytes) -> M:
    """Read one file's bytes. Raise `Refused` with every fault found."""
    return _made(kind, read_yaml(path, raw))


def _made(kind: Kind[M], document: Document) -> M:
    try:
        return kind.model.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def canonical_sheet(sheet: M) -> str:
    """Give the one text of a file."""
    return write_yaml(sheet.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def paths(root: Path, kind: Kind[M]) -> list[Path]:
    """List the files of a kind, in the order of their names."""
    return sorted((root / kind.place).glob("*.yml"))


def load_sheets(root: Path, kind: Kind[M], ward: Ward) -> Loaded[M]:
    """Read every file of a kind; one that cannot be read, or may not be, is a problem, no end."""
    sheets: dict[str, M] = {}
    problems: list[Problem] = []
    for path in paths(root, kind):
        name = relative(path, root)
        if not kind.named.fullmatch(path.stem):
            problems.append(_misnamed(kind, name))
            continue
        try:
            sheets[path.stem] = _harmless(kind, read_yaml(name, path.read_bytes()), ward)
        except Refused as refused:
            problems.extend(refused.problems)
        except OSError:
            problems.append(Problem(name, 1, UNREADABLE))
    return Loaded(MappingProxyType(sheets), tuple(problems))


def _harmless(kind: Kind[M], document: Document, ward: Ward) -> M:
    """Give what the file says. Raise `Refused` where it holds what may not be published."""
    sheet = _made(kind, document)
    if found := [each.told(document) for each in kind.secrets(sheet, ward)]:
        raise Refused(found)
    return sheet


def _misnamed(kind: Kind[M], path: str) -> Problem:
    message = f"tên tệp không đúng kỳ; đặt tên như {kind.path(kind.example)}"
    return Problem(path, 1, message)


def check_sheets(kind: Kind[M], around: Around) -> Iterator[Problem]:
    """Find every fault in the files of a kind."""
    for path in paths(around.root, kind):
        name = relative(path, around.root)
        if not kind.named.fullmatch(path.stem):
            yield _misnamed(kind, name)
            continue
        try:
            yield from _faults(kind, read_yaml(name, path.read_bytes()), path.stem, around)
        except Refused as refused:
            yield from refused.problems
        except OSError:
            yield Problem(name, 1, UNREADABLE)


def _faults(kind: Kind[M], document: Document, name: str, around: Around) -> Iterator[Problem]:
    sheet = _made(kind, document)
    yield from document.problems
    for fault in (*kind.secrets(sheet, around.ward), *kind.faults(sheet, name, around)):
        yield fault.told(document)
    if not document.problems and document.text != canonical_sheet(sheet):
        yield warning(document.path, 1, "chưa ở dạng chuẩn; chạy `cchc fmt` để sửa")


def strangers(root: Path, kinds: Iterable[Kind[Any]]) -> Iterator[Problem]:
    """Find YAML files of docs/cai-cach/ that belong to no kind: nobody would read them."""
    known = {each.place for each in kinds}
    for path in sorted((root / FOLDER).rglob("*.y*ml")):
        name = relative(path, root)
        if path.suffix != ".yml" or relative(path.parent, root) not in known:
            folders = ", ".join(sorted(known))
            yield warning(name, 1, f"tệp không thuộc thư mục nào máy đọc ({folders}); dời hoặc xóa")
