"""What the search in the browser knows: one short row a page (search/rows.json).

The keys and their meaning are those of scripts/web/rows.js. The file is loaded when the search box
gets the focus, on a slow telephone too: papers and sentences are cut short.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from html.parser import HTMLParser

from cchc.site import wording
from cchc.site.portal import Entry

FILE = "search/rows.json"
VERSION = 1
PROCEDURE, LIFE, NEWS, PAGE = "p", "e", "n", "t"
ENDED = "đã bãi bỏ"
PAPER_LETTERS = 60
PAPERS_LETTERS = 160
SUMMARY_LETTERS = 80


@dataclass(frozen=True, slots=True)
class Row:
    """A page as search sees it; empty texts where a kind of page has no such thing."""

    address: str
    kind: str
    title: str
    code: str = ""
    field: str = ""
    words: str = ""
    papers: str = ""
    summary: str = ""


def procedure_row(entry: Entry, marks: Iterable[str] = ()) -> Row:
    """Make the row of a procedure; what is new or coming (`marks`) stands before its summary."""
    procedure = entry.procedure
    said = (*(f"{mark}." for mark in marks), wording.short(procedure.summary, SUMMARY_LETTERS))
    return Row(
        address=entry.address,
        kind=PROCEDURE,
        title=entry.title,
        code=procedure.code,
        field=entry.field.name if procedure.field_of_service else "",
        words="; ".join(dict.fromkeys((*procedure.plain_names, *procedure.keywords))),
        papers=papers(paper.name for case in procedure.cases for paper in case.papers),
        summary=" ".join(filter(None, said)),
    )


def ended_row(entry: Entry) -> Row:
    """Make the row of an abolished procedure: found by code or name, after those in force."""
    return Row(
        address=entry.address,
        kind=PAGE,
        title=f"{entry.title} ({ENDED})",
        code=entry.procedure.code,
        field=entry.field.name if entry.procedure.field_of_service else "",
        summary=f"Thủ tục này {ENDED}, không còn áp dụng.",
    )


def papers(names: Iterable[str]) -> str:
    """Join the names of papers, each cut short, each once, as many as fit."""
    kept: list[str] = []
    for name in dict.fromkeys(wording.short(each, PAPER_LETTERS).rstrip("…") for each in names):
        if len("; ".join((*kept, name))) > PAPERS_LETTERS:
            break
        kept.append(name)
    return "; ".join(kept)


def text_row(address: str, kind: str, title: str, html: str, words: Iterable[str] = ()) -> Row:
    """Make the row of a post or another page out of its HTML."""
    summary = wording.short(plain_text(html).removeprefix(title).strip(), SUMMARY_LETTERS)
    return Row(address, kind, title, words="; ".join(words), summary=summary)


def rows_json(rows: Iterable[Row]) -> str:
    """Give the file's text: rows in the order of addresses, the same bytes for the same rows."""
    ordered = sorted(rows, key=lambda row: (row.kind != PROCEDURE, row.address))
    data = {"v": VERSION, "rows": [_keys(row) for row in ordered]}
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")) + "\n"


def _keys(row: Row) -> dict[str, str]:
    return {
        "u": row.address,
        "k": row.kind,
        "c": row.code,
        "t": row.title,
        "f": row.field,
        "w": row.words,
        "g": row.papers,
        "s": row.summary,
    }


class _Words(HTMLParser):
    """Collect the words a reader sees: no scripts, no drawings."""

    silent = frozenset({"script", "style", "svg", "template", "form"})

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        del attrs
        self.hidden += tag in self.silent

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in self.silent

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.found.append(data)


def plain_text(html: str) -> str:
    """Give the words of an HTML text on one line."""
    words = _Words()
    words.feed(html)
    words.close()
    return " ".join(" ".join(words.found).split())
