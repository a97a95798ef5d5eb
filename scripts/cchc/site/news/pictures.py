"""The pictures of posts, made ready for pages: small ones for lists, large ones for the post.

What a camera wrote into a picture, the place among it, does not come along. Each is named by its
content and kept in .cache/pictures/, so that a build makes only the new ones.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, warning
from cchc.site.addresses import NEWS

CACHE = Path(".cache/pictures")
FOLDER = f"{NEWS}anh/"
SMALL = (480, 320)
LARGE = (1200, 1200)
QUALITY = 78
# A telephone's camera gives 50 million points; a picture made to choke the reader gives more.
MOST_POINTS = 120_000_000
LETTERS = 12


@dataclass(frozen=True, slots=True)
class Made:
    """A picture of the site: its address, its size in points, its bytes (WebP)."""

    address: str
    width: int
    height: int
    content: bytes


@dataclass(frozen=True, slots=True)
class Prepared:
    """A post's picture as the lists and as its own page show it."""

    small: Made
    large: Made


def prepare(root: Path, paths: Iterable[str]) -> tuple[Mapping[str, Prepared], tuple[Problem, ...]]:
    """Make the pictures ready, by their path below docs/; one that cannot be read is told."""
    ready: dict[str, Prepared] = {}
    problems: list[Problem] = []
    for path in sorted({each for each in paths if each}):
        raw = (root / "docs" / path).read_bytes()
        try:
            ready[path] = Prepared(_kept(root, raw, SMALL, crop=True), _kept(root, raw, LARGE))
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            message = "ảnh không đọc được hoặc quá lớn, trang bỏ qua; lưu lại thành .jpg rồi thay"
            problems.append(warning(f"docs/{path}", 1, message))
    return ready, tuple(problems)


def _kept(root: Path, raw: bytes, size: tuple[int, int], *, crop: bool = False) -> Made:
    """Take a picture from the cache, or make it."""
    recipe = f"{size}{crop}{QUALITY}".encode()
    name = hashlib.sha256(raw + recipe).hexdigest()[:LETTERS]
    file = root / CACHE / f"{name}.webp"
    content = file.read_bytes() if file.is_file() else _made(raw, size, crop=crop)
    with Image.open(io.BytesIO(content)) as picture:
        width, height = picture.size
    write_atomically(file, content)
    return Made(f"{FOLDER}{name}.webp", width, height, content)


def _made(raw: bytes, size: tuple[int, int], *, crop: bool) -> bytes:
    with warnings.catch_warnings():
        # Its own limit is told by a warning; ours refuses.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(raw), formats=("JPEG", "PNG", "WEBP")) as opened:
            if opened.width * opened.height > MOST_POINTS:
                message = f"{opened.width} × {opened.height}"
                raise ValueError(message)
            upright = _on_white(ImageOps.exif_transpose(opened))
    if crop:
        upright = ImageOps.fit(upright, size, Image.Resampling.LANCZOS)
    else:
        upright.thumbnail(size, Image.Resampling.LANCZOS)
    written = io.BytesIO()
    upright.save(written, "WEBP", quality=QUALITY, method=6)
    return written.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    """Give a picture without glass: what is seen through it would turn black."""
    clear = picture.convert("RGBA")
    white = Image.new("RGBA", clear.size, "white")
    return Image.alpha_composite(white, clear).convert("RGB")
