"""Vietnamese text: clean on the way in, compare on a key, name files and addresses."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Seen inside syllables and cells of real lists: they carry no sound and no meaning.
INVISIBLE = dict.fromkeys(
    (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), 0x2060, *range(0x2066, 0x206A), 0xFEFF)
)
# NBSP and its kin become a plain space; private-use bullets of Word's symbol fonts a dash.
SPACES = dict.fromkeys(
    map(ord, "\u00a0\u2002\u2003\u2007\u2009\u202f\u3000\t\v\f\x85\u2028\u2029"), " "
)
BULLETS = dict.fromkeys(range(0xF000, 0xF100), "-")
# Letters and figures as wide as Chinese ones, as some keyboards type them.
FULL_WIDTH = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)}
# The capital eth of Icelandic is drawn like Đ and typed for it; no word here has it by right.
CLEANED = INVISIBLE | SPACES | BULLETS | {ord("Ð"): "Đ"}

# Anything that cleaning could change in a text of composed letters.
UNCLEAN = re.compile(
    r"[\x00-\x1f\x7f-\xa0\xad\xd0\u2000-\u200f\u2028-\u202f\u205f-\u206f\u3000"
    r"\uf000-\uf0ff\ufeff\ufffe\uffff\ud800-\udfff]|  |^\s|\s$"
)
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x9f\ufffe\uffff\ud800-\udfff]")
NUMBERING = re.compile(r"^\s*(?:\d{1,3}\s*[.)]\s+|[-–•+*]\s+)")
# Old and new placement of the tone mark in oa, oe, uy: both are right, and both occur in one list.
TONE_PAIRS = (
    ("óa", "oá"), ("òa", "oà"), ("ỏa", "oả"), ("õa", "oã"), ("ọa", "oạ"),
    ("óe", "oé"), ("òe", "oè"), ("ỏe", "oẻ"), ("õe", "oẽ"), ("ọe", "oẹ"),
    ("úy", "uý"), ("ùy", "uỳ"), ("ủy", "uỷ"), ("ũy", "uỹ"), ("ụy", "uỵ"),
)  # fmt: skip
# hy is hi and quý is quí, but giấy is not giái: after a the final letter is another sound.
FINAL_Y = re.compile(r"(^|[^a])y(?![a-z0-9])")
# Fewer letters than this in capitals are an abbreviation (UBND, CCCD), not a shouted sentence.
A_SENTENCE = 8
WORD_BREAKS = re.compile(r"[^a-z0-9]+")


def clean(text: str) -> str:
    """Give the same words in composed letters (NFC), with plain spaces and LF line ends.

    Line breaks stay; runs of spaces, spaces at line ends and more than one empty line do not.
    """
    # Most cells of a list are clean already, and a list has ten thousand of them.
    if unicodedata.is_normalized("NFC", text) and not UNCLEAN.search(text):
        return text
    return _clean(text)


def _clean(text: str) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n").translate(CLEANED)
    text = CONTROL.sub("", unicodedata.normalize("NFC", text))
    lines = (re.sub(r" {2,}", " ", line).strip() for line in text.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def half_width(text: str) -> str:
    """Give full-width letters, figures and signs (１．００) as the plain ones that are meant."""
    return text if text.isascii() else text.translate(FULL_WIDTH)


@lru_cache(maxsize=16384)
def one_line(text: str) -> str:
    """Clean the text and join its lines: names in cells are broken anywhere."""
    cleaned = clean(text)
    return re.sub(r"\s+", " ", cleaned) if "\n" in cleaned else cleaned


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """Give the text without tone and letter marks, lower case, y at a word's end as i.

    The search in the browser (scripts/web/fold.js) does the same: tests/web/fold_cases.json
    holds the two together.
    """
    bare = unicodedata.normalize("NFD", one_line(text).lower())
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return FINAL_Y.sub(r"\1i", bare.replace("đ", "d").replace("ð", "d"))


def slug(text: str, separator: str = "-") -> str:
    """Name a file, a folder or an anchor: `Đăng ký khai sinh` becomes `dang-ky-khai-sinh`."""
    bare = unicodedata.normalize("NFD", one_line(text).lower()).replace("đ", "d")
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return WORD_BREAKS.sub(separator, bare).strip(separator)


@lru_cache(maxsize=8192)
def name_key(name: str) -> str:
    """Give what two writings of one procedure's name share.

    Numbering in front, a leading "Thủ tục", the final full stop, quotes, capitals, spaces, comma or
    semicolon, and the two tone styles fall away; every other letter and mark stays, since one word
    can make another procedure.
    """
    key = NUMBERING.sub("", one_line(name)).lower()
    for old, new in TONE_PAIRS:
        key = key.replace(old, new)
    key = re.sub(r"^thủ tục:?\s+", "", key.strip(" \"'“”"))
    key = re.sub(r"\s*([,;:()\-–/])\s*", r"\1", key).replace("–", "-").replace(";", ",")
    return key.strip(" .;:,\"'“”")


def sentence_case(text: str) -> str:
    """Show a name written all in capitals as a sentence; leave any other as it is."""
    letters = [char for char in text if char.isalpha()]
    capitals = sum(char.isupper() for char in letters)
    if len(letters) < A_SENTENCE or capitals < 0.8 * len(letters):
        return text
    return text[:1].upper() + text[1:].lower()
