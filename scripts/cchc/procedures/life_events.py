"""procedures/su-kien.yml: what happens in a life, and the procedures it brings, in their order."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator
from pathlib import Path

from pydantic import ValidationError

from cchc.base.files import relative
from cchc.base.models import Line, Model, NeededLine, problems_of
from cchc.base.problems import Problem, Refused, warning
from cchc.base.yaml_read import Document, read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.code_types import PublicCode
from cchc.procedures.fields import Folder
from cchc.procedures.parts import needed, part

FILE = "su-kien.yml"
PLACE = f"procedures/{FILE}"


class LifeStep(Model):
    """One procedure of an event, and in a line when or why it is needed."""

    code: PublicCode = needed("ma", "Mã thủ tục")
    why: NeededLine = needed("vi_sao", "Khi nào, vì sao cần")


class LifeEvent(Model):
    """Sự kiện trong đời: a key for its address, the words people use, its procedures in order."""

    key: Folder = needed("khoa", "Khóa (tên trong địa chỉ trang)")
    name: NeededLine = needed("ten", "Tên sự kiện")
    summary: Line = part("mo_ta", "Mô tả", default="")
    keywords: tuple[NeededLine, ...] = part("tu_khoa", "Từ khóa tìm kiếm")
    steps: tuple[LifeStep, ...] = part("thu_tuc", "Thủ tục theo thứ tự cần làm")


class LifeEvents(Model):
    """The whole file, in the order the home shows them."""

    all: tuple[LifeEvent, ...] = part("su_kien", "Sự kiện")


def read_life_events(path: str, raw: bytes) -> LifeEvents:
    """Read the file's bytes. Raise `Refused` with every fault found."""
    return _made(read_yaml(path, raw))


def _made(document: Document) -> LifeEvents:
    try:
        return LifeEvents.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def canonical_life_events(events: LifeEvents) -> str:
    """Give the one text of the file."""
    return write_yaml(events.model_dump(mode="json", by_alias=True, exclude_defaults=True))


def load_life_events(root: Path) -> LifeEvents:
    """Read procedures/su-kien.yml; no events where there is no file. Raise `Refused`."""
    path = root / PLACE
    return read_life_events(PLACE, path.read_bytes()) if path.is_file() else LifeEvents()


def check_life_events(
    root: Path, current: Container[str], ended: Container[str]
) -> Iterator[Problem]:
    """Find faults, events of one key, codes that are abolished or that the ward does not have."""
    path = root / PLACE
    if not path.is_file():
        return
    try:
        document = read_yaml(relative(path, root), path.read_bytes())
        events = _made(document)
    except Refused as refused:
        yield from refused.problems
        return
    yield from document.problems
    yield from _twice(events, document)
    yield from _codes(events, document, current, ended)
    if not document.problems and document.text != canonical_life_events(events):
        yield warning(document.path, 1, "chưa ở dạng chuẩn; chạy `cchc fmt` để sửa")


def _twice(events: LifeEvents, document: Document) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, event in enumerate(events.all):
        if event.key in seen:
            line = document.line(("su_kien", index, "khoa"))
            message = f"khóa “{event.key}” đã có ở trên; mỗi sự kiện một khóa, đổi một khóa"
            yield Problem(document.path, line, message)
        seen.add(event.key)


def _codes(
    events: LifeEvents, document: Document, current: Container[str], ended: Container[str]
) -> Iterator[Problem]:
    for index, event in enumerate(events.all):
        often = Counter(step.code for step in event.steps)
        for number, step in enumerate(event.steps):
            line = document.line(("su_kien", index, "thu_tuc", number, "ma"))
            if step.code in ended:
                message = f"thủ tục {step.code} đã bãi bỏ, trang không hiện; thay hoặc xóa dòng này"
                yield warning(document.path, line, message)
            elif step.code not in current:
                message = f"không có thủ tục {step.code} đang áp dụng; sửa mã hoặc xóa dòng này"
                yield warning(document.path, line, message)
            if often[step.code] > 1:
                message = f"thủ tục {step.code} có {often[step.code]} lần trong sự kiện này"
                yield warning(document.path, line, f"{message}; giữ một")
