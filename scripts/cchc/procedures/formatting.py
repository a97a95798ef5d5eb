"""`cchc fmt`: every data file and post in its canonical form; a second run changes nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import TypeAlias

from cchc.base.files import relative, write_atomically
from cchc.base.notices import FILE as NOTICES
from cchc.base.notices import PLACE as NOTICES_PLACE
from cchc.base.notices import canonical_notices, read_notices
from cchc.base.post_form import canonical_post
from cchc.base.posts import FOLDER as POSTS
from cchc.base.problems import Problem, Refused
from cchc.procedures.decision_files import (
    DECISIONS,
    canonical_decision,
    decision_paths,
    read_decision_file,
)
from cchc.procedures.fields import FILE, canonical_fields, read_fields
from cchc.procedures.files import canonical, read_version
from cchc.procedures.life_events import FILE as LIFE_EVENTS
from cchc.procedures.life_events import canonical_life_events, read_life_events
from cchc.procedures.questions import FILE as QUESTIONS
from cchc.procedures.questions import canonical_questions, read_questions
from cchc.procedures.store import FOLDER, UNREADABLE, procedure_paths

# From a file's name and bytes to its one text; raises `Refused`.
Form: TypeAlias = Callable[[str, bytes], str]
NO_OTHERS: Mapping[str, Form] = MappingProxyType({})
NOWHERE: Mapping[Path, Form] = MappingProxyType({})
DECISIONS_FOLDER = Path(DECISIONS).name


@dataclass(frozen=True, slots=True)
class Formatted:
    """Paths written, and the problems of files left as they were."""

    written: tuple[str, ...]
    problems: tuple[Problem, ...]


def format_files(
    root: Path,
    paths: list[Path] | None = None,
    others: Mapping[str, Form] = NO_OTHERS,
    placed: Mapping[Path, Form] = NOWHERE,
) -> Formatted:
    """Rewrite the given files, or all; a file that cannot be read stays untouched.

    `others` are the forms of files of upper rooms by their names in procedures/, `placed` those
    that stand elsewhere, by their whole paths.
    """
    written: list[str] = []
    problems: list[Problem] = []
    for path in paths or [*_all(root, others), *placed]:
        name = relative(path, root)
        try:
            form = placed.get(path.absolute()) or _form(path, others)
            text = form(name, path.read_bytes())
        except Refused as refused:
            problems.extend(refused.problems)
            continue
        except OSError:
            problems.append(Problem(name, 1, UNREADABLE))
            continue
        if write_atomically(path, text.encode()):
            written.append(name)
    return Formatted(tuple(written), tuple(problems))


def _all(root: Path, others: Iterable[str]) -> list[Path]:
    single = (root / FOLDER / name for name in (FILE, LIFE_EVENTS, QUESTIONS, *others))
    there = (path for path in (*single, root / NOTICES_PLACE) if path.is_file())
    posts = sorted((root / POSTS).rglob("*.md"))
    return [*there, *procedure_paths(root), *decision_paths(root), *posts]


def _form(path: Path, others: Mapping[str, Form]) -> Form:
    by_name = {**NAMED, **others}
    if path.name in by_name:
        return by_name[path.name]
    if path.suffix == ".md":
        return canonical_post
    if path.parent.parent.name == DECISIONS_FOLDER:
        return lambda name, raw: canonical_decision(read_decision_file(name, raw))
    return lambda name, raw: canonical(read_version(name, raw).procedure)


NAMED: Mapping[str, Form] = MappingProxyType(
    {
        FILE: lambda name, raw: canonical_fields(read_fields(name, raw)),
        LIFE_EVENTS: lambda name, raw: canonical_life_events(read_life_events(name, raw)),
        QUESTIONS: lambda name, raw: canonical_questions(read_questions(name, raw)),
        NOTICES: lambda name, raw: canonical_notices(read_notices(name, raw)),
    }
)
