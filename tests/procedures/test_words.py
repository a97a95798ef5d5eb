"""Our own sentences about procedures: spelt right, tone marks in one style, short.

Names of procedures, papers, documents and fields are the source's, with its mistakes.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
DICTIONARY = ROOT / "node_modules/dictionary-vi/index.dic"
OURS = {
    "tom_tat", "trinh_tu", "yeu_cau", "luu_y", "ghi_chu", "mo_ta", "loi", "ten_goi_khac",
    "tu_khoa", "vi_sao", "noi_dung",
}  # fmt: skip
WORD = re.compile(r"[^\W\d_]+")
QUOTED = re.compile(r"“[^”]*”|\d\S*/\S+|https?://\S+|\S+\.(?:xlsx|docx|vn)\S*")
TONES = "\u0300\u0301\u0303\u0309\u0323"
# The older style puts the mark on the last vowel: hoà, thuỷ; but quý, quỳ have only one vowel.
OLD_STYLE = re.compile(r"(?<![qQ])(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![^\W\d_])", re.IGNORECASE)
# Right, and in no list of Vietnamese syllables.
KNOWN = {
    "vneid",
    "cm",
    "game",
    "net",
    "photo",
    "huế",
    "xlsx",
    "tthc",
    "nitơ",
    "email",
    "zalo",
    "wifi",
}


def sentences(data: object, key: str = "") -> Iterator[str]:
    if isinstance(data, dict):
        for name, value in data.items():
            yield from sentences(value, str(name))
    elif isinstance(data, list):
        for value in data:
            yield from sentences(value, key)
    elif isinstance(data, str) and key in OURS:
        yield data


@pytest.fixture(scope="module")
def texts() -> dict[str, list[str]]:
    """Give our sentences by the file they stand in."""
    paths = sorted((ROOT / "procedures").rglob("*.yml"))
    return {path.name: list(sentences(yaml.safe_load(path.read_bytes()))) for path in paths}


def spelling(word: str) -> tuple[str, str]:
    """Part a syllable from its tone: where the mark stands does not matter here."""
    marks = unicodedata.normalize("NFD", word.lower())
    letters = "".join(each for each in marks if each not in TONES)
    return unicodedata.normalize("NFC", letters), "".join(e for e in marks if e in TONES)


def test_every_syllable_is_vietnamese(texts: dict[str, list[str]]) -> None:
    listed = DICTIONARY.read_text(encoding="utf-8").split()
    right = {spelling(each.partition("/")[0]) for each in listed} | set(map(spelling, KNOWN))
    wrong = {
        (word, name)
        for name, said in texts.items()
        for text in said
        for word in WORD.findall(QUOTED.sub("", text))
        if not word.isupper() and len(word) > 1 and spelling(word) not in right
    }
    assert wrong == set()


def test_tone_marks_are_in_one_style(texts: dict[str, list[str]]) -> None:
    old = {(name, word) for name, said in texts.items() for text in said
           for word in WORD.findall(QUOTED.sub("", text)) if OLD_STYLE.search(word)}  # fmt: skip
    assert old == set()


def test_the_rules_know_what_is_wrong() -> None:
    assert OLD_STYLE.search("hoà")
    assert OLD_STYLE.search("Thuỷ")
    assert not OLD_STYLE.search("quý")
    assert not OLD_STYLE.search("hoàn")
    assert spelling("hoà") == spelling("hòa")
    assert spelling("hoa") != spelling("hòa")
