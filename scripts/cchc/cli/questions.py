"""`cchc question …`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from cchc.base.clock import show_date, today
from cchc.changes.tables import hanging, terminal_width
from cchc.procedures.questions import Answer, load_questions, save_questions


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    question = commands.add_parser("question", help="câu hỏi mà danh sách, quyết định đặt ra")
    of_question = question.add_subparsers(title="Lệnh", metavar="LỆNH", required=True)
    shown = of_question.add_parser("list", help="in các câu hỏi chưa trả lời")
    shown.add_argument("--all", action="store_true", help="in cả câu đã trả lời")
    shown.set_defaults(run=run_list)
    answer = of_question.add_parser("answer", help="trả lời một câu hỏi")
    answer.add_argument("ma", metavar="MÃ CÂU HỎI", help="8 ký tự trong danh sách câu hỏi")
    answer.add_argument("--because", required=True, metavar="VÌ SAO", help="câu trả lời, lý do")
    answer.add_argument("--by", default="", metavar="AI", help="người trả lời")
    answer.set_defaults(run=run_answer, writes=True)


def run_list(root: Path, options: argparse.Namespace) -> int:
    """Print the questions, one a paragraph."""
    questions = load_questions(root)
    width = terminal_width()
    shown = questions.all if options.all else questions.open
    for each in shown:
        about = " ".join(filter(None, (each.code, each.name)))
        print(hanging(f"{each.id}  ", about, width))
        print(hanging("          ", each.text, width))
        if each.answer:
            print(f"          Đã trả lời {each.answer.date:%d/%m/%Y}: {each.answer.because}")
    print(f"{len(questions.open)} câu hỏi chưa trả lời, {len(questions.all)} câu tất cả.")
    return 0


def run_answer(root: Path, options: argparse.Namespace) -> int:
    """Record an answer; 2 where there is no such question or no words."""
    questions = load_questions(root)
    if not options.because.strip():
        sys.stderr.write("--because: viết câu trả lời hoặc lý do\n")
        return 2
    known = next((each for each in questions.all if each.id == options.ma), None)
    if known and known.answer:
        said = f"{show_date(known.answer.date)}: {known.answer.because}"
        sys.stderr.write(
            f"câu hỏi {options.ma} đã trả lời {said}; muốn đổi thì sửa `tra_loi` trong"
            " procedures/questions.yml\n"
        )
        return 2
    answer = Answer(because=options.because, by=options.by, date=today())
    try:
        after = questions.answered(options.ma, answer)
    except KeyError:
        sys.stderr.write(f"không có câu hỏi {options.ma}; xem `cchc question list`\n")
        return 2
    save_questions(root, after)
    print(f"Đã ghi trả lời câu hỏi {options.ma}.")
    return 0
