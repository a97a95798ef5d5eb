from __future__ import annotations

import unicodedata

import pytest

from cchc.base.encoding import MAX_BYTES, decode

SENTENCE = "ten: Đăng ký khai sinh, cấp bản sao trích lục hộ tịch cho người dân phường\n"
# The same words as TCVN3 (.VnTime) and VNI keep them: one or two Latin-1 bytes a letter.
TCVN3 = b"ten: \xa7\xa8ng k\xfd khai sinh, c\xcap b\xb6n sao tr\xdd ch l\xf4c h\xe9 t\xdech cho ng\xad\xeci d\xa9n\n"
VNI = "ten: Ñaêng kyù khai sinh, caáp baûn sao trích luïc hoä tòch cho ngöôøi daân\n".encode(
    "latin-1"
)


@pytest.mark.parametrize(
    ("raw", "looks_like"),
    [
        (TCVN3, "TCVN3"),
        (VNI, "VNI"),
        (SENTENCE.encode("utf-16"), "UTF-16"),
        (unicodedata.normalize("NFD", SENTENCE).encode("cp1258", "replace"), "1258"),
    ],
)
def test_other_encodings_are_named(raw: bytes, looks_like: str) -> None:
    decoded = decode("x.yml", b"ma: 1\n" + raw if looks_like != "UTF-16" else raw)
    assert decoded.text is None
    (problem,) = decoded.problems
    assert looks_like in problem.message
    assert "UTF-8" in problem.message
    assert problem.line == (1 if looks_like == "UTF-16" else 2)


@pytest.mark.parametrize(
    ("raw", "line", "words"),
    [
        (b"\xef\xbb\xbf" + SENTENCE.encode(), 1, "BOM"),
        (b"a: 1\nb: 2\r\nc: 3\r\n", 2, "CRLF"),
        (b"a: 1\n" + unicodedata.normalize("NFD", SENTENCE).encode(), 2, "viết rời"),
    ],
)
def test_odd_bytes_are_read_and_told(raw: bytes, line: int, words: str) -> None:
    decoded = decode("x.yml", raw)
    assert decoded.text is not None
    assert [(each.line, words in each.message) for each in decoded.problems] == [(line, True)]


def test_a_file_without_measure_is_not_read() -> None:
    decoded = decode("x.yml", b"a" * (MAX_BYTES + 1))
    assert decoded.text is None
    assert "quá lớn" in decoded.problems[0].message


def test_plain_utf8_has_nothing_to_tell() -> None:
    assert decode("x.yml", SENTENCE.encode()).problems == ()
