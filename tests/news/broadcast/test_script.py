"""The script: greeting, sentences, marks, time, what is told, what is left out to fit."""

from __future__ import annotations

import datetime as dt
import io
from pathlib import Path

import docx
import pytest
from docx.shared import Mm, Pt

from cchc.base.loudspeaker import Loudspeaker
from cchc.base.problems import Refused
from cchc.base.ward import Ward, load_ward
from cchc.news.broadcast.from_post import find_post, post_piece
from cchc.news.broadcast.piece import Block, Piece
from cchc.news.broadcast.script import Script, make_script
from cchc.news.broadcast.script_docx import script_docx
from cchc.news.broadcast.script_text import script_text
from cchc.news.broadcast.sentences import BREATH, parted, sentence
from cchc.news.broadcast.shortening import shorten
from cchc.news.speech.reader import manner_of
from tests.news.broadcast.samples import post_in

DAY = dt.date(2026, 11, 24)
MANNER = manner_of(Loudspeaker())
WARD = load_ward(Path(__file__).parents[3])


def script_of(*texts: str, ward: Ward = WARD, more: str = "") -> Script:
    return make_script(Piece("Tên bài", "", tuple(map(Block, texts)), {}, (), more), ward, DAY)


def report(portal: Path) -> Script:
    return make_script(post_piece(portal, post_in(portal), DAY), WARD, DAY)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Một. Hai! Ba? Bốn…", ["Một.", "Hai!", "Ba?", "Bốn…"]),
        ("Về TP. Huế. Xong.", ["Về TP. Huế.", "Xong."]),
        ("I. Tình hình. Kết quả", ["I. Tình hình.", "Kết quả"]),
        ("So với quý II. TP. Huế vui.", ["So với quý II.", "TP. Huế vui."]),
        ("Còn 3. 80% đúng hạn.", ["Còn 3.", "80% đúng hạn."]),
        ("Ông nói: “Được.” Bà cười.", ["Ông nói: “Được.”", "Bà cười."]),
        ("Giá 1.000 đồng, v.v. Hết.", ["Giá 1.000 đồng, v.v.", "Hết."]),
        ("Giờ: 8h\nNơi: nhà", ["Giờ: 8h", "Nơi: nhà"]),
    ],
)
def test_sentences_are_parted_where_they_end(text: str, parts: list[str]) -> None:
    assert list(parted(text, MANNER)) == parts


def test_sentence_begins_large_and_ends() -> None:
    assert sentence("tám mươi phần trăm;").text == "Tám mươi phần trăm."
    assert sentence("lưu ý:").text == "Lưu ý."


def test_long_sentence_is_marked_and_parted_evenly() -> None:
    long = sentence(", ".join(["một hai ba bốn năm sáu bảy"] * 5))
    assert long.long
    assert [len(part.split()) for part in long.parts] == [21, 14]
    assert not sentence(" ".join(["một"] * BREATH)).long


def test_script_of_a_post_reads_everything_once(portal: Path) -> None:
    text = script_text(report(portal))
    flat = " ".join(text.split())
    assert flat.startswith("Đây là Đài Truyền thanh phường Hương An. Kính chào")
    assert "Kết quả cải cách hành chính quý ba năm hai nghìn không trăm hai mươi sáu" in flat
    assert (
        "Thành phố Huế giao phường giữ nhóm ba. Đã nhận một nghìn hai trăm năm mươi hồ sơ." in flat
    )
    assert "Một. Kết quả thực hiện thủ tục hành chính." in flat
    assert (
        "Hộ tịch: hồ sơ nhận năm trăm mười hai; đúng hạn chín mươi chín phẩy hai phần trăm." in flat
    )
    assert "Lệ phí: tám nghìn đồng một bản." in flat
    assert "Thứ nhất: Vào dịch vụ công chấm gov chấm vn." in flat
    assert "alert" not in flat
    assert "Cảm ơn quý vị và các bạn đã lắng nghe." in flat


def test_notes_tell_what_a_person_should_know(portal: Path) -> None:
    notes = "\n".join(report(portal).notes)
    assert "chưa có lời đọc, đọc như viết: CBQLX" in notes
    assert "không đọc: 1 chú thích cuối trang, 1 ảnh" in notes


def test_nothing_read_holds_a_figure(portal: Path) -> None:
    read = " ".join(each.text for each in report(portal).paragraphs)
    assert not any(sign.isdecimal() for sign in read)


def test_greeting_closing_and_rate_are_settings() -> None:
    said = {
        "loi_chao": "Kính chào bà con {phuong}.",
        "loi_ket": "Hết.",
        "doc_cham": 60,
        "doc_nhanh": 60,
    }
    ward = WARD.model_copy(update={"loudspeaker": Loudspeaker.model_validate(said)})
    script = script_of("Một hai.", ward=ward)
    assert script.opening[0].text == "Kính chào bà con phường Hương An."
    assert script.closing[0].text == "Hết."
    assert script.seconds == (script.words, script.words)


def test_time_is_counted_from_quick_to_slow() -> None:
    script = script_of(*["một hai ba bốn năm sáu bảy tám chín mười."] * 90)
    assert script.words == 900 + sum(e.words for e in (*script.opening, *script.closing))
    quick, slow = script.seconds
    assert quick == pytest.approx(script.words / 3, abs=1)
    assert slow == pytest.approx(script.words / 2.5, abs=1)


def test_script_that_fits_is_left_whole() -> None:
    script = script_of("Ngắn thôi.")
    assert shorten(script, 5).script == script


def test_shortened_script_keeps_the_beginning_and_tells_what_went() -> None:
    texts = [f"Đoạn {n}. {'một ' * 60}." for n in range(1, 6)]
    made = shorten(script_of(*texts, more="Xem thêm trên trang."), 1.5)
    assert made.fits
    assert made.script.words <= 1.5 * 150
    read = [each.text for each in made.script.body]
    assert read[0].startswith("Đoạn một.")
    assert read[-1] == "Xem thêm trên trang."
    assert len(read) == 3
    assert "đã bỏ 3 đoạn: “Đoạn ba." in made.script.notes[-1]
    assert "“Đoạn năm." in made.script.notes[-1]


def test_no_heading_stays_without_what_it_heads() -> None:
    blocks = (Block("một " * 60), Block("Đề mục", heading=True), Block("hai " * 200))
    made = shorten(make_script(Piece("Tên", "", blocks, {}), WARD, DAY), 1)
    assert not made.script.body[-1].heading
    assert "“Đề mục”" in made.script.notes[-1]


def test_first_paragraph_too_long_gives_its_first_sentences() -> None:
    made = shorten(script_of(f"Câu đầu. Một {'hai ' * 300}."), 0.5)
    assert [each.text for each in made.script.body] == ["Câu đầu."]
    assert "phần sau của đoạn đầu" in made.script.notes[-1]


def test_heading_in_front_of_a_long_paragraph_stays_with_its_first_sentences() -> None:
    blocks = (Block("Đề mục", heading=True), Block(f"Câu đầu. Một {'hai ' * 300}."))
    made = shorten(make_script(Piece("Tên", "", blocks, {}), WARD, DAY), 0.5)
    assert [each.text for each in made.script.body] == ["Đề mục.", "Câu đầu."]


def test_what_cannot_fit_is_said_and_nothing_kept_is_called_left_out() -> None:
    made = shorten(script_of("một " * 300), 0.1)
    assert not made.fits
    assert "đã bỏ" not in " ".join(made.script.notes)
    assert "đã dài hơn 0,1 phút" in made.script.notes[-1]


def test_draft_is_told_and_listeners_are_not_sent_to_it(portal: Path) -> None:
    path = post_in(portal, "---\ndate: 2026-12-30\ndraft: true\n---\n# Tên\n\nLời.")
    piece = post_piece(portal, path, DAY)
    assert piece.more == ""
    assert "bản nháp" in piece.remarks[0]
    assert "30/12/2026" in piece.remarks[1]


def test_post_without_a_body_gives_its_summary(portal: Path) -> None:
    path = post_in(portal, "---\ndate: 2026-11-24\ndescription: Tóm tắt.\n---\n# Tên\n")
    script = make_script(post_piece(portal, path, DAY), WARD, DAY)
    assert [each.text for each in script.body] == ["Tóm tắt."]


def test_post_without_a_word_is_told(portal: Path) -> None:
    path = post_in(portal, "---\ndate: 2026-11-24\ndraft: true\n---\n# Tên\n")
    script = make_script(post_piece(portal, path, DAY), WARD, DAY)
    assert "Bài chưa có nội dung để đọc." in script.notes
    assert not shorten(script, 0.01).fits


def test_post_is_found_by_path_or_part_of_its_name(portal: Path) -> None:
    path = post_in(portal)
    for asked in (
        str(path),
        "docs/tin-tuc/posts/2026-11-24-bao-cao-quy.md",
        "bao-cao",
        "Báo cáo quý",
    ):
        assert find_post(portal, asked) == path
    post_in(portal, name="2026-11-25-bao-cao-hai.md")
    for asked, told in (
        ("bao-cao", "có nhiều bài"),
        ("khong-co", "không có bài nào"),
        ("", "không có"),
    ):
        with pytest.raises(Refused, match=told) as refused:
            find_post(portal, asked)
        assert "2026-11-25-bao-cao-hai" in str(refused.value)


def test_word_file_is_a4_in_14_points_with_wide_lines(portal: Path) -> None:
    script = report(portal)
    word = docx.Document(io.BytesIO(script_docx(script, "UBND phường Hương An")))
    section, normal = word.sections[0], word.styles["Normal"]
    assert section.page_width == pytest.approx(Mm(210), rel=1e-3)
    assert section.page_height == pytest.approx(Mm(297), rel=1e-3)
    assert normal.font.size == Pt(14)
    assert normal.paragraph_format.line_spacing >= 1.5
    read = [line.text for line in word.paragraphs]
    assert read[1] == script.opening[1].text
    rule = read.index("Phần dưới không đọc")
    assert rule == len(script.paragraphs)
    assert any("CBQLX" in each for each in read[rule:])
    assert word.core_properties.author == "UBND phường Hương An"


def test_long_sentences_are_seen_in_word_and_text() -> None:
    script = script_of(f"{', '.join(['một hai ba bốn năm sáu bảy'] * 5)}.")
    word = docx.Document(io.BytesIO(script_docx(script, "")))
    assert any(line.text.startswith("▲ Một") and " / " in line.text for line in word.paragraphs)
    assert "▲ Một hai" in script_text(script)
    assert "1 câu dài" in script_text(script)
