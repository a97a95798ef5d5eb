"""The last step: what is new is told by every channel that is set, and remembered as told."""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from cchc.base.clock import show_date
from cchc.base.faults import told
from cchc.base.files import MARK
from cchc.base.problems import Problem, Refused
from cchc.base.ward import load_ward
from cchc.base.yaml_read import read_yaml
from cchc.publish.nightly.channels import Delivered, deliver
from cchc.publish.nightly.memory import (
    REPEAT_DAYS,
    Said,
    Telling,
    Today,
    choose,
    load_said,
    save_said,
)
from cchc.publish.nightly.message import message_of, when
from cchc.publish.nightly.outcome import News, Outcome, lines_of
from cchc.publish.nightly.record import Run, Step, StepName, StepState
from cchc.publish.nightly.run_files import last_published
from cchc.publish.nightly.waiting import waiting_news

REPEAT = "CCHC_REMIND_DAYS"
SITE_NAME = "Trang cải cách hành chính"
NOTHING = "không có tin mới"
NO_CHANNEL = "chưa đặt nơi nhận tin (CCHC_SMTP_HOST, CCHC_WEBHOOK, CCHC_REPORT_FILE)"


def report(
    root: Path, run: Run, news: Iterable[News], environ: Mapping[str, str]
) -> Outcome[Delivered]:
    """Tell what is to be told; what reached nobody is not remembered and is told again."""
    telling = _choose(root, run, (*news, *waiting_news(root, run.day)), environ)
    if not telling:
        save_said(root, telling.after)
        return Outcome(Step(name=StepName.REPORT, state=StepState.GOOD, lines=(NOTHING,)))
    message = message_of(run, telling, _shown(root, run), _site_name(root))
    sent = deliver(message, run.ended, environ)
    problems = [*sent.problems, *(_remember(root, telling.after) if _reached(sent) else ())]
    state = StepState.FAULTY if problems else StepState.GOOD
    how = f"đã báo qua {', '.join(sent.names)}" if sent.names else NO_CHANNEL
    lines = (how, *lines_of(problems), *message.text.splitlines())
    counts = {"moi": len(telling.fresh), "nhac_lai": len(telling.again), "het": len(telling.over)}
    step = Step(name=StepName.REPORT, state=state, lines=lines, counts=counts)
    return Outcome(step, (), sent)


def _choose(root: Path, run: Run, news: tuple[News, ...], environ: Mapping[str, str]) -> Telling:
    failed = {each.key for each in news}
    unseen = {s.name.value for s in run.steps if s.state is StepState.SKIPPED or s.name in failed}
    # The same broken file may stop two steps: it is told once.
    once = {each.text: each for each in reversed(news)}
    news = tuple(each for each in news if once[each.text] is each)
    today = Today(run.day, _works(root, run), _repeat(environ), frozenset(unseen))
    return choose(news, load_said(root), today)


def _reached(sent: Delivered) -> bool:
    """Where no channel is set, the record is what people read."""
    return bool(sent.names) or not sent.problems


def _remember(root: Path, after: Mapping[str, Said]) -> tuple[Problem, ...]:
    try:
        save_said(root, after)
    except OSError as error:
        return (Problem("", 0, f"không nhớ được tin đã báo, lần sau báo lại: {told(error)}"),)
    return ()


def _works(root: Path, run: Run) -> bool:
    """Tell whether offices work on that day; without settings every day counts."""
    with contextlib.suppress(Refused, OSError):
        return load_ward(root).calendar.is_working(run.day)
    return True


def _repeat(environ: Mapping[str, str]) -> int:
    text = environ.get(REPEAT, "").strip()
    return int(text) if text.isascii() and text.isdigit() else REPEAT_DAYS


def _site_name(root: Path) -> str:
    with contextlib.suppress(Refused, OSError):
        found = read_yaml(MARK, (root / MARK).read_bytes(), ("site_name",)).data
        return found if isinstance(found, str) else SITE_NAME
    return SITE_NAME


def _shown(root: Path, run: Run) -> str:
    """Say which release the public sees after this run."""
    if run.release:
        return f"Trang đang hiện: bản {run.release}, dựng cho ngày {show_date(run.day)}."
    before = last_published(root)
    if before is None:
        return "Chưa có bản nào được xuất bản từ máy này."
    return (
        f"Trang đang hiện vẫn là bản {before.release}, dựng cho ngày {show_date(before.day)},"
        f" xuất bản {when(before.ended)}."
    )
