"""From the bytes on disk to the form the editor shows, and from what it saves to the one text.

What the editor saves is judged before it is written: a file that the site could not read would
take its procedure or its post off the site. Raise `Refused` with every fault, in Vietnamese.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from pydantic import BaseModel

from cchc.base.notices import canonical_notices, read_notices
from cchc.base.post_body import body_faults
from cchc.base.post_file import open_post
from cchc.base.post_form import canonical_post, with_title_field
from cchc.base.post_head import as_date, head_faults
from cchc.base.problems import Problem, Refused, errors
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.office.folder.guarded import guarded
from cchc.office.folder.pictures import fit
from cchc.office.folder.places import Kind
from cchc.procedures.files import canonical, read_version
from cchc.procedures.life_events import canonical_life_events, read_life_events

NO_TITLE = "bài chưa có tên; viết vào ô “Tên bài”"
NO_DATE = "bài chưa có ngày; chọn ở ô “Ngày đăng”"


def shown(kind: Kind, address: str, raw: bytes) -> bytes:
    """Give what the editor reads. What cannot be read is shown as it is."""
    try:
        if kind is Kind.POST:
            return with_title_field(address, raw).encode()
        if kind is Kind.PROCEDURE:
            return _with_lists(read_version(address, raw).procedure).encode()
        if kind is Kind.LIFE_EVENTS:
            return _with_lists(read_life_events(address, raw)).encode()
    except Refused:
        return raw
    return raw


def _with_lists(model: BaseModel) -> str:
    """Write a model with its empty lists too: the editor would add them, and think of a change."""
    return write_yaml(_filled(model.model_dump(mode="json", by_alias=True)))


def _filled(data: dict[str, Any]) -> dict[str, Any]:
    return {key: _inside(value) for key, value in data.items() if value not in (None, "")}


def _inside(value: object) -> object:
    if isinstance(value, dict):
        return _filled(value)
    return [_inside(each) for each in value] if isinstance(value, list) else value


def kept(
    kind: Kind, address: str, raw: bytes, before: bytes | None, categories: tuple[str, ...]
) -> bytes:
    """Give what is written to disk. `before`: what stands there. Raise `Refused`."""
    match kind:
        case Kind.PICTURE:
            return fit(address, raw)
        case Kind.POST:
            return _post(address, raw, categories).encode()
        case Kind.PROCEDURE:
            return _procedure(address, raw, before).encode()
        case _:
            return LISTS[kind](address, raw).encode()


def _post(address: str, raw: bytes, categories: tuple[str, ...]) -> str:
    text = canonical_post(address, raw)
    file = open_post(address, text.encode())
    problems = [*head_faults(file.document, file.data, categories), *body_faults(file)]
    if not file.title:
        problems.insert(0, Problem(address, 0, NO_TITLE))
    # A draft may lack anything but what its address is made of.
    if file.data.get("draft") is True:
        problems = [each for each in problems if each.message == NO_TITLE]
        if as_date(file.data.get("date")) is None:
            problems.append(Problem(address, 0, NO_DATE))
    if bad := errors(problems):
        raise Refused(bad)
    return text


def _procedure(address: str, raw: bytes, before: bytes | None) -> str:
    procedure = read_version(address, raw).procedure
    guarded(address, procedure, before)
    return canonical(procedure)


def _reform(address: str, raw: bytes) -> str:
    if address.endswith(".yml"):
        read_yaml(address, raw)
    return raw.decode()


LISTS: dict[Kind, Callable[[str, bytes], str]] = {
    Kind.LIFE_EVENTS: lambda path, raw: canonical_life_events(read_life_events(path, raw)),
    Kind.NOTICES: lambda path, raw: canonical_notices(read_notices(path, raw)),
    Kind.REFORM: _reform,
}
