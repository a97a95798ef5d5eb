"""What every chart is drawn on: a card with its title, a cursor that goes down, the two looks.

A chart is as wide as a telephone, so that its letters are as large there as the page's. The looks
are attributes, which any program reads, and a style for dark screens over them. What differs,
differs by shape, word and number; colour comes on top.
"""

from __future__ import annotations

import re

import drawsvg

from cchc.site.charts.words import broken

# All lengths are in the unit of the drawing; on a telephone it is a pixel.
WIDTH = 360
EDGE = 14
INNER = WIDTH - 2 * EDGE
SMALL, TEXT, TITLE = 13.5, 14.5, 16
LEADING = 1.4
PLAIN, BOLD = 400, 600
# How much wider bold letters are.
BOLDER = 1.13
FONT = "'Be Vietnam Pro', 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
SAMPLE = "Số liệu mẫu để thử, không có thật"
UNKNOWN = "chưa có số liệu"

CARD, LINE, INK, SOFT, MAIN, TINT = "#fff", "#b9adc4", "#261c33", "#5a4f68", "#4a2570", "#f4eefa"
DARK = (
    "@media (prefers-color-scheme:dark){"
    ".card{fill:#211a2b;stroke:#5c4f6d}.ink{fill:#f0eaf5}.soft{fill:#c6bcd2}"
    ".main{fill:#c3a3ef}.rule{stroke:#7d6f8f}.path{stroke:#c3a3ef}.tint{fill:#3a2c4d}"
    ".halo{stroke:#211a2b}.mark{stroke:#f0eaf5}}"
)
SIZE = re.compile(rb'<svg[^>]*? width="(\d+)" height="(\d+)"')


class _Description(drawsvg.elements.Title):  # type: ignore[misc] # the library has no types
    TAG_NAME = "desc"


class Paper:
    """A chart being drawn; `down` is how far the cursor has come."""

    def __init__(self, title: str, description: str, *, mark_sample: bool) -> None:
        """Begin with the title, and with what is said of trial figures."""
        self.title, self.description = title, description
        self.down: float = EDGE
        self._drawn: list[drawsvg.DrawingElement] = []
        self.write(title, TITLE, weight=BOLD)
        if mark_sample:
            self._sample()

    def _sample(self) -> None:
        top = self.down + 4
        self.rectangle(EDGE, top, INNER, 26, "tint mark", fill=TINT, stroke=INK,
                       stroke_dasharray="4 3")  # fmt: skip
        self.text(SAMPLE, SMALL, WIDTH / 2, top + 17, anchor="middle", weight=BOLD)
        self.down = top + 32

    def write(
        self, text: str, size: float, *, soft: bool = False, weight: int = PLAIN, left: float = EDGE
    ) -> None:
        """Write a text in lines under what is there."""
        wide = size * BOLDER if weight == BOLD else size
        for line in broken(text, wide, WIDTH - EDGE - left):
            self.text(line, size, left, self.down + size, soft=soft, weight=weight)
            self.down += size * LEADING

    def text(  # noqa: PLR0913 - where, how large, how heavy: a text's own attributes
        self,
        text: str,
        size: float,
        x: float,
        y: float,
        *,
        anchor: str = "start",
        soft: bool = False,
        weight: int = PLAIN,
        halo: bool = False,
    ) -> None:
        """Write a line with its foot at `y`; a halo keeps it readable over lines."""
        ring = {"stroke": CARD, "stroke_width": 4, "stroke_linejoin": "round"} if halo else {}
        if ring:
            self._add(drawsvg.Text(text, size, _round(x), _round(y), text_anchor=anchor,
                                   font_weight=weight, fill=CARD, class_="halo card",
                                   aria_hidden="true", **ring))  # fmt: skip
        self._add(drawsvg.Text(text, size, _round(x), _round(y), text_anchor=anchor,
                               font_weight=weight, fill=SOFT if soft else INK,
                               class_="soft" if soft else "ink"))  # fmt: skip

    def rectangle(
        self, x: float, y: float, wide: float, high: float, look: str, **attributes: object
    ) -> None:
        """Draw a rectangle."""
        places = map(_round, (x, y, wide, high))
        self._add(drawsvg.Rectangle(*places, class_=look, **attributes))

    def line(self, points: list[tuple[float, float]], look: str, **attributes: object) -> None:
        """Draw a line from point to point."""
        flat = [_round(each) for point in points for each in point]
        self._add(drawsvg.Lines(*flat, fill="none", class_=look, **attributes))

    def dot(self, x: float, y: float) -> None:
        """Draw the place of a value."""
        self._add(drawsvg.Circle(_round(x), _round(y), 4.5, fill=MAIN, class_="main"))

    def _add(self, element: drawsvg.DrawingElement) -> None:
        self._drawn.append(element)

    def svg(self) -> bytes:
        """Give the file's bytes."""
        high = round(self.down + EDGE)
        made = drawsvg.Drawing(WIDTH, high, role="img", font_family=FONT)
        made.append_css(DARK)
        made.append_title(self.title)
        made.append(_Description(self.description))
        made.append(drawsvg.Rectangle(0.5, 0.5, WIDTH - 1, high - 1, rx=6, fill=CARD, stroke=LINE,
                                      class_="card"))  # fmt: skip
        for each in self._drawn:
            made.append(each)
        return str(made.as_svg()).encode()


def _round(value: float) -> float:
    """Keep a tenth: finer places make a larger file and no other picture."""
    return round(value, 1)


def size(svg: bytes) -> tuple[int, int]:
    """Give a chart's width and height, for the page to keep its place."""
    found = SIZE.search(svg)
    if found is None:
        message = "no chart of this room"
        raise ValueError(message)
    return int(found[1]), int(found[2])
