"""Bytes to text: UTF-8 or a message that says what the bytes look like."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from cchc.base.problems import Problem

MAX_BYTES = 512 * 1024
ASCII_END = 0x7F
BOM = b"\xef\xbb\xbf"
ADVICE = (
    "mở tệp bằng Notepad (hoặc VS Code), chọn Lưu thành (Save As), mã hóa UTF-8, rồi lưu lại;"
    " nếu chữ đã sai thì chuyển mã bằng Unikey trước khi lưu"
)
UTF16 = (b"\xff\xfe", b"\xfe\xff")
# TCVN3 keeps ă â đ ê ô ơ ư and á à ả ã ạ where Windows-1258 has signs such as § « ¬ ®.
TCVN3_ONLY = frozenset({*range(0xA1, 0xB0), *range(0xB5, 0xBF)})
VNI_PAIRS = re.compile(
    rb"[aeouyAEOUY][\xf8\xd8\xf9\xd9\xfb\xdb\xf5\xd5\xef\xcf\xe2\xc2\xe1\xc1\xe0\xc0\xe5\xc5\xe4\xc4\xea\xca]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text (None: not readable) and what was odd about its bytes."""

    text: str | None
    problems: tuple[Problem, ...] = ()


def decode(path: str, raw: bytes) -> Decoded:
    """Decode UTF-8; a byte order mark, CRLF and decomposed letters are problems, not failures."""
    if len(raw) > MAX_BYTES:
        size = f"{len(raw) / 1024:,.0f} KB".replace(",", ".")
        message = f"tệp quá lớn ({size}, tối đa {MAX_BYTES // 1024} KB); bỏ phần thừa hoặc tách tệp"
        return Decoded(None, (Problem(path, 1, message),))
    try:
        text = raw.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        return Decoded(None, (Problem(path, line, f"tệp không phải UTF-8{guess(raw)}; {ADVICE}"),))
    return Decoded(text, tuple(_oddities(path, raw, text)))


def guess(raw: bytes) -> str:
    """Say what encoding the bytes look like, as the tail of a message, or nothing."""
    if raw.startswith(UTF16):
        return ", có vẻ là UTF-16 (Notepad gọi là “Unicode”)"
    high = [byte for byte in raw if byte > ASCII_END]
    if len(VNI_PAIRS.findall(raw)) > 0.4 * len(high):
        return ", có vẻ là chữ gõ bằng bảng mã VNI (phông VNI-Times)"
    if sum(byte in TCVN3_ONLY for byte in high) > len(high) / 10:
        return ", có vẻ là chữ gõ bằng bảng mã TCVN3 (phông .VnTime)"
    return ", có vẻ là bảng mã Windows-1258" if high else ""


def _oddities(path: str, raw: bytes, text: str) -> list[Problem]:
    found = []
    if raw.startswith(BOM):
        found.append(Problem(path, 1, "đầu tệp có dấu BOM; chạy `cchc fmt` để bỏ"))
    if b"\r" in raw:
        line = raw.count(b"\n", 0, raw.index(b"\r")) + 1
        found.append(Problem(path, line, "xuống dòng kiểu Windows (CRLF); chạy `cchc fmt` để sửa"))
    if not unicodedata.is_normalized("NFC", text):
        found.append(Problem(path, _first_decomposed(text), _DECOMPOSED))
    return found


_DECOMPOSED = (
    "chữ có dấu viết rời (Unicode tổ hợp), tìm kiếm và so sánh sẽ sai; chạy `cchc fmt` để sửa"
)


def _first_decomposed(text: str) -> int:
    for number, line in enumerate(text.split("\n"), start=1):
        if not unicodedata.is_normalized("NFC", line):
            return number
    return 1
