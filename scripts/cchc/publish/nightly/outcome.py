"""What a step gives: its entry in the record, the news for people, a value for the next step."""

from __future__ import annotations

import dataclasses
import enum
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

from cchc.base.faults import told
from cchc.base.problems import Problem, Refused
from cchc.publish.nightly.record import Step, StepName, StepState

T = TypeVar("T")
UNFORESEEN = "lỗi chưa lường tới, trang đang hiện không bị động tới; báo người phụ trách phần mềm"
# A folder broken as a whole gives hundreds of faults: the first tell enough.
SHOWN = 20


class Kind(enum.StrEnum):
    """What a piece of news asks for: mending, a person's work, nothing but knowing."""

    BROKEN = "hong"
    WAITING = "cho"
    KNOW = "biet"


@dataclass(frozen=True, slots=True)
class News:
    """One thing to tell; the same `key` with the same `text` is the same news."""

    key: str
    text: str
    kind: Kind


@dataclass(frozen=True, slots=True)
class Outcome(Generic[T]):
    """A step's entry, its news, and what the next steps need (None where it failed)."""

    step: Step
    news: tuple[News, ...] = ()
    value: T | None = None


def guarded(name: StepName, work: Callable[[], Outcome[T]]) -> Outcome[T]:
    """Do a step and time it; whatever goes wrong becomes news, never the end of the run."""
    began = time.monotonic()
    try:
        outcome = work()
    except Refused as refused:
        outcome = failed(name, refused.problems)
    except OSError as error:
        outcome = failed(name, [Problem("", 0, told(error))])
    except Exception as error:  # noqa: BLE001 - at night nobody is there to see a traceback
        message = f"{UNFORESEEN} ({type(error).__name__}: {error})"
        outcome = failed(name, [Problem("", 0, message)])
    step = outcome.step.model_copy(update={"seconds": round(time.monotonic() - began, 3)})
    return dataclasses.replace(outcome, step=step)


def failed(name: StepName, problems: Iterable[Problem]) -> Outcome[T]:
    """Make the outcome of a step that gave nothing."""
    every = tuple(problems)
    lines = lines_of(every)
    text = "\n".join(lines)
    step = Step(name=name, state=StepState.FAULTY, lines=lines, counts={"loi": len(every)})
    return Outcome(step, (News(name.value, text, Kind.BROKEN),))


def skipped(name: StepName, why: str) -> Outcome[T]:
    """Make the outcome of a step that was not tried."""
    return Outcome(Step(name=name, state=StepState.SKIPPED, lines=(why,)))


def lines_of(problems: Iterable[Problem]) -> tuple[str, ...]:
    """Say each problem in a line, the first twenty; a fault of the system has no place."""
    every = [str(each) if each.path else each.message for each in problems]
    more = len(every) - SHOWN
    return (*every[:SHOWN], *((f"… và {more} điều nữa",) if more > 0 else ()))
