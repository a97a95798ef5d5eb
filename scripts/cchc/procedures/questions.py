"""procedures/questions.yml: what a list or a decision raised and a person has to answer.

A question goes only when a person answers it, or when a confirmed decision covers it: never by
being asked again, never because a later list no longer raises it.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from cchc.base.files import write_atomically
from cchc.base.models import Day, Line, Model, NeededLine, Text, problems_of
from cchc.base.problems import Problem, Refused
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.parts import needed, part
from cchc.procedures.store import FOLDER

FILE = "questions.yml"
EMPTY = (
    "tệp trống, mọi câu hỏi đã mất? Khôi phục từ Git hay bản sao; nếu thật không có câu hỏi nào thì"
    " xóa tệp"
)


class Answer(Model):
    """What a person answered, and why; or the decision that made the question pointless."""

    because: Text = needed("vi_sao", "Vì sao")
    by: Line = part("nguoi", "Người trả lời", default="")
    date: Day = needed("ngay", "Ngày")


class Question(Model):
    """One question; `id` is made of what is asked, so that asking twice gives one question."""

    id: NeededLine = needed("id", "Mã câu hỏi")
    kind: NeededLine = needed("loai", "Loại")
    code: Line = part("ma", "Mã thủ tục", default="")
    name: Line = part("ten", "Tên thủ tục", default="")
    text: Text = needed("noi_dung", "Câu hỏi")
    source: Line = part("nguon", "Nguồn", default="")
    decision: Line = part("quyet_dinh", "Quyết định", default="")
    asked: Day = needed("ngay_hoi", "Ngày hỏi")
    answer: Answer | None = part("tra_loi", "Trả lời", default=None)


class Questions(Model):
    """The whole file, in the order asked."""

    all: tuple[Question, ...] = part("cau_hoi", "Câu hỏi")

    @property
    def open(self) -> tuple[Question, ...]:
        """The questions nobody has answered."""
        return tuple(each for each in self.all if each.answer is None)

    def with_new(self, asked: Iterable[Question]) -> Questions:
        """Add the questions that are not there yet, answered ones included."""
        known = {each.id for each in self.all}
        new = {each.id: each for each in asked if each.id not in known}
        return Questions(all=(*self.all, *new.values())) if new else self

    def find(self, question_id: str) -> Question:
        """Give a question by its id. Raise `KeyError` where there is none."""
        for each in self.all:
            if each.id == question_id:
                return each
        raise KeyError(question_id)

    def answered(self, question_id: str, answer: Answer) -> Questions:
        """Give the list with one question answered. Raise `KeyError` for an unknown id."""
        found = self.find(question_id)
        done = found.model_copy(update={"answer": answer})
        return Questions(all=tuple(done if each is found else each for each in self.all))


def question_id(*parts: str) -> str:
    """Make the short, stable id of what is asked: 8 letters of a hash of its parts."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:8]


def new_question(  # noqa: PLR0913 - one argument a part of the record, all by name
    *,
    kind: str,
    code: str,
    name: str,
    text: str,
    source: str,
    day: dt.date,
    decision: str = "",
    about: str = "",
) -> Question:
    """Ask. Two questions are the same where kind, code (or name), decision and `about` are.

    `about` is what exactly is asked (the other name, the new decision): the text may say it in
    other words next time, or name another file.
    """
    return Question(
        id=question_id(kind, code or name, decision, about),
        kind=kind,
        code=code,
        name=name,
        text=text,
        source=source,
        decision=decision,
        asked=day,
    )


def load_questions(root: Path) -> Questions:
    """Read the file; no file means no question. Raise `Refused` with every fault found."""
    path = root / FOLDER / FILE
    if not path.is_file():
        return Questions()
    return read_questions(f"{FOLDER}/{FILE}", path.read_bytes())


def read_questions(name: str, raw: bytes) -> Questions:
    """Read the file's bytes. Raise `Refused` with every fault found."""
    document = read_yaml(name, raw)
    if not document.data:
        raise Refused([Problem(name, 1, EMPTY)])
    try:
        return Questions.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def save_questions(root: Path, questions: Questions) -> bool:
    """Write the file in canonical form; tell whether anything changed."""
    if not questions.all and not (root / FOLDER / FILE).exists():
        return False
    return write_atomically(root / FOLDER / FILE, canonical_questions(questions).encode())


def canonical_questions(questions: Questions) -> str:
    """Give the one text of the file."""
    data = questions.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return write_yaml({"cau_hoi": [], **data})
