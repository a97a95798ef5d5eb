"""Split syllables are mended; whole words are never joined."""

from __future__ import annotations

import csv
import json
from itertools import pairwise

import pytest

from cchc.base.text import clean
from cchc.province.decision.words.syllables import is_syllable, mend
from tests.real_data import DATA, PAGES, json_lines, needs_real_data


@pytest.mark.parametrize(("split", "whole"), [
    ("Cấp gi ấy ch ứng nh ận bị phơi nhi ễm với HIV do tai nạn r ủi ro nghề nghiệp", "Cấp giấy chứng nhận bị phơi nhiễm với HIV do tai nạn rủi ro nghề nghiệp"),
    ("Cấp, c ấp l ại Giấy phép v ận tải đư ờng b ộ", "Cấp, cấp lại Giấy phép vận tải đường bộ"),
    ("Đăng ký khai thác tuy ến, b ổ sung", "Đăng ký khai thác tuyến, bổ sung"),
    ("bằng xe b ốn bánh có g ắn động cơ", "bằng xe bốn bánh có gắn động cơ"),
    ("TH Ủ T ỤC HÀNH CH ÍNH", "THỦ TỤC HÀNH CHÍNH"),
    ("Ngh ị đ ịnh qu y đ ịnh", "Nghị định quy định"),
    ("thu ế, xu ất nhập khẩu, qu ốc gia", "thuế, xuất nhập khẩu, quốc gia"),
    ("đ ư ờng sắt, ngh i ệp vụ", "đường sắt, nghiệp vụ"),
])  # fmt: skip
def test_split_syllables_become_whole(split: str, whole: str) -> None:
    assert mend(split) == whole


@pytest.mark.parametrize("text", [
    "Ủy ban nhân dân xã ấy có ý kiến", "người ở nhờ, y tế ứng dụng ấn phẩm", "điểm b ở khoản 2", "500 m ấn định",
    "nhóm C ấp dụng", "trung ương ủy quyền", "Thủ tục cấp lại", "TT PVHCC, HĐND, UBND", "", "a", "xe ô tô", "hộ ông bà",
])  # fmt: skip
def test_whole_words_stay_apart(text: str) -> None:
    assert mend(text) == text


@pytest.mark.parametrize(
    "word",
    [
        "giấy",
        "quyết",
        "nghiệp",
        "đường",
        "thuyền",
        "khuỷu",
        "ngoằn",
        "uỷ",
        "ý",
        "giếng",
        "gì",
        "quốc",
        "nguyễn",
        "hoạt",
        "xoong",
    ],
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize(
    "word",
    [
        "ờng",
        "ễm",
        "ận",
        "r",
        "ng",
        "nhậ",
        "ngiệp",
        "cêm",
        "kan",
        "ghà",
        "bạạ",
        "cập̀",
        "HIV",
        "tthc",
    ],
)
def test_pieces_and_foreign_words_are_none(word: str) -> None:
    assert not is_syllable(word)


@needs_real_data
def test_the_real_names_that_were_split() -> None:
    with (DATA / "decisions" / "haiphong_changes_sample.csv").open(encoding="utf-8") as lines:
        names = [row["Tên thủ tục (như trích từ PDF)"] for row in csv.DictReader(lines)]

    mended = [mend(name) for name in names]

    assert sum(one != two for one, two in zip(names, mended, strict=True)) == 5
    assert not any(
        len(word) < 3 and not is_syllable(word)
        for name in mended
        for word in name.split()
        if word.isalpha()
    )


@needs_real_data
def test_six_million_letters_of_whole_text_are_left_alone() -> None:
    lines = [
        line
        for page in json_lines(PAGES)
        for text in page.values()
        if isinstance(text, str)
        for line in clean(text).split("\n")
    ]

    changed = [(line, mend(line)) for line in lines if mend(line) != line]

    assert len(lines) > 10_000
    assert len(changed) <= 3, json.dumps(changed[:9], ensure_ascii=False)


@needs_real_data
def test_nearly_every_syllable_cut_after_its_onset_is_mended() -> None:
    names = [page["ten_thu_tuc"] for page in json_lines(PAGES)]
    cuts = [
        (name, before, word)
        for name in names
        for before, word in pairwise(name.split())
        if word[:1] in "bđhlmnrstvx"
    ]

    right = sum(
        mend(name.replace(f" {word}", f" {word[0]} {word[1:]}", 1)) == name
        for name, _, word in cuts
        if is_syllable(word) and is_syllable(word[0] + word[1:])
    )

    assert right / len(cuts) > 0.9
