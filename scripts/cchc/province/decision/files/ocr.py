"""Scanned pages: words with their places by tesseract, and the ruled lines in the picture."""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cchc.province.decision.files.image_rules import straightened, tables_in
from cchc.province.decision.files.page_layout import clustered
from cchc.province.decision.files.pages import Box, Cells, Page, Word
from cchc.province.decision.files.tesseract import words_in

if TYPE_CHECKING:
    from PIL.Image import Image

DPI = 300
POINTS = 72
# The longest side of a rendered page: a hostile one may be kilometres wide.
MAX_PIXELS = 6_000
# A region without a darker pixel is paper.
FAINT = 150
# So thick a line is painted over, in points.
STROKE = 4.0
# Tesseract wants some paper around the letters, in pixels.
MARGIN = 20


def read_pages(path: Path, numbers: Sequence[int]) -> Iterator[Page]:
    """Read the pages with these numbers (from 1). Raise what the libraries raise."""
    import pypdfium2  # type: ignore[import-untyped]  # noqa: PLC0415 - only for scans

    with pypdfium2.PdfDocument(path) as pdf:
        for number in numbers:
            page = pdf[number - 1]
            width, height = page.get_size()
            scale = min(DPI / POINTS, MAX_PIXELS / max(width, height))
            picture = straightened(page.render(scale=scale, grayscale=True).to_pil())
            tables = tables_in(picture, scale)
            words = tuple(_words_of(picture, tables, scale))
            yield Page(number, width, height, words, tables)


def _words_of(picture: Image, tables: Sequence[Cells], scale: float) -> Iterator[Word]:
    """Read table columns one by one, then what stands outside: lines never run across columns."""
    clean = _without_lines(picture, tables, scale)
    for cells in tables:
        wide, columns = _strips(cells)
        for place in wide:
            yield from _read(clean, place, scale)
            _paint(clean, place, scale)
        for place in columns:
            yield from _read(clean, place, scale)
        _paint(clean, _around(cells), scale)
    yield from _read(clean, Box(0, 0, picture.width / scale, picture.height / scale), scale)


def _strips(cells: Cells) -> tuple[list[Box], list[Box]]:
    """Give the cells over several columns, and each column from the table's top to its bottom."""
    edges = clustered(side for cell in cells for side in (cell.left, cell.right))
    around = _around(cells)
    columns = [Box(left, around.top, right, around.bottom) for left, right in pairwise(edges)]
    wide = [cell for cell in cells if any(cell.left + 2 < edge < cell.right - 2 for edge in edges)]
    return wide, columns


def _around(cells: Cells) -> Box:
    lefts, tops, rights, bottoms = zip(*cells, strict=True)
    return Box(min(lefts), min(tops), max(rights), max(bottoms))


def _paint(picture: Image, place: Box, scale: float) -> None:
    from PIL import ImageDraw  # noqa: PLC0415 - only for scans

    ImageDraw.Draw(picture).rectangle([round(side * scale) for side in place], fill=255)


def _without_lines(picture: Image, tables: Sequence[Cells], scale: float) -> Image:
    """Paint the ruled lines white: tesseract takes them for letters (l, I, |)."""
    from PIL import ImageDraw  # noqa: PLC0415 - only for scans

    clean = picture.copy()
    draw = ImageDraw.Draw(clean)
    for left, top, right, bottom in (cell for cells in tables for cell in cells):
        # Half the stroke outside: nothing else paints over a table's outer lines.
        half = STROKE / 2
        wider = (left - half, top - half, right + half, bottom + half)
        corners = [round(side * scale) for side in wider]
        draw.rectangle(corners, outline=255, width=max(round(STROKE * scale), 1))
    return clean


def _read(picture: Image, place: Box, scale: float) -> Iterator[Word]:
    """Read one region; the places of its words are the page's, in points."""
    from PIL import ImageOps  # noqa: PLC0415 - only for scans

    left, top, right, bottom = (round(side * scale) for side in place)
    region = picture.crop((left, top, right, bottom))
    if not any(region.histogram()[:FAINT]):
        return
    buffer = io.BytesIO()
    ImageOps.expand(region, MARGIN, 255).save(buffer, "PNG")
    x, y = place.left - MARGIN / scale, place.top - MARGIN / scale
    for text, box in words_in(buffer.getvalue(), round(scale * POINTS)):
        across = (x + box.left / scale, x + box.right / scale)
        down = (y + box.top / scale, y + box.bottom / scale)
        yield Word(text, Box(across[0], down[0], across[1], down[1]))
