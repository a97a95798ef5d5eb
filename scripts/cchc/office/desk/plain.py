"""Messages written for a terminal, in the words of the desk; pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from cchc.base.problems import Problem, Severity
from cchc.office.desk import links

# What a person types in a terminal is a field or a button here.
INSTEAD = (
    (r"^extra\.ward\.[\w.]+: ", ""),
    (r"[;,]? xem `cchc [^`]*`", ""),
    (r"; muốn đổi thì sửa `tra_loi` trong procedures/questions\.yml", ""),
    (r"chưa ở dạng chuẩn; chạy `cchc fmt` để sửa", "chưa ở dạng chuẩn; bấm Đăng, máy tự sửa"),
    (r", hoặc nhập lại với --title", ", ở ô “Tên bài”"),
    (r", hoặc nhập lại với --category", ", ở ô “Chuyên mục”"),
    (r"đặt tên khác bằng --title", "đặt tên khác ở ô “Tên bài”"),
    (r"bằng --date", "ở ô “Ngày của bài”"),
    (r"--by để trống; ghi họ tên hoặc chức danh người xác nhận: --by \"…\"",
     "chưa ghi người xác nhận; ghi họ tên hoặc chức danh"),
    (r"rồi thêm --effect NGÀY \(như 01/12/2026\)", "rồi ghi vào ô “Ngày hiệu lực”"),
    (r"muốn (?:làm lại|bỏ) thì(?: dùng)? `cchc decision revert` trước",
     "muốn làm lại thì phải thu hồi xác nhận trước: nhờ người phụ trách phần mềm"),
    (r"--category", "ô “Chuyên mục”"),
    (r"--because", "ô “Vì sao”"),
    (r"xóa nó rồi chạy lại", "bỏ bài ấy"),
    (r"(?:rồi )?chạy lại", "rồi làm lại"),
    (r"chạy `make site` để máy làm, rồi dựng lại trang", "chạy lại office.cmd"),
)  # fmt: skip
INBOX = re.compile(r"[^\s“”:]*/\.cchc/nhan/[^/]+/")


@dataclass(frozen=True, slots=True)
class Shown:
    """A problem as a page shows it: the words, the place, the form that mends it (maybe none)."""

    words: str
    place: str
    is_error: bool
    form: str = ""


def shown(problem: Problem) -> Shown:
    """Say a problem to a person who knows files and terminals only by name."""
    path = INBOX.sub("", problem.path)
    line = f", dòng {problem.line}" if problem.line > 1 else ""
    words = in_plain_words(problem.message)
    return Shown(
        words=words[:1].upper() + words[1:],
        place=f"{path}{line}" if path and not path.startswith("--") else "",
        is_error=problem.severity is Severity.ERROR,
        form=links.form_of(problem.path),
    )


def shown_all(problems: Iterable[Problem]) -> tuple[Shown, ...]:
    """Say many, errors first."""
    return tuple(sorted(map(shown, problems), key=lambda each: not each.is_error))


def in_plain_words(text: str) -> str:
    """Put a button or a field where a text names a command or an option."""
    text = INBOX.sub("", text)
    for pattern, words in INSTEAD:
        text = re.sub(pattern, words, text)
    return text
