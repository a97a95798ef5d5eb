"""What rclone and git say when they fail, and the way out that it means."""

from __future__ import annotations

import re

# The first that fits; git and rclone speak English (LC_ALL=C).
WAYS_OUT = {
    r"didn't find section in config": "rclone chưa biết tên này; khai báo: rclone config",
    r"no space|disk space|quota|insufficient storage|\b507\b": (
        "nơi nhận hết chỗ; dọn bớt rồi chạy lại"
    ),
    r"read-only|read only": "nơi nhận chỉ cho đọc; nhờ người quản trị mở quyền ghi",
    r"denied|forbidden|unauthorized|authenticat|could not read username|\b40[13]\b|permi": (
        "nơi nhận không cho vào; kiểm tra tài khoản, khóa và quyền ghi"
    ),
    r"refused|timed? ?out|no such host|could not resolve|unreachable|reset by peer|\beof\b|hung up"
    r"|broken pipe|connection|i/o error|transport|closed|couldn't connect": (
        "mạng đứt hoặc máy chủ không trả lời; lần chạy sau sẽ làm tiếp"
    ),
    r"does not appear to be a git repository|not found|no such file": (
        "không có nơi này; xem lại địa chỉ"
    ),
}
TELLING = re.compile("error|fatal|fail|critical|rejected", re.IGNORECASE)
# `2026/11/24 13:00:00 ERROR : name: words`
HEAD = re.compile(r"^(?:\d{4}/\d\d/\d\d \d\d:\d\d:\d\d )?(?:(?:NOTICE|ERROR|CRITICAL)\s*:?\s*)?")
SHORT = 240


def way_out(said: str) -> str:
    """Give what to do, in Vietnamese; empty where the words are unknown."""
    return next(
        (way for words, way in WAYS_OUT.items() if re.search(words, said, re.IGNORECASE)), ""
    )


def last_words(said: str) -> str:
    """Give the last line that tells of the failure, without its time, cut to a line's length."""
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    telling = [line for line in lines if TELLING.search(line)]
    last = (telling or lines or [""])[-1]
    return HEAD.sub("", last)[:SHORT]
