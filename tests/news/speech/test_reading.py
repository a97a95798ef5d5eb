"""What is written and how it is said: the table reading.tsv, one case a line."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.loudspeaker import Loudspeaker
from cchc.news.speech.numbers import DIGITS, cardinal
from cchc.news.speech.reader import manner_of, read_aloud
from cchc.news.speech.shouting import quiet

TABLE = Path(__file__).with_name("reading.tsv")
MANNER = manner_of(Loudspeaker())


def cases() -> list[tuple[str, str]]:
    lines = TABLE.read_text(encoding="utf-8").splitlines()
    pairs = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [(written, said) for written, said in pairs]


@pytest.mark.parametrize(("written", "said"), cases())
def test_it_is_said_as_the_table_says(written: str, said: str) -> None:
    assert read_aloud(written, MANNER).text == said


@pytest.mark.parametrize(("written", "said"), cases())
def test_it_is_said_the_same_inside_a_sentence(written: str, said: str) -> None:
    if not written.startswith(("I", "-")) and written[1:2] != ".":
        got = read_aloud(f"Ghi ({written}) ở đây", MANNER).text
        assert got.lower() == f"ghi ({said}) ở đây".lower()


def test_there_are_two_hundred_cases_each_once() -> None:
    written = [each for each, _ in cases()]
    assert len(written) == len(set(written)) >= 200


def test_le_is_a_setting() -> None:
    manner = manner_of(Loudspeaker.model_validate({"doc_so_le": "lẻ"}))
    assert read_aloud("105 hồ sơ năm 2005", manner).text == (
        "một trăm lẻ năm hồ sơ năm hai nghìn không trăm lẻ năm"
    )


def test_the_wards_words_go_before_the_shipped_ones() -> None:
    manner = manner_of(
        Loudspeaker.model_validate({"viet_tat": {"HA": "Hương An", "QR": "mã vạch"}})
    )
    assert read_aloud("HA có QR", manner).text == "Hương An có mã vạch"


def test_unknown_capitals_stay_and_are_told() -> None:
    said = read_aloud("Tổ XYZT và số 12/QĐ-ABCD, không kể UBND", MANNER)
    assert said.unknown == ("XYZT", "ABCD")
    assert "XYZT" in said.text


def test_day_that_may_be_a_part_is_told() -> None:
    said = read_aloud("Đạt 9/10", MANNER)
    assert said.doubts == (
        "“9/10” đọc là ngày chín tháng mười; nếu không phải ngày thì sửa lời đọc",
    )


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("THÔNG BÁO NGHỈ LỄ", "Thông báo nghỉ lễ"),
        ("KẾ HOẠCH CỦA BPTN&TKQ VÀ UBND", "Kế hoạch của BPTN&TKQ và UBND"),
        ("I. TÌNH HÌNH CHUNG", "I. Tình hình chung"),
        ("UBND, HĐND, UBMTTQ", "UBND, HĐND, UBMTTQ"),
        ("Nơi nhận: CÔNG AN PHƯỜNG", "Nơi nhận: CÔNG AN PHƯỜNG"),
        ("XIN CHÀO", "XIN CHÀO"),
    ],
)
def test_shouted_line_becomes_a_sentence_and_abbreviations_stay(line: str, said: str) -> None:
    assert quiet(line, MANNER.short) == said


@pytest.mark.parametrize(
    "piece", ["1", "a ", "A.", "1/", "(a (", "0 ", "IV ", "1.", "a@", "- 1 ", "1,"]
)
def test_long_text_of_one_kind_is_read_in_no_time(piece: str) -> None:
    begun = time.monotonic()
    read_aloud(piece * (20_000 // len(piece)), MANNER)
    assert time.monotonic() - begun < 5


VALUES = {word: value for value, word in enumerate(DIGITS)}
VALUES |= {"mốt": 1, "tư": 4, "lăm": 5, "linh": 0}


def heard(words: str) -> int:
    """Understand a number as a listener does, from left to right."""
    whole = billions = group = 0
    for word in words.split():
        if word == "mười":
            group += 10
        elif word == "mươi":
            group = (
                group // 10 * 10 + group % 10 * 10
                if group < 100
                else group - group % 10 + group % 10 * 10
            )
        elif word == "trăm":
            group *= 100
        elif word in ("nghìn", "triệu"):
            whole += group * {"nghìn": 10**3, "triệu": 10**6}[word]
            group = 0
        elif word == "tỷ":
            billions, whole, group = (whole + group) * 10**9, 0, 0
        else:
            group += VALUES[word]
    return billions + whole + group


@given(st.integers(0, 10**15 - 1))
def test_what_is_said_is_the_number_that_was_meant(number: int) -> None:
    assert heard(cardinal(number)) == number


TYPED = st.text("0123456789 .,:/-–%()đhAIVXQĐaố@\n", max_size=60)


@given(st.one_of(st.text(max_size=80), TYPED))
def test_any_text_is_read_without_a_fault_and_no_figure_stays(text: str) -> None:
    assert not any(sign in "0123456789" for sign in read_aloud(text, MANNER).text)
