"""What is to be read, before it is said: the blocks of a post or of a bulletin, as written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a row of a table; or a heading."""

    text: str
    heading: bool = False


@dataclass(frozen=True, slots=True)
class Piece:
    """A title, the summary in a sentence or two, the blocks, and how many of what are not read.

    `remarks` are for the announcer, not for the listener; `more` says where the rest is when the
    piece is shortened, empty where nobody can read it yet.
    """

    title: str
    summary: str
    blocks: tuple[Block, ...]
    left_out: Mapping[str, int]
    remarks: tuple[str, ...] = ()
    more: str = ""
