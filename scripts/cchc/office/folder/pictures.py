"""A picture that the editor brings: upright, at most 1600 px, no EXIF and place, its name kept.

The post names the file already, so the format follows the name's ending.
"""

from __future__ import annotations

import io
import posixpath

from PIL import Image

from cchc.base.problems import Problem, Refused
from cchc.news.pictures import QUALITY, PictureRefusedError, make_picture

FORMATS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
ORNAMENT = "ảnh quá nhỏ (dưới 16 điểm); chọn ảnh khác"


def fit(address: str, raw: bytes) -> bytes:
    """Give the picture's bytes for the page. Raise `Refused` where it cannot be shown."""
    wanted = FORMATS[posixpath.splitext(address)[1]]
    try:
        made = make_picture(raw)
    except PictureRefusedError as refused:
        raise Refused([Problem(address, 0, str(refused))]) from None
    if made is None:
        raise Refused([Problem(address, 0, ORNAMENT)])
    has = FORMATS[made.suffix]
    return made.raw if has == wanted else _as(wanted, made.raw)


def _as(wanted: str, raw: bytes) -> bytes:
    written = io.BytesIO()
    with Image.open(io.BytesIO(raw)) as picture:
        pixels = picture.convert("RGB")
    if wanted == "PNG":
        pixels.save(written, wanted, optimize=True)
    else:
        pixels.save(written, wanted, quality=QUALITY)
    return written.getvalue()
