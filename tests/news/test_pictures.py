"""Pictures for the page."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from cchc.news.pictures import PictureRefusedError, make_picture
from tests.news.word_files import drawing, photograph


def test_a_telephones_picture_stands_upright_is_small_and_tells_no_place() -> None:
    raw = photograph(4000, 3000)
    with Image.open(io.BytesIO(raw)) as taken:
        assert taken.getexif().get_ifd(0x8825)

    made = make_picture(raw)
    assert made is not None
    assert (made.suffix, made.width, made.height) == (".jpg", 1200, 1600)
    with Image.open(io.BytesIO(made.raw)) as shown:
        assert shown.size == (1200, 1600)
        assert not shown.getexif()
        assert not {"exif", "comment", "icc_profile", "xmp"} & shown.info.keys()
    assert "Máy ảnh".encode() not in made.raw


def test_a_drawing_stays_sharp_and_light() -> None:
    made = make_picture(drawing())
    assert made is not None
    assert made.suffix == ".png"
    assert len(made.raw) < 5000
    with Image.open(io.BytesIO(made.raw)) as shown:
        assert shown.convert("RGB").getpixel((100, 100)) == (128, 0, 128)


def test_a_see_through_picture_stands_on_white() -> None:
    clear = Image.new("RGBA", (100, 100), (0, 0, 0, 0))
    raw = io.BytesIO()
    clear.save(raw, "PNG")
    made = make_picture(raw.getvalue())
    assert made is not None
    with Image.open(io.BytesIO(made.raw)) as shown:
        assert shown.convert("RGB").getpixel((50, 50)) == (255, 255, 255)


def test_an_ornament_is_no_picture() -> None:
    raw = io.BytesIO()
    Image.new("RGB", (300, 2), "black").save(raw, "PNG")
    assert make_picture(raw.getvalue()) is None


def bomb() -> bytes:
    """Give a PNG of a few bytes that says it is 30,000 by 30,000."""
    raw = drawing()
    head = b"IHDR" + struct.pack(">II", 30_000, 30_000) + raw[24:29]
    return raw[:12] + head + struct.pack(">I", zlib.crc32(head)) + raw[33:]


@pytest.mark.parametrize(("raw", "words"), [
    (bomb(), "quá lớn"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", "dạng không nhận"),
    (b"<html>", "dạng không nhận"),
    (b"", "dạng không nhận"),
    (photograph()[:900], "dạng không nhận"),
    (b"\xd7\xcd\xc6\x9a" + bytes(40), "WMF/EMF"),
])  # fmt: skip
def test_what_is_no_picture_is_refused_in_words(raw: bytes, words: str) -> None:
    with pytest.raises(PictureRefusedError, match=words):
        make_picture(raw)
