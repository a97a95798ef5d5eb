"""Text typed for old fonts (.VnTime, VNI-Times): it looks right on paper and is no Unicode."""

from __future__ import annotations

import enum
import re
import unicodedata


class OldFont(enum.Enum):
    """An encoding of before Unicode; the value is what people here call it."""

    TCVN3 = "TCVN3 (phông .VnTime)"
    VNI = "VNI (phông VNI-Times)"


ADVICE = (
    "chữ trong tệp gõ bằng bảng mã {name}, không phải Unicode; chọn hết chữ, chuyển mã sang Unicode"
    " bằng Unikey (Ctrl+Shift+F6) rồi lưu và chạy lại"
)
# In TCVN3 đ is ®, á is ¸, à is µ, ê is ª …: signs that no word has inside it.
TCVN3_SIGNS = re.compile(r"[a-z][À-Þ]|[a-zA-Z][®µ¸¶·¹¨©ª«¬»¾¼½]|[®µ¸¶¹©ª«¬][a-z]")
# In VNI a tone is a letter of its own after the vowel: “Quyeát ñònh”.
VNI_SIGNS = re.compile(r"[aeouyAEOUY][áàûõïâéèùø](?![a-z]*[ạảấầẩẫậắằẳẵặ])|ñ[aeiouyöô]")
UNICODE = re.compile(r"[\u1ea0-\u1ef9đĐăĂơƠưƯ]")
FEWEST = 8

# TCVN 5712:1993, VN3: from A1 on, a dot where the table has no letter.
_TCVN3 = (
    "ĂÂÊÔƠƯĐăâêôơưđ......àảãáạ.ằẳẵắ.......ặầẩẫấậè.ẻẽéẹềểễếệìỉ...ĩíịò.ỏõóọồổỗốộờởỡớợù.ủũúụừửữứựỳỷỹýỵ"
)
TCVN3_LETTERS = {0xA1 + place: letter for place, letter in enumerate(_TCVN3) if letter != "."}
# VNI: the sign after a vowel, and the marks that it stands for.
VNI_MARKS = {
    "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323",
    "â": "\u0302", "á": "\u0302\u0301", "à": "\u0302\u0300", "å": "\u0302\u0309",
    "ã": "\u0302\u0303", "ä": "\u0302\u0323",
    "ê": "\u0306", "é": "\u0306\u0301", "è": "\u0306\u0300", "ú": "\u0306\u0309",
    "ü": "\u0306\u0303", "ë": "\u0306\u0323",
}  # fmt: skip
VNI_LETTERS = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}
VNI_LETTER = re.compile(r"([aeouyôö])([ùøûõïâáàåãäêéèúüë])|[ôöñæóòî]", re.IGNORECASE)


def old_font_of(text: str, fewest: int = FEWEST) -> OldFont | None:
    """Tell which old font the text was typed for; None where it is Unicode.

    At least `fewest` signs must speak for it, and more than there are letters of Unicode.
    """
    unicode = len(UNICODE.findall(text))
    for font, signs in ((OldFont.TCVN3, TCVN3_SIGNS), (OldFont.VNI, VNI_SIGNS)):
        found = len(signs.findall(text))
        if found >= fewest and found > unicode:
            return font
    return None


def to_unicode(text: str, font: OldFont) -> str:
    """Give the words that the text shows in its old font; words already Unicode stay."""
    if UNICODE.search(text):
        return text
    if font is OldFont.TCVN3:
        return text.translate(TCVN3_LETTERS)
    return unicodedata.normalize("NFC", VNI_LETTER.sub(_vni_letter, text))


def _vni_letter(found: re.Match[str]) -> str:
    whole, vowel, mark = found[0], found[1], found[2]
    base = vowel or whole
    letter = VNI_LETTERS.get(base.lower(), base.lower())
    letter = letter.upper() if base.isupper() else letter
    return letter + VNI_MARKS[mark.lower()] if mark else letter
