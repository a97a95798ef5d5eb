"""Pandoc's tree into the plain model: what a post can hold stays, the rest becomes words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.news.model import (
    Block,
    Blocks,
    Break,
    Bullets,
    Cell,
    Figure,
    Heading,
    Inline,
    Inlines,
    Note,
    Numbered,
    Paragraph,
    Picture,
    Quote,
    Table,
    words,
)  # fmt: skip
from cchc.news.word.labels import label
from cchc.news.word.tree_inlines import Notes, read_inlines, trimmed

DEEPEST = 20


def read_blocks(tree: dict[str, Any]) -> tuple[Blocks, tuple[str, ...]]:
    """Give the blocks of pandoc's JSON tree, the title first, and the links that were refused."""
    refused: list[str] = []
    reader = _Reader(refused)
    meta = tree.get("meta", {})
    heads = (reader.meta(meta[name]) for name in ("title", "subtitle", "abstract") if name in meta)
    title = [Heading(1, inner) for inner in heads if words(inner).strip()][:1]
    return (*title, *reader.blocks(tree.get("blocks", []))), tuple(refused)


class _Reader:
    """Walks the tree; links that are not safe are put down in `refused`."""

    def __init__(self, refused: list[str]) -> None:
        self._refused = refused
        self._depth = 0

    def meta(self, value: dict[str, Any]) -> Inlines:
        """Give the inlines of a piece of metadata."""
        if value["t"] == "MetaInlines":
            return self._inlines(value["c"])
        return tuple(
            each for block in value["c"] if isinstance(block, dict) and block["t"] in _PARAGRAPHS
            for each in self._inlines(block["c"])
        )  # fmt: skip

    def blocks(self, nodes: list[dict[str, Any]]) -> Blocks:
        """Give the blocks of a list of nodes; nested deeper than anybody writes: nothing."""
        self._depth += 1
        try:
            if self._depth > DEEPEST:
                return ()
            return tuple(block for node in nodes for block in self._block(node))
        finally:
            self._depth -= 1

    def _block(self, node: dict[str, Any]) -> Iterator[Block]:
        kind: str = node["t"]
        content: Any = node.get("c")
        if kind in _PARAGRAPHS:
            yield from _paragraphs(self._inlines(content))
        elif kind == "Header":
            yield from _heading(content[0], self._inlines(content[2]))
        elif kind == "BulletList":
            yield Bullets(tuple(self.blocks(item) for item in content))
        elif kind == "OrderedList":
            yield self._numbered(content)
        elif kind == "BlockQuote":
            yield Quote(self.blocks(content))
        elif kind == "Figure":
            yield from self._figure(content)
        elif kind == "Table":
            yield self._table(content)
        else:
            yield from self._other(kind, content)

    def _other(self, kind: str, content: Any) -> Iterator[Block]:  # noqa: ANN401 - pandoc's JSON
        if kind == "Div":
            yield from self.blocks(content[1])
        elif kind == "LineBlock":
            for line in content:
                yield from _paragraphs(self._inlines(line))
        elif kind == "CodeBlock":
            for line in content[1].split("\n"):
                yield from _paragraphs(self._inlines([{"t": "Str", "c": line}]))
        elif kind == "DefinitionList":
            for term, meanings in content:
                yield from _paragraphs(self._inlines(term))
                yield from (block for meaning in meanings for block in self.blocks(meaning))

    def _numbered(self, content: Any) -> Numbered:  # noqa: ANN401 - pandoc's JSON
        (start, style, ending), items = content
        plain = style["t"] in {"Decimal", "DefaultStyle"}
        labels = tuple(label(start + i, style["t"], ending["t"]) for i in range(len(items)))
        return Numbered(start, plain, labels, tuple(self.blocks(item) for item in items))

    def _figure(self, content: Any) -> Iterator[Block]:  # noqa: ANN401 - pandoc's JSON
        _, (_, caption), blocks = content
        said = _joined(self.blocks(caption))
        inside = self.blocks(blocks)
        figures = [each for each in inside if isinstance(each, Figure)]
        for each in inside:
            last = bool(figures) and each is figures[-1]
            yield Figure(each.picture, said) if isinstance(each, Figure) and last else each
        if said and not figures:
            yield Paragraph(said)

    def _table(self, content: Any) -> Table:  # noqa: ANN401 - pandoc's JSON
        _, (_, caption), _, (_, heads), bodies, (_, foots) = content
        inner = [row for _, _, first, rest in bodies for row in (*first, *rest)]
        rows = tuple(self._row(cells) for _, cells in (*heads, *inner, *foots))
        return Table(len(heads), rows, _joined(self.blocks(caption)))

    def _row(self, cells: list[Any]) -> tuple[Cell, ...]:
        return tuple(
            Cell(self.blocks(blocks), down, across) for _, _, down, across, blocks in cells
        )

    def _inlines(self, nodes: list[dict[str, Any]]) -> Inlines:
        notes: Notes = self.blocks
        return read_inlines(nodes, notes, self._refused)


_PARAGRAPHS = frozenset({"Para", "Plain"})


def _paragraphs(inlines: Inlines) -> Iterator[Block]:
    """Make paragraphs of a paragraph with line breaks, and figures of the pictures in it."""
    line: list[Inline] = []
    pictures: list[Picture] = []
    for each in (*inlines, None):
        if isinstance(each, Picture):
            pictures.append(each)
        elif each is None or isinstance(each, Break):
            if words(line).strip() or any(isinstance(part, Note) for part in line):
                yield Paragraph(trimmed(tuple(line)))
            yield from (Figure(picture, ()) for picture in pictures)
            line, pictures = [], []
        else:
            line.append(each)


def _heading(level: int, inlines: Inlines) -> Iterator[Block]:
    for block in _paragraphs(inlines):
        yield Heading(level, block.inner) if isinstance(block, Paragraph) else block


def _joined(blocks: Blocks) -> Inlines:
    return tuple(
        each for block in blocks if isinstance(block, Paragraph | Heading) for each in block.inner
    )
