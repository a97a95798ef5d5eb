"""A Word file as an office's paper: title, head, text, pictures, and what could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cchc.base.old_fonts import ADVICE, old_font_of
from cchc.news.model import Blocks, Figure, Picture, figures_in, lines_of
from cchc.news.word.container import open_container, refused
from cchc.news.word.fonts import FEWEST
from cchc.news.word.handmade import gather_lists, keep_numbers
from cchc.news.word.headings import find_headings
from cchc.news.word.layout import captioned, taken_apart
from cchc.news.word.letterhead import Letterhead, take_foot, take_letterhead
from cchc.news.word.losses import losses
from cchc.news.word.names import Names, learn_names
from cchc.news.word.pandoc import read_tree
from cchc.news.word.repack import repack
from cchc.news.word.titles import take_title
from cchc.news.word.tree import read_blocks

NOTHING_THERE = "tệp không có chữ nào đọc được (chỉ có ảnh chụp văn bản?); xin bản Word gõ chữ"

BOXED = (
    "{count} ảnh nằm trong hộp chữ hoặc nhóm hình, đã đưa xuống cuối bài; chuyển lên đúng chỗ, thêm"
    " chú thích"
)


@dataclass(frozen=True, slots=True)
class Paper:
    """What a Word file says; `losses` tells, each in a sentence, what is not in it or doubtful."""

    title: str
    head: Letterhead
    names: Names
    blocks: Blocks
    pictures: dict[str, bytes]
    losses: tuple[str, ...]


def read_paper(path: Path, known_names: Iterable[str] = ()) -> Paper:
    """Read a Word file. Raise `Refused` with the way out where it cannot be read."""
    container = open_container(path)
    packed = repack(container)
    blocks, links = read_blocks(read_tree(path, packed.raw))
    lines = list(lines_of(blocks))
    if not any(map(str.strip, lines)):
        raise refused(path, NOTHING_THERE)
    if font := old_font_of("\n".join(lines), FEWEST):
        raise refused(path, ADVICE.format(name=font.value))
    names = learn_names(lines, known_names)
    read = {each.picture.name for each in figures_in(blocks)}
    boxed = tuple(dict.fromkeys(name for name in packed.shown if name not in read))
    blocks = (*blocks, *(Figure(Picture(name, ""), ()) for name in boxed))
    told = losses(packed, links, has_macros=container.has_macros)
    told = (*told, BOXED.format(count=len(boxed))) if boxed else told
    return _paper(blocks, names, packed.pictures, told)


def _paper(
    blocks: Blocks, names: Names, pictures: dict[str, bytes], told: tuple[str, ...]
) -> Paper:
    head, rest = take_letterhead(blocks)
    has_foot, rest = take_foot(rest)
    title, rest = take_title(taken_apart(rest), head or Letterhead(), names)
    shaped = keep_numbers(find_headings(gather_lists(tuple(captioned(rest))), names))
    if has_foot:
        told = (*told, "đã bỏ phần nơi nhận và chữ ký ở cuối")
    return Paper(title, head or Letterhead(), names, shaped, pictures, told)
