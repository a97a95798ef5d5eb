"""Markdown of a post → blocks to read: no pictures, no footnotes, tables as sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import lxml.html
import markdown
from lxml.html import HtmlElement

from cchc.base.text import one_line
from cchc.news.broadcast.piece import Block
from cchc.news.broadcast.tables import table_sentences

# Those of mkdocs.yml that change what a text says; ids and classes are nobody's to read.
EXTENSIONS = ("abbr", "admonition", "attr_list", "footnotes", "tables")
HEADINGS = frozenset({"h2", "h3", "h4", "h5", "h6"})
# What is shown and not read, with its name for the announcer.
SHOWN = {"img": "ảnh", "svg": "ảnh", "video": "phim", "iframe": "khung nhúng", "audio": "âm thanh",
         "pre": "khối mã"}  # fmt: skip
SILENT = frozenset({"script", "style", "hr", "button", "figcaption", *SHOWN})
# What holds other blocks.
HOLDERS = frozenset(
    {"div", "section", "article", "blockquote", "details", "figure", "center", "main", "li", "td"}
)
LISTS = frozenset({"ul", "ol"})


def blocks_of(text: str) -> tuple[tuple[Block, ...], dict[str, int]]:
    """Give the blocks of a post's Markdown in their order, and what was left out, by its name."""
    html = markdown.markdown(text, extensions=list(EXTENSIONS))
    whole = lxml.html.fragment_fromstring(html, create_parent="div")
    left_out: Counter[str] = Counter()
    _take_out(whole, left_out)
    return tuple(each for each in _blocks(whole) if each.text), dict(left_out)


def _take_out(whole: HtmlElement, left_out: Counter[str]) -> None:
    """Drop footnotes and what is only shown, and count them."""
    for notes in whole.find_class("footnote"):
        if notes.tag == "div":
            left_out["chú thích cuối trang"] += len(notes.findall(".//li"))
            notes.drop_tree()
    for mark in [*whole.iter("sup")]:
        if mark.find_class("footnote-ref"):
            mark.drop_tree()
    for each in [*whole.iter(*SILENT)]:
        if each.getparent() is not None:
            if each.tag in SHOWN:
                left_out[SHOWN[each.tag]] += 1
            each.drop_tree()


def _blocks(holder: HtmlElement) -> Iterator[Block]:
    yield from _loose(holder.text)
    for child in holder:
        if isinstance(child.tag, str):
            yield from _of(child)
        yield from _loose(child.tail)


def _loose(text: str | None) -> Iterator[Block]:
    if text and text.strip():
        yield Block(one_line(text))


def _of(element: HtmlElement) -> Iterator[Block]:
    if element.tag in HEADINGS:
        yield Block(_text(element), heading=True)
    elif element.tag == "table":
        yield from (Block(each) for each in table_sentences(element))
    elif element.tag in LISTS:
        yield from _items(element)
    elif element.tag in HOLDERS:
        yield from _blocks(element)
    elif element.tag != "h1":
        yield Block(_text(element))


def _items(every: HtmlElement) -> Iterator[Block]:
    """Read items one by one; those of a numbered list with their place in it."""
    start = int(every.get("start") or 1) if (every.get("start") or "1").isdecimal() else 1
    for place, item in enumerate(every.findall("li"), start):
        inner = [child for child in item if child.tag in {*LISTS, "table"}]
        tails = [one_line(child.tail or "") for child in inner]
        for child in inner:
            item.remove(child)
        own = " ".join(filter(None, (_text(item), *tails)))
        if own:
            yield Block(f"Thứ {place}: {own}" if every.tag == "ol" else own)
        for child in inner:
            yield from _of(child)


def _text(element: HtmlElement) -> str:
    """Give an element's words in one line; a line break of its own stays one."""
    return "\n".join(filter(None, map(one_line, _broken(element))))


def _broken(element: HtmlElement) -> list[str]:
    """Part the words at `<br>`; a line end of the source is only a space."""
    parts = [""]
    for event, each in _walk(element):
        if event == "br":
            parts.append("")
        parts[-1] += each
    return parts


def _walk(element: HtmlElement) -> Iterator[tuple[str, str]]:
    yield "", element.text or ""
    for child in element:
        if isinstance(child.tag, str):
            if child.tag == "br":
                yield "br", ""
            yield from _walk(child)
        yield "", child.tail or ""
