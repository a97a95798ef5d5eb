"""Mend what some PDFs do to Vietnamese: “Cấp gi ấy ch ứng nh ận” is “Cấp giấy chứng nhận”.

A small grammar of the syllable (onset, rime, tone) tells a syllable from a piece of one. Pieces
are joined to a neighbour only where the join is a syllable; two words are never joined.
"""

from __future__ import annotations

import functools
import re
import unicodedata

# What may stand before the vowel. `gi` and `qu` are onsets here: “giấy”, “quyết”.
LETTERS_BEFORE = "b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x"
ONSETS = frozenset(LETTERS_BEFORE.split())
# Vowel, then the codas that it takes; `-` is none.
RIMES = """
    a - c ch i m n ng nh o p t u y|ă c m n ng p t|â c m n ng p t u y|e - c m n ng o p t
    ê - ch m n nh p t u|i - a ch m n nh p t u|iê c m n ng p t u|o - a c e i m n ng p t
    oa c ch i m n ng nh o p t y|oă c m n ng t|oe n o t|oo c ng|ô - c i m n ng p t|ơ - i m n p t
    u - a c i m n ng p t y|uâ n ng t y|uê - ch nh|uô c i m n ng t|uơ -|uy a ch n nh t u
    uyê n t|ư - a c i m n ng t u|ươ c i m n ng p t u|y -|yê m n ng t u
"""
# After qu-, where the rime starts with the vowel that follows the u.
AFTER_QU = """
    a ac ach ai an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc ân âng ât ây e en eo et ê êch ên
    ênh êt i ich in inh it iu ôc ơ ơi ơn ơt y ych ynh yt yên yêt
"""
# Where the word begins with its vowel, few forms are words (“ấy”, “ứng”); “ễm”, “ận” are pieces.
BARE_WORDS = """
    a á à ạ ả ác ách ai ái ải am an án ang áng anh ánh ảnh ao áo ảo ào ạo áp át áy ăn ăng ắt
    âm ấm ầm ẩm ân ấn ẩn ấp âu ấu ẩu ấy e é em én ép êm i in ít ích o oai oan oán oanh ong óc
    ói ô ổ ồ ôm ốm ôn ổn ồn ông ống ốc ơ ở ơn ớt u ủ ung ủng úng uống uốn út úp uy ủy uỷ úy uyên
    uyển ứng ưng ức ước ướt ướp ươm ương ưa ưu y ý ỷ yên yến yêu yếu yết yểm
"""
ALONE = frozenset(BARE_WORDS.split())
TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
STOPPED = re.compile(r"(?:c|ch|p|t)$")
LEVEL_TONES = re.compile("[\u0300\u0303\u0309]")
CODAS = frozenset(["c", "ch", "m", "n", "ng", "nh", "p", "t"])
FRONT = frozenset("eêiy")
VOWELS = frozenset("aăâeêioôơuưy")
# “điểm b”, “nhóm C”, “500 m”: a letter of its own after these is a label or a unit.
BEFORE_LABEL = re.compile(
    r"(?:\d|[(]|(?:^|\s)(?:điểm|khoản|mục|nhóm|hạng|loại|mẫu|phần|bảng|lớp|tổ|khu|ca|ký hiệu))$",
    re.IGNORECASE,
)
WORD = re.compile(r"[^\W\d_]+")
SPACED_WORDS = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)+")


def _rimes() -> frozenset[str]:
    found = []
    for row in re.split(r"[|\n]", RIMES):
        vowel, *codas = row.split() or [""]
        found += [vowel + ("" if coda == "-" else coda) for coda in codas]
    return frozenset(found)


ALL_RIMES = _rimes()
QU_RIMES = frozenset(AFTER_QU.split())


@functools.lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Tell whether the letters can be a syllable, tone and all: “giấy” yes, “ờng”, “ễm” no."""
    marked = unicodedata.normalize("NFD", word.lower())
    tones = sum(marked.count(chr(tone)) for tone in TONES)
    bare = unicodedata.normalize("NFC", marked.translate(TONES))
    if tones > 1 or (STOPPED.search(bare) and (LEVEL_TONES.search(marked) or not tones)):
        return False
    if bare[:1] in VOWELS:
        return unicodedata.normalize("NFC", word.lower()) in ALONE
    return any(_fits(bare[:size], bare[size:]) for size in (3, 2, 1) if bare[:size] in ONSETS)


def _fits(onset: str, rime: str) -> bool:
    """Tell whether the spelling lets the onset stand before the rime: k before e, ê, i, c not."""
    if onset == "qu":
        return rime in QU_RIMES
    if rime not in ALL_RIMES:
        return False
    first = rime[0]
    if onset in {"gh", "ngh", "k"}:
        return first in FRONT
    if onset in {"c", "ng"}:
        return first not in FRONT
    return first not in {"g": "eê", "gi": "iy"}.get(onset, "")


@functools.lru_cache(maxsize=4096)
def mend(text: str) -> str:
    """Join the pieces of split syllables; any other text comes back as it is."""
    return SPACED_WORDS.sub(lambda run: _mend_run(run[0], text[: run.start()]), text)


def _mend_run(run: str, before: str) -> str:
    words: list[str] = []
    for piece in run.split(" "):
        previous = f"{before} {words[-2]}" if len(words) > 1 else before
        if words and _belong(words[-1], piece, previous.strip()):
            words[-1] += piece
        else:
            words.append(piece)
    return " ".join(words)


def _belong(left: str, right: str, before: str) -> bool:
    """Tell whether two neighbours are one syllable in two pieces."""
    if not _same_case(left, right) or not is_syllable(left + right):
        return False
    if not _has_vowel(left) or left.lower() in {"gi", "qu"}:
        return not (len(left) == 1 and BEFORE_LABEL.search(before))
    if not _has_vowel(right):
        return right.lower() in CODAS and not is_syllable(left)
    return not is_syllable(right)


def _same_case(left: str, right: str) -> bool:
    return right.islower() or (left.isupper() and right.isupper())


def _has_vowel(word: str) -> bool:
    bare = unicodedata.normalize("NFC", unicodedata.normalize("NFD", word.lower()).translate(TONES))
    return any(letter in VOWELS for letter in bare)
