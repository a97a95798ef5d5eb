"""The picture of a shared post: the site's font, every title within its frame."""

from __future__ import annotations

import io

import pytest
from PIL import Image

from cchc.site.engine.web_parts import web_parts
from cchc.site.news.share_picture import BAND, EDGE, SIZES, WIDTH, Card, Face, Pen, draw, faces
from tests.portals import ROOT

WHITE = (255, 255, 255)
LETTERS = "ăâđêôơưĂÂĐÊÔƠƯ ấầẩẫậếềểễệốồổỗộớờởỡợứừửữựỳỷỹỵ"


@pytest.fixture
def every() -> tuple[Face, ...]:
    found = faces(web_parts(ROOT))
    assert len(found) == 2, "chạy `make site` để có phông chữ"
    return found


def card(title: str) -> Card:
    return Card(title, "Thông báo · 24/11/2026", "UBND phường Hương An", "Cải cách hành chính")


def white_box(title: str, every: tuple[Face, ...]) -> tuple[int, int, int, int]:
    """Give the frame around the title's letters: they alone are white above the band."""
    with Image.open(io.BytesIO(draw(card(title), every))) as picture:
        top = picture.convert("RGB").crop((0, 0, WIDTH, BAND))
    mask = top.point([255 if value > 240 else 0 for _ in "rgb" for value in range(256)]).convert(
        "L"
    )
    box = mask.point([255 if value == 255 else 0 for value in range(256)]).getbbox()
    assert box is not None
    return box


@pytest.mark.parametrize(
    "title",
    [
        "Họp tổ dân phố",
        "Kế hoạch cải cách hành chính giao việc gì cho bốn bộ phận của phường",
        "Phổ biến quy định mới về đăng ký hộ tịch và đăng ký cư trú cho bà con các tổ dân phố " * 4,
    ],
)
def test_a_title_stays_within_its_frame(title: str, every: tuple[Face, ...]) -> None:
    left, top, right, bottom = white_box(title, every)
    assert left >= EDGE - 4
    assert right <= WIDTH - EDGE + 4
    assert top > EDGE + 20
    assert bottom < BAND


def test_every_vietnamese_letter_is_in_the_font(every: tuple[Face, ...]) -> None:
    pen = Pen(every, SIZES[0][0])
    assert all(any(face.has(letter) for face in every) for letter in LETTERS)
    # What a font lacks it draws as one empty box.
    missing = {font.getmask("\uffff").getbbox() for _, font in pen.fonts}
    for letter in LETTERS.replace(" ", ""):
        ((run, font),) = pen.runs(letter)
        assert font.getmask(run).getbbox() not in missing, letter


def test_a_text_is_parted_where_the_font_file_changes(every: tuple[Face, ...]) -> None:
    pen = Pen(every, 40)
    assert "".join(run for run, _ in pen.runs("Hồ sơ")) == "Hồ sơ"
    assert [run for run, _ in pen.runs("Hồ sơ")] == ["H", "ồ", " s", "ơ"]
    assert pen.lines("một hai ba", pen.width("một hai")) == ["một hai", "ba"]


def test_the_same_card_gives_the_same_bytes(every: tuple[Face, ...]) -> None:
    assert draw(card("A"), every) == draw(card("A"), every)
    assert draw(card("A"), every) != draw(card("B"), every)


def test_without_the_browser_parts_there_is_no_letter_to_draw_with() -> None:
    assert faces({}) == ()
