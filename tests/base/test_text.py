from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.text import _clean as long_way
from cchc.base.text import clean, fold, name_key, one_line, sentence_case, slug

FOLD_CASES = json.loads(
    (Path(__file__).parents[1] / "web" / "fold_cases.json").read_text(encoding="utf-8")
)


@pytest.mark.parametrize(
    ("dirty", "plain"),
    [
        ("Uỷ\u00a0ban Nhân\u00a0dân", "Uỷ ban Nhân dân"),
        ("đăng k\u200eý hộ tịch", "đăng ký hộ tịch"),
        ("giấy\u00adchứng", "giấychứng"),
        ("57/2018/N\u00d0-CP", "57/2018/NĐ-CP"),
        ("\uf0fc bản chính", "- bản chính"),
        ("a  b \t c", "a b c"),
        ("dòng 1\r\ndòng 2\n\n\n\ndòng 3  ", "dòng 1\ndòng 2\n\ndòng 3"),
        (unicodedata.normalize("NFD", "Sáp nhập trường"), "Sáp nhập trường"),
        ("\ufeffCấp", "Cấp"),
        ("chuông\x07", "chuông"),
    ],
)
def test_clean_keeps_the_words_and_drops_what_cannot_be_seen(dirty: str, plain: str) -> None:
    assert clean(dirty) == plain


def test_a_name_broken_over_lines_is_one_line() -> None:
    assert one_line(" Cấp bản sao\n từ\tsổ gốc ") == "Cấp bản sao từ sổ gốc"


@given(st.text())
def test_clean_twice_is_clean_once(text: str) -> None:
    assert clean(clean(text)) == clean(text)
    assert one_line(one_line(text)) == one_line(text)
    assert unicodedata.is_normalized("NFC", clean(text))


@given(st.text(st.characters() | st.sampled_from("Ð \n\u00a0\u0301\u200e\uf0fcđạ"), max_size=12))
def test_the_short_way_gives_what_the_long_way_gives(text: str) -> None:
    assert clean(text) == long_way(text)
    assert one_line(text) == re.sub(r"\s+", " ", long_way(text))


@pytest.mark.parametrize("case", FOLD_CASES, ids=lambda case: case["in"][:30])
def test_fold_agrees_with_the_browser(case: dict[str, str]) -> None:
    assert fold(case["in"]) == case["out"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Đăng ký khai sinh", "dang-ky-khai-sinh"),
        ("Hoà giải ở cơ sở", "hoa-giai-o-co-so"),
        ("  Đất đai – Nhà ở (2026) ", "dat-dai-nha-o-2026"),
        ("ĐƯỜNG BỘ", "duong-bo"),
        ("…", ""),
    ],
)
def test_slug_keeps_the_letter_d(text: str, expected: str) -> None:
    assert slug(text) == expected


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Thủ tục đăng ký khai sinh", "Đăng ký khai sinh."),
        ("1.\tSáp nhập, chia tách trường", "Sáp nhập, chia tách trường"),
        ("Uỷ quyền thuỷ lợi hoà giải", "Ủy quyền thủy lợi hòa giải"),
        ("ĐĂNG KÝ KẾT HÔN", "Đăng ký kết hôn"),
        ("Cấp lại (một phần) giấy", "Cấp lại ( một phần ) giấy"),
        ("Khóa căn cước – cấp xã", "khoá căn cước - cấp xã"),
    ],
)
def test_one_name_written_twice_has_one_key(one: str, other: str) -> None:
    assert name_key(one) == name_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Cấp giấy phép bán lẻ thuốc lá", "Cấp giấy phép sản xuất thuốc lá"),
        ("Đăng ký khai sinh", "Đăng ký lại khai sinh"),
        ("Cấp đổi thẻ căn cước", "Cấp lại thẻ căn cước"),
    ],
)
def test_one_word_makes_another_procedure(one: str, other: str) -> None:
    assert name_key(one) != name_key(other)


@given(st.text())
def test_the_key_of_a_key_is_itself_where_no_prefix_is_left(text: str) -> None:
    key = name_key(text)
    assert key == key.strip()
    assert "  " not in key


@pytest.mark.parametrize(
    ("shouted", "said"),
    [
        ("THỦ TỤC ĐĂNG KÝ HOẠT ĐỘNG TÍN NGƯỠNG (CẤP XÃ)", "Thủ tục đăng ký hoạt động tín ngưỡng (cấp xã)"),
        ("Thủ tục đăng ký kết hôn", "Thủ tục đăng ký kết hôn"),
        ("UBND", "UBND"),
        ("Cấp thẻ BHYT cho HS", "Cấp thẻ BHYT cho HS"),
    ],
)  # fmt: skip
def test_capitals_are_shown_as_a_sentence(shouted: str, said: str) -> None:
    assert sentence_case(shouted) == said
