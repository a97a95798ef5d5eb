"""A Word file into a post: planned as values first, then written as one."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from pathlib import Path

from cchc.base.clock import show_date
from cchc.base.codes import codes_in, is_internal
from cchc.base.encoding import MAX_BYTES
from cchc.base.posts import FOLDER
from cchc.base.problems import Problem, Refused, warning
from cchc.base.text import one_line
from cchc.base.ward import Ward
from cchc.news.album import Album, make_album
from cchc.news.front_matter import FrontMatter, head_text, propose_summary
from cchc.news.guessing import guess_category
from cchc.news.markdown.blocks import body_text
from cchc.news.markdown.inlines import escaped, heading_end
from cchc.news.model import Blocks, Paragraph, lines_of, words
from cchc.news.planning import Plan, categories_of, category_of, new_path, ward_of
from cchc.news.word.paper import Paper, read_paper
from cchc.procedures.store import load

UNTITLED = (
    "không thấy tên bài trong tệp, lấy tạm tên tệp; viết lại dòng này, hoặc nhập lại với --title"
)
NO_ALT = (
    "ảnh chưa có mô tả cho người không nhìn thấy ảnh; viết vào giữa hai ngoặc vuông: ai, làm gì, ở"
    " đâu"
)
UNKNOWN = "không có thủ tục {codes} trong danh mục đang hiệu lực của phường; xem lại mã"
GUESSED = "chuyên mục do máy đoán; xem lại, hoặc nhập lại với --category"
PROPOSED = "tóm tắt lấy từ câu đầu của bài; viết lại cho gọn nếu cần (nhiều nhất 200 ký tự)"


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person says of the post; an empty category or title: to be found in the text."""

    day: dt.date
    category: str = ""
    title: str = ""
    publish: bool = False


def plan_import(root: Path, file: Path, asked: Asked) -> Plan:
    """Read a Word file into a plan. Raise `Refused` where it cannot be, or the post is there."""
    ward = ward_of(root)
    paper = read_paper(file, _names(ward))
    untitled = not (asked.title or paper.title)
    of_file = one_line(re.sub(r"[_\-]+", " ", file.stem))
    paper = replace(paper, title=asked.title or paper.title or of_file)
    path = new_path(root, asked.day, paper.title)
    album = make_album(paper.blocks, paper.pictures, Path(path).stem)
    head, doubts = _head(root, paper, asked, album, ward)
    text = f"{head_text(head)}\n# {heading_end(escaped(paper.title))}\n\n{_body(paper, album)}"
    if len(text.encode()) > MAX_BYTES:
        message = f"bài dài hơn {MAX_BYTES >> 10} KB; tách thành nhiều bài"
        raise Refused([Problem(file.as_posix(), 0, message)])
    pictures = {f"{FOLDER}/{name}": raw for name, raw in album.files.items()}
    told = [warning(file.as_posix(), 0, each) for each in (*paper.losses, *album.losses)]
    doubts = (*doubts, *((("\n# ", UNTITLED),) if untitled else ()))
    asked_for = [warning(path, _line(text, mark), message) for mark, message in doubts]
    missing = [warning(path, _line(text, f"![]({each}"), NO_ALT) for each in album.without_alt]
    return Plan(path, {**pictures, path: text}, (*told, *asked_for, *missing))


def _names(ward: Ward | None) -> list[str]:
    named = (*ward.names, ward.agency) if ward else ()
    return [name for each in named for name in (each.name, each.superior)]


def _head(
    root: Path, paper: Paper, asked: Asked, album: Album, ward: Ward | None
) -> tuple[FrontMatter, tuple[tuple[str, str], ...]]:
    """Make the head, and say which of its lines a person should look at."""
    lines = [each for each in map(one_line, lines_of(paper.blocks)) if each]
    procedures, strangers = _procedures(root, asked.day, lines)
    head = FrontMatter(
        date=asked.day,
        description=propose_summary(_paragraphs(paper.blocks) or lines or [paper.title]),
        categories=(_category(root, asked, paper.title, lines),),
        author=paper.names.as_sentence(paper.head.agency) or (ward.agency.name if ward else ""),
        procedures=procedures,
        draft=not asked.publish,
    )
    if album.images:
        first = next(iter(album.images.values()))
        head = replace(head, picture=first.address, picture_alt=first.alt)
    doubts = [("description:", PROPOSED)]
    doubts += [] if asked.category else [("categories:", GUESSED)]
    if strangers:
        doubts.append((strangers[0], UNKNOWN.format(codes=", ".join(strangers))))
    return head, tuple(doubts)


def _category(root: Path, asked: Asked, title: str, lines: list[str]) -> str:
    if asked.category:
        return category_of(root, asked.category)
    return guess_category(title, lines, categories_of(root))


def _procedures(
    root: Path, day: dt.date, lines: list[str]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Give the codes in the text that the ward's catalogue has, and those that it has not."""
    codes = [code for code in codes_in("\n".join(lines)) if not is_internal(code)]
    known = load(root).in_force(day) if codes else {}
    return (
        tuple(code for code in codes if code in known),
        tuple(code for code in codes if code not in known),
    )


def _paragraphs(blocks: Blocks) -> list[str]:
    return [one_line(words(each.inner)) for each in blocks if isinstance(each, Paragraph)]


def _body(paper: Paper, album: Album) -> str:
    """Write the text, with the mark that ends what a list of news shows of it."""
    blocks = paper.blocks
    opening = next((at for at, each in enumerate(blocks) if isinstance(each, Paragraph)), 0)
    return f"{body_text(blocks, album.images, opening + 1)}{_number(paper)}"


def _number(paper: Paper) -> str:
    if not paper.head.number:
        return ""
    day = f", ngày {show_date(paper.head.day)}" if paper.head.day else ""
    return f"\nSố văn bản: {paper.head.number}{day}.\n"


def _line(text: str, mark: str) -> int:
    """Find the line (from 1) where a mark stands first; 1 where it does not."""
    at = text.find(mark)
    return text.count("\n", 0, at) + 1 if at >= 0 else 1
