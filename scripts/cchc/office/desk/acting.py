"""What every form of the desk does: who acts and why, alone at the files, and what it tells."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import redirect, request
from werkzeug.wrappers import Response

from cchc.base.lock import only_writer, recover
from cchc.base.problems import Problem, Refused
from cchc.office.desk.desk import Desk
from cchc.office.desk.git import signature
from cchc.office.desk.plain import in_plain_words
from cchc.office.desk.texts import NOTE

T = TypeVar("T")
NO_NAME = "chưa ghi người làm; ghi họ tên hoặc chức danh"
NO_REASON = "chưa ghi câu trả lời hoặc lý do; viết một câu"


def writing(desk: Desk, work: Callable[[], T]) -> T:
    """Do something to the files while nobody else does."""
    recover(desk.root)
    with only_writer(desk.root):
        return work()


def told(desk: Desk, address: str, words: str) -> Response:
    """Lead to a page that begins with these words."""
    return redirect(f"{address}?{NOTE}={desk.notes.put(in_plain_words(words))}", 303)


def who(desk: Desk) -> str:
    """Give who sends the form. Raise `Refused` for nobody."""
    by = signature(request.form.get("nguoi", ""))
    if not by:
        raise Refused([Problem("", 0, NO_NAME)])
    desk.remember(by)
    return by


def reason() -> str:
    """Give the words of the form's reason. Raise `Refused` for none."""
    because = request.form.get("vi_sao", "").strip()
    if not because:
        raise Refused([Problem("", 0, NO_REASON)])
    return because
