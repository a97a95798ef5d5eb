"""A script as plain text: on the screen, or a .txt file."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from cchc.base.clock import show_date
from cchc.news.broadcast.script import Paragraph, Script
from cchc.news.broadcast.sentences import BREATH, Sentence

WIDTH = 76
LONG = "▲"
KEY = f"{LONG} câu dài hơn {BREATH} tiếng; dấu / là chỗ lấy hơi."


def script_text(script: Script) -> str:
    """Write the script with a line between paragraphs; the part not read stands after a rule."""
    shown = "\n\n".join(_wrapped(_paragraph(each)) for each in script.paragraphs)
    rest = "\n".join(_wrapped(f"- {each}") for each in not_read(script))
    return f"{shown}\n\n{'-' * 8} Phần dưới không đọc {'-' * 8}\n{rest}\n"


def not_read(script: Script) -> Iterator[str]:
    """Give what the announcer should know: time, marks, notes."""
    yield f"Bản đọc của ngày {show_date(script.day)}: {script.title}."
    yield f"Thời lượng: {time_text(script)} ({script.words} tiếng)."
    if script.long:
        yield f"{script.long} câu dài. {KEY}"
    yield from script.notes


def time_text(script: Script) -> str:
    """Say how long it takes, from quick to slow: `khoảng 2 phút 10 giây – 2 phút 36 giây`."""
    quick, slow = script.seconds
    return f"khoảng {_clock(quick)} – {_clock(slow)}"


def _clock(seconds: int) -> str:
    minutes, rest = divmod(seconds, 60)
    parts = (f"{minutes} phút" if minutes else "", f"{rest} giây" if rest else "")
    return " ".join(filter(None, parts))


def marked(each: Sentence) -> str:
    """Write a sentence with its marks, where it is long."""
    return f"{LONG} {' / '.join(each.parts)}" if each.long else each.text


def _paragraph(each: Paragraph) -> str:
    return " ".join(marked(one) for one in each.sentences)


def _wrapped(text: str) -> str:
    return textwrap.fill(text, WIDTH, break_long_words=False, break_on_hyphens=False)
