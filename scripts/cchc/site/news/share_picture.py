"""The picture of a post where it is shared (Open Graph): its title in the ward's look.

Drawn at build with the site's own font: the very files the pages load, each letter from the file
that a browser would take it from.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from cchc.site.engine.web_parts import FONTS

WIDTH, HEIGHT = 1200, 630
EDGE, BAND = 80, 470
PURPLE, DEEP, GOLD, BRIGHT, PAPER, INK = (
    "#4a2570", "#371a55", "#d9a32b", "#f0c14b", "#fdfaf4", "#4a2570",
)  # fmt: skip
# The largest letters in which a title fits: size, lines.
SIZES = ((68, 3), (58, 4), (48, 5), (40, 6))
SMALL = 32
COLOURS = 32
FACE = re.compile(r"@font-face \{(?P<rules>.*?)\}", re.DOTALL)
FILE = re.compile(r'url\("(?P<file>fonts/[^"?]+)')
RANGES = re.compile(r"unicode-range: (?P<ranges>[^;]+);")
BOLD = re.compile(r"font-weight: 600 700;")
LETTERS = re.compile(r"U\+([0-9A-F]+)(?:-([0-9A-F]+))?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Face:
    """A font file and the letters (first and last code point) that it is for."""

    file: Path
    letters: tuple[tuple[int, int], ...]

    def has(self, letter: str) -> bool:
        """Tell whether a letter is taken from this file."""
        return any(first <= ord(letter) <= last for first, last in self.letters)


@dataclass(frozen=True, slots=True)
class Card:
    """What the picture says: title, what stands above it, whose it is, the site's name."""

    title: str
    above: str
    agency: str
    site: str


def faces(parts: Mapping[str, Path]) -> tuple[Face, ...]:
    """Find the bold letters among the browser parts; none where they have not been built."""
    if FONTS not in parts:
        return ()
    sheet = parts[FONTS].read_text(encoding="utf-8")
    return tuple(_faces(sheet, parts))


def _faces(sheet: str, parts: Mapping[str, Path]) -> Iterator[Face]:
    for found in FACE.finditer(sheet):
        rules = found["rules"]
        file, ranges = FILE.search(rules), RANGES.search(rules)
        if not (file and ranges and BOLD.search(rules)):
            continue
        path = parts.get(f"{FONTS.rpartition('/')[0]}/{file['file']}")
        pairs = ((first, last or first) for first, last in LETTERS.findall(ranges["ranges"]))
        if path:
            yield Face(path, tuple((int(first, 16), int(last, 16)) for first, last in pairs))


class Pen:
    """Letters of one size, each from the face that has it."""

    def __init__(self, every: tuple[Face, ...], size: int) -> None:
        """Open the faces in this size."""
        self.size = size
        self.fonts = [(face, ImageFont.truetype(face.file, size)) for face in every]

    def runs(self, text: str) -> Iterator[tuple[str, ImageFont.FreeTypeFont]]:
        """Part a text where the face changes; a letter that none has is the last one's affair."""
        for number, letters in groupby(text, self._face):
            yield "".join(letters), self.fonts[number][1]

    def _face(self, letter: str) -> int:
        having = (n for n, (face, _) in enumerate(self.fonts) if face.has(letter))
        return next(having, len(self.fonts) - 1)

    def width(self, text: str) -> float:
        """Give how wide a text is, in points of the picture."""
        return sum(font.getlength(run) for run, font in self.runs(text))

    def lines(self, text: str, most: float) -> list[str]:
        """Break a text between words into lines of at most so many points."""
        broken = [""]
        for word in text.split():
            longer = f"{broken[-1]} {word}".strip()
            if self.width(longer) <= most:
                broken[-1] = longer
            else:
                broken.append(word)
        return [line for line in broken if line]

    def cut(self, line: str, most: float) -> str:
        """End a line with …, without as many of its words as that takes."""
        words = line.split()
        while len(words) > 1 and self.width(f"{' '.join(words)}…") > most:
            words.pop()
        return f"{' '.join(words)}…"

    def write(self, on: ImageDraw.ImageDraw, at: tuple[float, float], text: str, ink: str) -> None:
        """Write one line; `at` is the left end of its base line."""
        left, base = at
        for run, font in self.runs(text):
            on.text((left, base), run, fill=ink, font=font, anchor="ls")
            left += font.getlength(run)


def draw(card: Card, every: tuple[Face, ...]) -> bytes:
    """Draw the picture as PNG; `every` are the faces, at least one."""
    picture = Image.new("RGB", (WIDTH, HEIGHT), PURPLE)
    on = ImageDraw.Draw(picture)
    on.rectangle((0, BAND, WIDTH, HEIGHT), fill=PAPER)
    on.rectangle((0, BAND, WIDTH, BAND + 9), fill=GOLD)
    _mark(on, EDGE, BAND + 45)
    small = Pen(every, SMALL)
    small.write(on, (EDGE, EDGE + 20), card.above, BRIGHT)
    small.write(on, (EDGE + 110, BAND + 78), card.agency, INK)
    small.write(on, (EDGE + 110, BAND + 122), card.site, INK)
    _title(on, card.title, every)
    written = io.BytesIO()
    picture.quantize(COLOURS, dither=Image.Dither.NONE).save(written, "PNG", optimize=True)
    return written.getvalue()


def _title(on: ImageDraw.ImageDraw, title: str, every: tuple[Face, ...]) -> None:
    for size, most in SIZES:
        pen = Pen(every, size)
        lines = pen.lines(title, WIDTH - 2 * EDGE)
        if len(lines) <= most:
            break
    else:
        lines = [*lines[: most - 1], pen.cut(lines[most - 1], WIDTH - 2 * EDGE)]
    # Letters with two marks need room above them.
    step = size * 1.32
    first = (EDGE + 50 + BAND) / 2 - step * len(lines) / 2 + size
    for number, line in enumerate(lines):
        pen.write(on, (EDGE, first + step * number), line, "white")


def _mark(on: ImageDraw.ImageDraw, left: int, top: int) -> None:
    """Draw the site's mark (assets/cchc/mark.svg), 80 points wide: three spans over water."""
    on.rounded_rectangle((left, top, left + 80, top + 80), 18, fill=DEEP)
    for span in range(3):
        x = left + 12 + span * 19
        on.arc((x, top + 36, x + 19, top + 62), 180, 360, fill=BRIGHT, width=5)
    on.line((left + 10, top + 50, left + 70, top + 50), fill=BRIGHT, width=5)
    for wave in range(4):
        start = left + 15 + wave * 12.5
        turn = (0, 180) if wave % 2 else (180, 360)
        on.arc((start, top + 57, start + 14, top + 67), *turn, fill="#d5cfe0", width=4)
