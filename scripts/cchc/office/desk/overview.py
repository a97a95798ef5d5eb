"""What waits at the desk on a day: problems, drafts, posts to come, decisions, questions."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from cchc.base.posts import DOCS, Post, load_posts
from cchc.base.problems import Problem, Refused, errors
from cchc.changes.status import is_waiting
from cchc.office.desk import links
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.decision_files import load_decisions
from cchc.procedures.questions import Question, load_questions
from cchc.procedures.store import Catalogue, load
from cchc.publish.checking import check_portal
from cchc.site.news.articles import post_address


@dataclass(frozen=True, slots=True)
class PostLine:
    """A post in a list: title, day, the editor's form, its page in the preview."""

    title: str
    day: dt.date
    form: str
    preview: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All of it, by kind; `problems` are sorted by place."""

    day: dt.date
    catalogue: Catalogue
    problems: tuple[Problem, ...]
    drafts: tuple[PostLine, ...]
    coming: tuple[PostLine, ...]
    latest: tuple[PostLine, ...]
    proposals: tuple[Decision, ...]
    to_apply: tuple[Decision, ...]
    questions: tuple[Question, ...]

    @property
    def errors(self) -> tuple[Problem, ...]:
        """The problems that keep everything from going out."""
        return errors(self.problems)


def overview(root: Path, day: dt.date) -> Overview:
    """Look at the whole portal; what cannot be read becomes a problem."""
    catalogue = load(root)
    decisions = tuple(load_decisions(root).by_path.values())
    posts = load_posts(root).all
    questions, lost = _questions(root)
    told = {*check_portal(root, catalogue, day), *lost}
    return Overview(
        day=day,
        catalogue=catalogue,
        problems=tuple(sorted(told)),
        drafts=tuple(_line(each) for each in posts if each.draft),
        coming=tuple(_line(each) for each in posts if not each.draft and each.date > day),
        latest=tuple(_line(each) for each in posts if each.shown_on(day))[:5],
        proposals=tuple(d for d in decisions if d.state is DecisionState.PROPOSED),
        to_apply=tuple(d for d in decisions if is_waiting(d)),
        questions=questions,
    )


def _questions(root: Path) -> tuple[tuple[Question, ...], tuple[Problem, ...]]:
    try:
        return load_questions(root).open, ()
    except Refused as refused:
        return (), refused.problems


def _line(post: Post) -> PostLine:
    form = links.form_of(f"{DOCS}{post.path}")
    return PostLine(post.title, post.date, form, links.preview(post_address(post)))
