"""Inlines as Markdown and as HTML: whatever the words, they are shown as words."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape
from typing import TypeAlias

from cchc.news.model import Break, Inline, Link, Note, Picture, Styled, Text, lines_of

Notes: TypeAlias = Callable[[Note], str]

# Python-Markdown takes a backslash off these only; `<` and `&` it must be told in HTML's way.
MARKS = re.compile(r"([\\`*_\[\]{}])")
ENTITY = re.compile(r"&(?=[#\w])")
# At the beginning of a line these make a list, a quotation, a heading, an admonition, a fence.
NUMBER = re.compile(r"(\d+)\.(?=\s|$)")
LINE_STARTS = re.compile(r"(?:[-+#>]|!!!|\?\?\?|~~~|={3,}|:)")
BY_NAME = {">": "&gt;", "~": "&#126;", "?": "&#63;", "=": "&#61;", ":": "&#58;"}
TAGS = {"strong": "strong", "emph": "em", "del": "del", "sub": "sub", "sup": "sup", "code": "code"}
SIGNS = {"strong": "**", "emph": "*"}


def escaped(text: str) -> str:
    """Write words so that Markdown shows them as they are, inside a line."""
    return ENTITY.sub("&amp;", MARKS.sub(r"\\\1", text)).replace("<", "&lt;")


def line_start(line: str) -> str:
    """Write a line so that its beginning is no list, quotation or heading."""
    if NUMBER.match(line):
        return NUMBER.sub(r"\1\.", line, count=1)
    if LINE_STARTS.match(line):
        return f"{BY_NAME.get(line[0], chr(92) + line[0])}{line[1:]}"
    return line


def heading_end(line: str) -> str:
    """Write a heading's words so that signs at their end are no closing of the heading."""
    return f"{line[:-1]}\\#" if line.endswith("#") else line


def as_markdown(inlines: Iterable[Inline], note: Notes) -> str:
    """Write inlines as Markdown; `note` gives the mark of a footnote."""
    return "".join(_markdown(each, note) for each in inlines)


def _markdown(inline: Inline, note: Notes) -> str:
    match inline:
        case Text(text):
            return escaped(text)
        case Break():
            return "<br>"
        case Styled(style, inner):
            said = as_markdown(inner, note)
            sign = SIGNS.get(style)
            return f"{sign}{said}{sign}" if sign else f"<{TAGS[style]}>{said}</{TAGS[style]}>"
        case Link(target, inner):
            return f"[{as_markdown(inner, note)}]({target})"
        case Note():
            return note(inline)
        case _:
            return ""


def as_html(inlines: Iterable[Inline]) -> str:
    """Write inlines as HTML; a footnote stands in brackets, a raw table calls none."""
    return "".join(_html(each) for each in inlines)


def _html(inline: Inline) -> str:
    match inline:
        case Text(text):
            return escape(text, quote=False)
        case Break():
            return "<br>"
        case Styled(style, inner):
            return f"<{TAGS[style]}>{as_html(inner)}</{TAGS[style]}>"
        case Link(target, inner):
            return f'<a href="{escape(target)}">{as_html(inner)}</a>'
        case Note():
            return escape(in_brackets(inline), quote=False)
        case Picture():
            return ""


def in_brackets(note: Note) -> str:
    """Give a footnote's words for a place that can have none."""
    said = " ".join(lines_of(note.blocks)).strip()
    return f" (chú thích: {said})" if said else ""
