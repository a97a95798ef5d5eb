"""The ruled lines of a scanned table, found in the picture of the page."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from typing import TYPE_CHECKING, Any, TypeAlias

from cchc.province.decision.files.pages import Box, Cells

if TYPE_CHECKING:
    from PIL.Image import Image

Edge: TypeAlias = dict[str, Any]

# Darker than this is ink; scans are never quite black or white.
INK = 140
# A line is at least as long as a narrow cell is wide, or a row high, in points; letters are not.
SHORTEST_ACROSS = 22
SHORTEST_DOWN = 13
# A scan is a little askew: ink within so many pixels above or below counts as the same line.
ASKEW = 5
# The widest a scan is tried to be turned, in tenths of a degree.
MOST_TURNED = 15
SMALL = 900


def tables_in(picture: Image, scale: float) -> tuple[Cells, ...]:
    """Give the cells of each ruled table, in points; `scale` is pixels per point."""
    from pdfplumber.table import (  # noqa: PLC0415 - only where a page is a picture
        cells_to_tables,
        edges_to_intersections,
        intersections_to_cells,
        merge_edges,
    )

    edges = [*_edges(picture, scale, upright=False), *_edges(picture, scale, upright=True)]
    tolerance = 4.0
    merged = merge_edges(edges, tolerance, tolerance, 2 * tolerance, 2 * tolerance)
    crossings = edges_to_intersections(merged, tolerance, tolerance)
    tables = cells_to_tables(intersections_to_cells(crossings))
    return tuple(tuple(Box(*cell) for cell in cells) for cells in tables)


def straightened(picture: Image) -> Image:
    """Turn a scan so that its lines lie level: the turn whose rows differ most in ink."""
    from PIL import Image  # noqa: PLC0415 - as above

    grey = picture.convert("L")
    small = grey.resize((SMALL, max(round(grey.height * SMALL / grey.width), 1)))
    tenths = max(range(-MOST_TURNED, MOST_TURNED + 1), key=lambda turn: _levelness(small, turn))
    if not tenths:
        return grey
    return grey.rotate(tenths / 10, Image.Resampling.BICUBIC, fillcolor=255)


def _levelness(picture: Image, tenths: int) -> int:
    from PIL import Image  # noqa: PLC0415 - as above

    turned = picture.rotate(tenths / 10, Image.Resampling.BILINEAR, fillcolor=255)
    rows = turned.resize((1, turned.height), Image.Resampling.BOX).tobytes()
    return sum((one - two) ** 2 for one, two in pairwise(rows))


def _edges(picture: Image, scale: float, *, upright: bool) -> Iterable[Edge]:
    """Find the lines of one direction: long runs of ink, those side by side as one."""
    from PIL import Image, ImageFilter  # noqa: PLC0415 - as above

    turned = picture.transpose(Image.Transpose.TRANSPOSE) if upright else picture
    # Smeared across the line, a line a little askew is one long run again.
    smeared = turned.convert("L").filter(ImageFilter.MinFilter(ASKEW))
    ink = smeared.point(lambda value: 1 if value < INK else 0)
    width, data = ink.width, ink.tobytes()
    shortest = int((SHORTEST_DOWN if upright else SHORTEST_ACROSS) * scale)
    run = re.compile(rb"\x01{%d,}" % shortest)
    for row in range(0, ink.height, 2):
        for found in run.finditer(data, row * width, (row + 1) * width):
            start, end = (place - row * width for place in found.span())
            yield _edge(start / scale, end / scale, row / scale, upright=upright)


def _edge(start: float, end: float, across: float, *, upright: bool) -> Edge:
    along = {"x0": start, "x1": end, "width": end - start, "top": across, "bottom": across}
    down = {"top": start, "bottom": end, "height": end - start, "x0": across, "x1": across}
    both = {"object_type": "line", "orientation": "v" if upright else "h"}
    return both | (down if upright else along)
