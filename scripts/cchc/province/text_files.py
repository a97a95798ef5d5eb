"""Text files of a source: UTF-8, plain or gzip, of sane size."""

from __future__ import annotations

import gzip
import zlib
from pathlib import Path

from cchc.base.archive import MAX_BYTES, MAX_UNPACKED
from cchc.base.encoding import ADVICE, BOM, guess
from cchc.province.content import refuse

GZIP = b"\x1f\x8b"


def read_text(path: Path) -> str:
    """Give the text of a file, unpacked where it is gzip. Raise `Refused` with the reason."""
    raw = read_bytes(path)
    if raw.startswith(GZIP):
        raw = _unpacked(path)
    try:
        return raw.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as error:
        line = raw.count(b"\n", 0, error.start) + 1
        sample = raw[: 1 << 20]
        raise refuse(path, f"tệp không phải UTF-8{guess(sample)}; {ADVICE}", line) from None


def read_bytes(path: Path) -> bytes:
    """Give a file's bytes. Raise `Refused` where it is missing, empty or too big."""
    if path.is_dir():
        raise refuse(path, "là thư mục; ghi rõ tên từng tệp")
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            raise refuse(
                path, f"tệp lớn {size // (1 << 20)} MB, tối đa {MAX_BYTES // (1 << 20)} MB"
            )
        raw = path.read_bytes()
    except FileNotFoundError:
        raise refuse(path, "không có tệp này; xem lại tên và thư mục") from None
    except OSError as error:
        raise refuse(path, f"không mở được tệp ({error.strerror})") from None
    if not raw.strip():
        raise refuse(path, "tệp trống (0 byte nội dung); lấy lại tệp từ nguồn")
    return raw


def _unpacked(path: Path) -> bytes:
    try:
        with gzip.open(path) as stream:
            raw = stream.read(MAX_UNPACKED + 1)
    except (OSError, EOFError, zlib.error):
        raise refuse(path, "tệp nén bị hỏng (tải chưa hết?); lấy lại tệp từ nguồn") from None
    if len(raw) > MAX_UNPACKED:
        raise refuse(path, "mở ra lớn hơn 200 MB; không phải danh sách thủ tục")
    return raw
