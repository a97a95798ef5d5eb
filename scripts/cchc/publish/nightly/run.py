"""One scheduled run from the sources to the report; it always comes to its end.

What fails stops only what would not be safe after it: a source never stops the site, an error in
the data keeps the site that is shown, and every fault is told.
"""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.changes.source_flags import SourceRun
from cchc.publish.nightly import novelty, run_files
from cchc.publish.nightly.outcome import Outcome, guarded, skipped
from cchc.publish.nightly.record import TITLES, Result, Run, StepName, result_of
from cchc.publish.nightly.reporting import report
from cchc.publish.nightly.running import Running, only_run
from cchc.publish.nightly.shown import pages_shown
from cchc.publish.nightly.steps import (
    Publisher,
    ask_sources,
    build_site,
    check,
    publish_site,
    silent,
    whole,
)
from cchc.publish.publishing import Published, publish

if TYPE_CHECKING:
    from cchc.province.sources.fetch import Fetcher

NO_TARGET = "chưa có nơi xuất bản; thêm --target hoặc đặt CCHC_TARGET"
CHECK_FAILED = "dữ liệu có lỗi nên không dựng; trang đang hiện giữ nguyên"
NOT_BUILT = "không có trang mới để xuất bản; trang đang hiện giữ nguyên"


def now() -> dt.datetime:
    """Give the present, UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Order:
    """What to run: the portal, the day to build for, where to publish (empty: nowhere).

    `fewer` lets a site go out that has far fewer pages than the one that is seen.
    """

    root: Path
    day: dt.date
    target: str = ""
    fewer: bool = False
    environ: Mapping[str, str] = field(default_factory=lambda: os.environ)
    clock: Callable[[], dt.datetime] = now
    fetcher: Callable[[], Fetcher] | None = None
    publisher: Publisher = publish


def run_nightly(order: Order) -> Run | None:
    """Run once; None where nothing is new. Raise `BusyError` where another run is going on."""
    with only_run(order.root, order.clock()) as running:
        return _run(order, running)


def _run(order: Order, running: Running) -> Run | None:
    running.at(TITLES[StepName.SOURCES])
    sources = guarded(StepName.SOURCES, lambda: ask_sources(order.root, order.day, order.fetcher))
    place = (order.root, order.day.isoformat(), order.target)
    if not running.interrupted and _silent(sources) and novelty.still_the_same(*place):
        return None
    seen = novelty.looked_at(*place)
    outcomes = [sources, *_site(order, running)]
    running.at(TITLES[StepName.REPORT])
    run = _end(order, running, outcomes)
    if run.result is Result.GOOD and sources.value is not None and whole(sources.value) and seen:
        novelty.remember(order.root, seen)
    return run


def _silent(sources: Outcome[tuple[SourceRun, ...]]) -> bool:
    return sources.value is not None and silent(sources.value)


def _site(order: Order, running: Running) -> list[Outcome[Any]]:
    """Check, build, publish; the first that fails keeps the site that is shown."""
    running.at(TITLES[StepName.CHECK])
    checked = guarded(StepName.CHECK, lambda: check(order.root, order.day))
    if not checked.value:
        rest = ((StepName.BUILD, CHECK_FAILED), (StepName.PUBLISH, NOT_BUILT))
        return [checked, *(skipped(name, why) for name, why in rest)]
    running.at(TITLES[StepName.BUILD])
    pages = 0 if order.fewer else len(pages_shown(order.root, order.target))
    built = guarded(StepName.BUILD, lambda: build_site(order.root, order.day, pages))
    if built.value is None:
        return [checked, built, skipped(StepName.PUBLISH, NOT_BUILT)]
    running.at(TITLES[StepName.PUBLISH])
    return [checked, built, _publish(order, built.value)]


def _publish(order: Order, site: Path) -> Outcome[Published]:
    if not order.target:
        return skipped(StepName.PUBLISH, NO_TARGET)
    return guarded(
        StepName.PUBLISH,
        lambda: publish_site(order.root, site, order.target, order.publisher),
    )


def _end(order: Order, running: Running, outcomes: list[Outcome[Any]]) -> Run:
    """Tell the news, write the record and the heartbeat: the disk may be full, the news goes."""
    steps = tuple(each.step for each in outcomes)
    release = next((o.value.release for o in outcomes if isinstance(o.value, Published)), "")
    run = Run(
        began=running.began.astimezone(dt.UTC),
        ended=order.clock().astimezone(dt.UTC),
        day=order.day,
        target=order.target,
        result=result_of(steps),
        release=release,
        interrupted=running.interrupted,
        steps=steps,
    )
    news = [piece for each in outcomes for piece in each.news]
    reported = guarded(StepName.REPORT, lambda: report(order.root, run, news, order.environ))
    steps = (*steps, reported.step)
    run = run.model_copy(
        update={
            "ended": order.clock().astimezone(dt.UTC),
            "steps": steps,
            "result": result_of(steps),
        }
    )
    return run_files.keep_run(order.root, run)
