"""The questions that lists and decisions raised: shown, answered."""

from __future__ import annotations

from typing import Any

from flask import Blueprint, render_template

from cchc.base.clock import today
from cchc.base.problems import Problem, Refused
from cchc.office.desk.acting import reason, told, who, writing
from cchc.office.desk.desk import Desk, add
from cchc.procedures.questions import Answer, load_questions, save_questions

ANSWERED = "câu hỏi này đã có người trả lời; mở lại danh sách câu hỏi"


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("hoi", __name__)
    add(rooms, "/cau-hoi", questions, desk)
    add(rooms, "/cau-hoi/<question>", answer, desk, "POST")
    return rooms


def questions(desk: Desk) -> str:
    """Show the questions that nobody has answered."""
    return render_template("cau-hoi.html", questions=load_questions(desk.root).open)


def answer(desk: Desk, question: str) -> Any:  # noqa: ANN401 - a way to a page
    """Record a person's answer."""
    said = Answer(because=reason(), by=who(desk), date=today())

    def write() -> None:
        known = load_questions(desk.root)
        if not any(each.id == question for each in known.open):
            raise Refused([Problem("", 0, ANSWERED)])
        save_questions(desk.root, known.answered(question, said))

    writing(desk, write)
    return told(desk, "/cau-hoi", "Đã ghi câu trả lời.")
