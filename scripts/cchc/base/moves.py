"""docs/chuyen-huong.yml: pages that have another address now; the old one keeps leading there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from cchc.base.models import Model, NeededLine, problems_of
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.base.yaml_read import Document, read_yaml

FILE = "chuyen-huong.yml"
PLACE = f"docs/{FILE}"
PART = r"[A-Za-z0-9][A-Za-z0-9._~-]*"
# Nothing that a server's settings could take for their own signs.
ADDRESS = re.compile(rf"(?:{PART}/)+|(?:{PART}/)*{PART}\.html")
LOOP = "“{0}” dẫn vòng về chính nó; xóa một dòng của vòng"
TWICE = "“{0}” đã có ở dòng {1}; xóa một dòng"


def _address(value: object) -> object:
    """Take an address below the site's root, also as copied from the browser's bar."""
    if not isinstance(value, str):
        return value
    address = re.sub(r"^https?://[^/]+/|^/", "", one_line(value))
    if ADDRESS.fullmatch(address):
        return address
    message = "“{value}” không dùng được; viết như thu-tuc/ho-tich/1.001193/, có dấu / ở cuối"
    raise PydanticCustomError("address", message, {"value": address[:80]})


class Move(Model):
    """One page that moved, or a folder of pages with all below it."""

    old: Annotated[NeededLine, BeforeValidator(_address)] = Field(alias="cu", title="Địa chỉ cũ")
    new: Annotated[NeededLine, BeforeValidator(_address)] = Field(alias="moi", title="Địa chỉ mới")
    below: bool = Field(default=False, alias="ca_ben_duoi", title="Cả các trang bên dưới")


class Moves(Model):
    """The whole file."""

    all: tuple[Move, ...] = Field(default=(), alias="chuyen_huong", title="Chuyển hướng")


def load_moves(root: Path) -> tuple[Move, ...]:
    """Read docs/chuyen-huong.yml; none where there is no file. Raise `Refused` for any fault.

    A page that moved twice leads to its last address; one that leads back to itself is a fault.
    """
    path = root / PLACE
    if not path.is_file():
        return ()
    document = read_yaml(PLACE, path.read_bytes())
    moves = _made(document).all
    if faults := tuple(_faults(moves, document)):
        raise Refused(faults)
    return tuple(move.model_copy(update={"new": _last(move, moves)}) for move in moves)


def _made(document: Document) -> Moves:
    try:
        return Moves.model_validate(document.data or {}, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def _faults(moves: tuple[Move, ...], document: Document) -> Iterator[Problem]:
    lines: dict[str, int] = {}
    for at, move in enumerate(moves):
        line = document.line(("chuyen_huong", at, "cu"))
        if move.old in lines:
            yield Problem(PLACE, line, TWICE.format(move.old, lines[move.old]))
        elif _last(move, moves) == move.old:
            yield Problem(PLACE, line, LOOP.format(move.old))
        lines.setdefault(move.old, line)


def _last(move: Move, moves: tuple[Move, ...]) -> str:
    """Follow a move to where it ends; to its own old address where it goes round."""
    known = {each.old: each.new for each in reversed(moves)}
    address = move.new
    for _ in moves:
        if address not in known:
            return address
        address = known[address]
    return move.old


def check_moves(root: Path) -> Iterator[Problem]:
    """Find every fault of the file; whether the new pages are there, the build tells."""
    try:
        load_moves(root)
    except Refused as refused:
        yield from refused.problems
