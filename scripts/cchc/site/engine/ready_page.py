"""A page that is HTML already: MkDocs need not parse 400 procedures twice to get what went in."""

from __future__ import annotations

import re

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page
from mkdocs.structure.toc import AnchorLink, TableOfContents

from cchc.site.rendering import Heading, PageText

ID = re.compile(r'\sid="([^"]+)"')


class ReadyPage(Page):
    """A generated page; what `render` sets equals what Markdown would make of the same text."""

    def __init__(self, ready: PageText, file: File, config: MkDocsConfig) -> None:
        """Take the page's text and become the page of its file."""
        super().__init__(None, file, config)
        self.ready = ready

    def read_source(self, config: MkDocsConfig) -> None:
        """Take head and text from the generated page."""
        del config
        self.meta = dict(self.ready.meta)
        self.markdown = self.ready.text

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take the HTML, the table of contents and the anchors from the generated page."""
        del config, files
        self.content = self.ready.html
        self.toc = contents(self.ready.headings)
        self.present_anchor_ids = set(ID.findall(self.content))
        self.links_to_anchors = {}


def contents(headings: tuple[Heading, ...]) -> TableOfContents:
    """Make the table of contents: each heading below the nearest one of a higher rank."""
    top: list[AnchorLink] = []
    open_ones: list[AnchorLink] = []
    for heading in headings:
        link = AnchorLink(heading.words, heading.anchor, heading.level)
        while open_ones and open_ones[-1].level >= heading.level:
            open_ones.pop()
        (open_ones[-1].children if open_ones else top).append(link)
        open_ones.append(link)
    return TableOfContents(top)
