"""Text typed for old fonts (.VnTime, VNI-Times): it looks right on paper and is no Unicode."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.province.decision.files.blocks import Block, Paragraph

ADVICE = (
    "chữ trong tệp gõ bằng bảng mã {name}, không phải Unicode; chọn hết chữ, chuyển mã sang Unicode"
    " bằng Unikey (Ctrl+Shift+F6) rồi lưu và chạy lại"
)
# In TCVN3 đ is ®, á is ¸, à is µ, ê is ª …: signs that no word has inside it.
TCVN3 = re.compile(r"[a-z][À-Þ]|[a-zA-Z][®µ¸¶·¹¨©ª«¬»¾¼½]|[®µ¸¶¹©ª«¬][a-z]")
# In VNI a tone is a letter of its own after the vowel: “Quyeát ñònh”.
VNI = re.compile(r"[aeouyAEOUY][áàûõïâéèùø](?![a-z]*[ạảấầẩẫậắằẳẵặ])|ñ[aeiouyöô]")
UNICODE = re.compile(r"[\u1ea0-\u1ef9đĐăĂơƠưƯ]")
FEWEST = 8
LETTERS_SEEN = 20_000


def old_font(blocks: Iterable[Block]) -> str | None:
    """Say what is wrong where the text is of an old font; None where it is Unicode."""
    text = _beginning(blocks)
    unicode = len(UNICODE.findall(text))
    for name, signs in (("TCVN3 (phông .VnTime)", TCVN3), ("VNI (phông VNI-Times)", VNI)):
        found = len(signs.findall(text))
        if found >= FEWEST and found > unicode:
            return ADVICE.format(name=name)
    return None


def _beginning(blocks: Iterable[Block]) -> str:
    parts: list[str] = []
    length = 0
    for block in blocks:
        text = block.text if isinstance(block, Paragraph) else block.words
        parts.append(text)
        length += len(text)
        if length > LETTERS_SEEN:
            break
    return "\n".join(parts)
