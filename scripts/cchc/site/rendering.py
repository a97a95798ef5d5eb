"""Templates to HTML blocks; HTML blocks and headings to pages.

A page is plain Markdown: any engine that knows CommonMark can show it. Everything from data goes
through a template with automatic escaping; an HTML block has no empty line, which would end it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from html import escape as escape_html
from pathlib import Path
from typing import TypeAlias

import jinja2

from cchc.base.clock import show_date
from cchc.site import addresses, wording
from cchc.site.addresses import source

ROOM = Path(__file__).parent
TEMPLATES = ROOM / "templates"
THEME = ROOM / "theme"
# What Markdown could read as markup in a heading.
SPECIAL = re.compile(r"([\\`*_{}\[\]()#+.!>-])")
MANY_LETTERS = 80
ITEM = re.compile(r"^[-–+•*]\s+")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading with its anchor; the law's term, if another, stands small beside it.

    `element` is the name a conformity checker finds it by.
    """

    level: int
    words: str
    anchor: str
    term: str = ""
    element: str = ""

    @property
    def markdown(self) -> str:
        """The heading as Markdown; the table of contents keeps the plain words only."""
        label = f' data-toc-label="{escape_html(self.words)}"' if self.term else ""
        kind = " .long" if self.long else ""
        element = f" data-element={self.element}" if self.element else ""
        marks = f"{{#{self.anchor}{kind}{label}{element}}}"
        return f"{'#' * self.level} {escape(self.words)}{self._beside} {marks}"

    @property
    def html(self) -> str:
        """The heading as Markdown's engine makes it."""
        words = escape_html(self.words, quote=False)
        kind = ' class="long"' if self.long else ""
        element = f' data-element="{self.element}"' if self.element else ""
        marks = f'{kind} id="{self.anchor}"{element}'
        return f"<h{self.level}{marks}>{words}{self._beside}</h{self.level}>"

    @property
    def long(self) -> bool:
        """Whether it would fill a telephone's screen: some procedures have names like sentences."""
        return len(self.words) > MANY_LETTERS

    @property
    def _beside(self) -> str:
        return f' <small class="term">{escape_html(self.term)}</small>' if self.term else ""


# A page's parts: headings, and HTML blocks as text.
Part: TypeAlias = Heading | str


@dataclass(frozen=True, slots=True)
class PageText:
    """A generated page: address below the root, title, its parts, what search should know."""

    address: str
    title: str
    parts: tuple[Part, ...]
    description: str = ""
    keywords: tuple[str, ...] = ()
    # Whether search shows the page itself: a procedure has a fuller row of its own.
    listed: bool = True
    # Whether a list is a result of its own: a choice among many only repeats what it lists.
    searched: bool = True
    # The address of a feed of its own, where it has one.
    feed: str = ""
    # Browser scripts of its own, by their path below the root.
    scripts: tuple[str, ...] = ()
    # A template of the theme's of its own, where the page has not the site's frame.
    template: str = ""

    @property
    def source(self) -> str:
        """The Markdown file's path below docs/."""
        return source(self.address)

    @property
    def meta(self) -> dict[str, object]:
        """What stands in the page's head; a list is its own table of contents."""
        hide = ["toc"] if self.listed else []
        head = {
            "title": self.title,
            "description": self.description,
            "hide": hide,
            "feed": self.feed,
            "scripts": list(self.scripts),
            "template": self.template,
        }
        return {key: value for key, value in head.items() if value}

    @property
    def text(self) -> str:
        """The whole Markdown file, with its head."""
        # JSON is YAML too, and quotes whatever a title may hold.
        head = [
            f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.meta.items()
        ]
        body = (part if isinstance(part, str) else part.markdown for part in self.parts)
        return "\n".join(["---", *head, "---", "", "\n\n".join(filter(None, body)), ""])

    @property
    def html(self) -> str:
        """What a Markdown engine makes of the text, without asking one."""
        parts = (part if isinstance(part, str) else part.html for part in self.parts)
        return "\n".join(filter(None, parts))

    @property
    def headings(self) -> tuple[Heading, ...]:
        """The headings in their order."""
        return tuple(part for part in self.parts if isinstance(part, Heading))


@cache
def environment() -> jinja2.Environment:
    """Make the one environment of this room's own templates."""
    made = jinja2.Environment(
        autoescape=True,
        loader=jinja2.FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    made.filters.update(date=show_date, host=addresses.host, lines=lines, short=wording.short)
    made.globals.update(w=wording, link=addresses.relative, web=addresses.is_web)
    return made


def render(template: str, **data: object) -> str:
    """Give a template's HTML as one block: no empty lines, no indentation."""
    html = environment().get_template(template).render(data)
    return "\n".join(line.strip() for line in html.splitlines() if line.strip())


def lines(text: str) -> list[tuple[bool, str]]:
    """Part a text of the data into its lines: whether it is an item of a list, and its words."""
    kept = (line.strip() for line in text.split("\n"))
    return [(bool(ITEM.match(line)), ITEM.sub("", line)) for line in kept if line]


def escape(text: str) -> str:
    """Give a text that Markdown shows as it is, on one line."""
    plain = " ".join(text.split())
    # Not every engine knows a backslash before these two.
    return SPECIAL.sub(r"\\\1", plain).replace("&", "&amp;").replace("<", "&lt;")
