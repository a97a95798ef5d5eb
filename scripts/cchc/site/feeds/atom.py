"""Atom (RFC 4287), written with the standard library: escaping is its affair, not ours."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from xml.etree import ElementTree as ET

ATOM = "http://www.w3.org/2005/Atom"
# Midnight in Viet Nam.
TIME = "T00:00:00+07:00"


@dataclass(frozen=True, slots=True)
class AtomEntry:
    """One entry; `updated` is a day in Viet Nam."""

    id: str
    title: str
    updated: dt.date
    link: str
    summary: str
    category: str


@dataclass(frozen=True, slots=True)
class AtomFeed:
    """A feed: its own address, the page it speaks of, its entries, the latest first."""

    id: str
    title: str
    updated: dt.date
    author: str
    own: str
    page: str
    entries: tuple[AtomEntry, ...]


def atom(feed: AtomFeed) -> bytes:
    """Give the file's bytes, indented, in UTF-8."""
    ET.register_namespace("", ATOM)
    root = ET.Element(f"{{{ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "vi"})
    _text(root, "id", feed.id)
    _text(root, "title", feed.title)
    _text(root, "updated", f"{feed.updated.isoformat()}{TIME}")
    _text(_child(root, "author"), "name", feed.author)
    _child(root, "link", rel="self", type="application/atom+xml", href=feed.own)
    _child(root, "link", rel="alternate", type="text/html", href=feed.page)
    for each in feed.entries:
        _add(root, each)
    ET.indent(root)
    written: bytes = ET.tostring(root, encoding="utf-8", xml_declaration=True)
    return written + b"\n"


def _add(root: ET.Element, each: AtomEntry) -> None:
    entry = _child(root, "entry")
    _text(entry, "id", each.id)
    _text(entry, "title", each.title)
    _text(entry, "updated", f"{each.updated.isoformat()}{TIME}")
    _child(entry, "link", rel="alternate", type="text/html", href=each.link)
    _child(entry, "category", term=each.category)
    _text(entry, "summary", each.summary)


def _child(parent: ET.Element, name: str, **attributes: str) -> ET.Element:
    return ET.SubElement(parent, f"{{{ATOM}}}{name}", attributes)


def _text(parent: ET.Element, name: str, words: str) -> None:
    _child(parent, name).text = words
