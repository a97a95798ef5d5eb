"""What MkDocs says about a broken link, in Vietnamese: the officer reads it, not a programmer."""

from __future__ import annotations

import logging
import re

_FILE = r"Doc file '(?P<file>[^']*)' contains"
_HINT = r"(?: Did you mean '(?P<hint>[^']*)'\?)?"
_MESSAGES = (
    (
        rf"{_FILE} a link '(?P<link>.*?)', but the target(?: '[^']*')? is not found.*?{_HINT}",
        "liên kết “{link}” trỏ tới tệp không có; sửa đường dẫn hoặc thêm tệp",
    ),
    (
        rf"{_FILE} an unrecognized relative link '(?P<link>.*?)', it was left as is\.{_HINT}",
        "liên kết “{link}” không trỏ tới tệp nào; viết đường dẫn tới tệp .md hoặc đủ https://",
    ),
    (
        rf"{_FILE} an absolute link '(?P<link>.*?)', it was left as is\.{_HINT}",
        "liên kết “{link}” bắt đầu bằng dấu /; viết đường dẫn từ trang này tới tệp .md",
    ),
    (
        rf"{_FILE} a link '(?P<link>.*?)', but (?:there is no such anchor|the doc).*",
        "liên kết “{link}” trỏ tới đề mục không có; xem lại tên đề mục",
    ),
    (
        r"A reference to '(?P<link>.*?)' is included in the 'nav' configuration, which is not.*",
        "mục `nav` trỏ tới tệp “{link}” không có trong docs/; sửa tên hoặc thêm tệp",
    ),
)


def in_vietnamese(message: str) -> str:
    """Give MkDocs' message in Vietnamese with the file in front; any other as it is."""
    for english, vietnamese in _MESSAGES:
        found = re.fullmatch(english, message, re.DOTALL)
        if found:
            parts = found.groupdict(default="")
            hint = f" (có phải “{parts['hint']}”?)" if parts.get("hint") else ""
            path = f"docs/{parts['file']}" if parts.get("file") else "mkdocs.yml"
            return f"{path}: {vietnamese.format(link=parts['link'])}{hint}"
    return message


class Translator(logging.Filter):
    """Put the Vietnamese text into a record on its way out."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Change the message in place and let every record pass."""
        said = record.getMessage()
        translated = in_vietnamese(said)
        if translated != said:
            record.msg, record.args = translated, None
        return True


def translate_log() -> None:
    """Make every handler of MkDocs' log speak Vietnamese; once is enough."""
    for handler in logging.getLogger("mkdocs").handlers:
        if not any(isinstance(each, Translator) for each in handler.filters):
            handler.addFilter(Translator())
