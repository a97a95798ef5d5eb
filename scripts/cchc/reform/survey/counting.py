"""From forms to a survey: counts by level and field, nobody recognisable."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from cchc.procedures.fields import Fields
from cchc.reform.survey.columns import Column
from cchc.reform.survey.forms import Form
from cchc.reform.survey.group_faults import OTHER
from cchc.reform.survey.hiding import hidden
from cchc.reform.survey.model import Count, Group, Question, Survey


def counted(
    head: Survey, asked: Mapping[Column, Question], forms: Sequence[Form], fields: Fields
) -> Survey:
    """Fill a survey with the counts of forms; `asked` says what each column asks."""
    days = [each.day for each in forms if each.day]
    named = [(field_of(each, fields), each) for each in forms]
    questions = tuple(_question(head, c, q, named) for c, q in asked.items())
    return hidden(
        head.model_copy(
            update={
                "returned": len(forms),
                "questions": questions,
                "first": min(days, default=head.first),
                "last": max(days, default=head.last),
            }
        )
    )


def field_of(form: Form, fields: Fields) -> str:
    """Give the field as the list of fields names it; what it does not name is another one."""
    known = fields.named(form.field) if form.field else None
    return known.name if known else OTHER if form.field else ""


def _question(
    head: Survey, column: Column, question: Question, named: Sequence[tuple[str, Form]]
) -> Question:
    chosen = Counter(f.answers[column.index] for _, f in named if column.index in f.answers)
    counts = tuple(
        Count(level=each.key, forms=chosen[each.key]) for each in head.levels if chosen[each.key]
    )
    groups = tuple(_groups(head, column, named))
    return question.model_copy(update={"counts": counts, "groups": groups, "hidden": False})


def _groups(head: Survey, column: Column, named: Sequence[tuple[str, Form]]) -> Iterator[Group]:
    good = {each.key for each in head.levels if each.satisfied}
    for field in sorted(
        {name for name, _ in named if name}, key=lambda name: (name == OTHER, name)
    ):
        levels = [f.answers[column.index] for n, f in named
                  if n == field and column.index in f.answers]  # fmt: skip
        satisfied = sum(level in good for level in levels)
        yield Group(field=field, answered=len(levels), satisfied=satisfied)
