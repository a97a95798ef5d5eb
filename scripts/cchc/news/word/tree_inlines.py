"""Pandoc's inlines into the plain model."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias

from cchc.base.text import clean
from cchc.news.model import (
    Blocks,
    Break,
    Inline,
    Inlines,
    Link,
    Note,
    Picture,
    Style,
    Styled,
    Text,
    words,
)  # fmt: skip

Notes: TypeAlias = Callable[[list[dict[str, Any]]], Blocks]

STYLES: dict[str, Style] = {
    "Strong": "strong", "Emph": "emph", "Strikeout": "del", "Subscript": "sub",
    "Superscript": "sup",
}  # fmt: skip
# Word writes these into pictures by itself, in whatever language it speaks.
MACHINE_ALT = re.compile(
    r"description automatically generated|ai-generated content|mô tả được tự động tạo"
    r"|^(?:picture|image|hình ảnh|ảnh|img|dsc|screenshot)[ _-]?\d*(?:\.\w+)?$",
    re.IGNORECASE,
)
SAFE = re.compile(r"(?:https?://[^\s/]|mailto:[^\s@]+@|tel:\+?\d)", re.IGNORECASE)
UNSAFE_IN_ADDRESS = str.maketrans(
    {" ": "%20", "<": "%3C", ">": "%3E", '"': "%22", "(": "%28", ")": "%29", "\\": "%5C",
     "`": "%60", "[": "%5B", "]": "%5D", "{": "%7B", "}": "%7D", "|": "%7C", "*": "%2A",
     "_": "_", "^": "%5E"}
)  # fmt: skip
POWERS = {"2": "²", "3": "³"}


def read_inlines(nodes: Iterable[dict[str, Any]], notes: Notes, refused: list[str]) -> Inlines:
    """Give the inlines of pandoc's nodes; `notes` reads the blocks of a footnote.

    Links that a page must not carry become their words, and are put down in `refused`.
    """
    return joined(each for node in nodes for each in _inline(node, notes, refused))


def _inline(node: dict[str, Any], notes: Notes, refused: list[str]) -> Iterator[Inline]:
    kind: str = node["t"]
    content: Any = node.get("c")
    if kind == "Str":
        yield Text(content)
    elif kind in {"Space", "SoftBreak"}:
        yield Text(" ")
    elif kind == "LineBreak":
        yield Break()
    elif kind in STYLES:
        yield from _styled(STYLES[kind], read_inlines(content, notes, refused))
    elif kind == "Link":
        yield from _link(read_inlines(content[1], notes, refused), content[2][0], refused)
    elif kind == "Image":
        yield Picture(content[2][0], _alt(words(read_inlines(content[1], notes, refused))))
    elif kind == "Note":
        yield Note(notes(content))
    else:
        yield from _other(kind, content, notes, refused)


def _other(
    kind: str,
    content: Any,  # noqa: ANN401 - pandoc's JSON
    notes: Notes,
    refused: list[str],
) -> Iterator[Inline]:
    """Give the words of what a post has no form for; raw HTML or TeX has none."""
    if kind in {"Underline", "SmallCaps"}:
        yield from read_inlines(content, notes, refused)
    elif kind in {"Span", "Cite"}:
        yield from read_inlines(content[1], notes, refused)
    elif kind == "Quoted":
        left, right = ("“", "”") if content[0]["t"] == "DoubleQuote" else ("‘", "’")
        yield from (Text(left), *read_inlines(content[1], notes, refused), Text(right))
    elif kind == "Code":
        yield Text(content[1])
    elif kind == "Math":
        yield Styled("code", (Text(content[1]),))


def _styled(style: Style, inner: Inlines) -> Iterator[Inline]:
    """Give styled words; breaks, pictures and the spaces at both ends stand outside the style."""
    power = POWERS.get(words(inner)) if style == "sup" else None
    if power:
        yield Text(power)
        return
    held: list[Inline] = []
    for each in (*inner, None):
        if each is not None and not isinstance(each, Break | Picture):
            held.append(each)
            continue
        yield from _tight(style, tuple(held))
        held = []
        if each is not None:
            yield each


def _tight(style: Style, inner: Inlines) -> Iterator[Inline]:
    said = words(inner)
    if not said.strip():
        yield from inner
        return
    if said[0] == " ":
        yield Text(" ")
    yield Styled(style, trimmed(inner))
    if said[-1] == " ":
        yield Text(" ")


def _link(inner: Inlines, target: str, refused: list[str]) -> Iterator[Inline]:
    address = clean(target).replace("\n", "")
    # A place inside the paper (`#_Toc123`): the post has headings of its own.
    if not SAFE.match(address):
        if not address.startswith("#"):
            refused.append(address)
        yield from inner
        return
    shown = inner if words(inner).strip() else (Text(address),)
    yield Link(address.translate(UNSAFE_IN_ADDRESS), shown)


def _alt(description: str) -> str:
    said = clean(description).replace("\n", " ")
    return "" if MACHINE_ALT.search(said) else said


def joined(inlines: Iterable[Inline]) -> Inlines:
    """Join neighbouring words and neighbours of one style; clean the words."""
    parts: list[Inline] = []
    for each in inlines:
        last = parts[-1] if parts else None
        if isinstance(each, Text) and isinstance(last, Text):
            parts[-1] = Text(last.words + each.words)
        elif isinstance(each, Styled) and isinstance(last, Styled) and each.style == last.style:
            parts[-1] = Styled(each.style, joined((*last.inner, *each.inner)))
        else:
            parts.append(each)
    return tuple(Text(cleaned(each.words)) if isinstance(each, Text) else each for each in parts)


def cleaned(text: str) -> str:
    """Clean words that may begin or end with a space that matters."""
    return clean(f"|{text}|".replace("\n", " "))[1:-1]


def trimmed(inlines: Inlines) -> Inlines:
    """Give the inlines without spaces at both ends."""
    kept = list(inlines)
    while kept and isinstance(first := kept[0], Text):
        if stripped := first.words.lstrip():
            kept[0] = Text(stripped)
            break
        kept.pop(0)
    while kept and isinstance(last := kept[-1], Text):
        if stripped := last.words.rstrip():
            kept[-1] = Text(stripped)
            break
        kept.pop()
    return tuple(kept)
