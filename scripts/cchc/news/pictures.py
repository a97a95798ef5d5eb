"""Pictures made fit for a page: upright, at most 1600 px, and no word of where they were taken."""

from __future__ import annotations

import io
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps, UnidentifiedImageError

WIDEST = 1600
# A telephone's picture has 12 to 50 million pixels; one of more is a trap or a poster's print file.
MOST_PIXELS = 80_000_000
# Lines and dots drawn for ornament.
SMALLEST = 16
QUALITY = 82
FEW_COLOURS = 256
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP")
DRAWINGS = (b"\xd7\xcd\xc6\x9a", b"\x01\x00\x00\x00")

TOO_MANY = (
    "ảnh quá lớn ({width}×{height} điểm); thu nhỏ còn khoảng 1600 điểm chiều ngang rồi chèn lại"
)
DRAWN = "hình vẽ dạng WMF/EMF; chụp màn hình hình ấy, lưu PNG rồi chèn lại"
UNREADABLE = (
    "ảnh hỏng hoặc dạng không nhận (chỉ nhận JPEG, PNG, GIF, BMP, TIFF, WebP); chèn lại ảnh"
)


class PictureRefusedError(ValueError):
    """The bytes are no picture that a page can show; the message says why, in Vietnamese."""


@dataclass(frozen=True, slots=True)
class Made:
    """A picture for the page: bytes, `.jpg` or `.png`, size in pixels."""

    raw: bytes
    suffix: str
    width: int
    height: int


def make_picture(raw: bytes) -> Made | None:
    """Make a picture for the page; None for an ornament of a few pixels.

    A photograph becomes JPEG, a drawing of few colours PNG; both without EXIF, GPS and names.
    Raise `PictureRefusedError` where it cannot be shown.
    """
    try:
        with warnings.catch_warnings():
            # Pillow warns of what is looked at here before anything is unpacked.
            warnings.simplefilter("ignore")
            with Image.open(io.BytesIO(raw), formats=FORMATS) as opened:
                return _made(opened)
    except UnidentifiedImageError:
        drawn = raw.startswith(DRAWINGS)
        raise PictureRefusedError(DRAWN if drawn else UNREADABLE) from None
    except Image.DecompressionBombError:
        message = "ảnh quá lớn khi mở ra; thu nhỏ rồi chèn lại"
        raise PictureRefusedError(message) from None
    except (OSError, ValueError, SyntaxError, EOFError) as error:
        if isinstance(error, PictureRefusedError):
            raise
        raise PictureRefusedError(UNREADABLE) from None


def _made(opened: Image.Image) -> Made | None:
    width, height = opened.size
    if width * height > MOST_PIXELS:
        raise PictureRefusedError(TOO_MANY.format(width=width, height=height))
    if min(width, height) < SMALLEST:
        return None
    # A JPEG can be unpacked at a fraction of its size at once.
    opened.draft("RGB", (WIDEST, WIDEST))
    upright = ImageOps.exif_transpose(opened)
    kind = "PNG" if _is_drawing(upright) else "JPEG"
    picture = _bare(upright, kind)
    picture.thumbnail((WIDEST, WIDEST))
    made = io.BytesIO()
    if kind == "PNG":
        picture.save(made, "PNG", optimize=True)
    else:
        picture.save(made, "JPEG", quality=QUALITY, optimize=True, progressive=True)
    return Made(made.getvalue(), ".png" if kind == "PNG" else ".jpg", *picture.size)


def _is_drawing(picture: Image.Image) -> bool:
    """Tell a drawing or a screenshot of few colours from a photograph."""
    if picture.mode in {"1", "P", "L", "LA"} and picture.format != "JPEG":
        return True
    small = picture.convert("RGB")
    small.thumbnail((400, 400), Image.Resampling.NEAREST)
    return small.getcolors(FEW_COLOURS) is not None


def _bare(picture: Image.Image, kind: str) -> Image.Image:
    """Give the pixels only, on white where they were see-through."""
    if not picture.has_transparency_data:
        pixels = picture.convert("RGB")
    else:
        pixels = Image.new("RGB", picture.size, "white")
        with_alpha = picture.convert("RGBA")
        pixels.paste(with_alpha, mask=with_alpha.getchannel("A"))
    bare = pixels.quantize(FEW_COLOURS) if kind == "PNG" and _few(pixels) else pixels
    bare.info = {}
    return bare


def _few(pixels: Image.Image) -> bool:
    return pixels.getcolors(FEW_COLOURS) is not None
