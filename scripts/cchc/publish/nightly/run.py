"""One scheduled run from the sources to the report; it always comes to its end.

What fails stops only what would not be safe after it: a source never stops the site, an error in
the data keeps the site that is shown, and every fault is told.
"""

from __future__ import annotations

import datetime as dt
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.base.faults import told
from cchc.base.files import write_atomically
from cchc.province.sources.settings import load_sources
from cchc.publish.nightly import fingerprint, run_files
from cchc.publish.nightly.fingerprint import LastGood, last_good_json, load_last_good, look
from cchc.publish.nightly.outcome import Outcome, guarded, skipped
from cchc.publish.nightly.record import TITLES, Result, Run, StepName, result_of
from cchc.publish.nightly.reporting import report
from cchc.publish.nightly.running import Running, only_run
from cchc.publish.nightly.steps import (
    Publisher,
    ask_sources,
    asks_web,
    build_site,
    check,
    local_places,
    publish_site,
    silent,
    whole,
)
from cchc.publish.publishing import Published, publish

if TYPE_CHECKING:
    from cchc.province.sources.fetch import Fetcher

NO_TARGET = "chưa có nơi công bố; thêm --target hoặc đặt CCHC_TARGET"
CHECK_FAILED = "dữ liệu có lỗi nên không dựng; trang đang hiện giữ nguyên"
NOT_BUILT = "không có trang mới để công bố; trang đang hiện giữ nguyên"


def now() -> dt.datetime:
    """Give the present, UTC."""
    return dt.datetime.now(dt.UTC)


@dataclass(frozen=True, slots=True)
class Order:
    """What to run: the portal, the day to build for, where to publish (empty: nowhere)."""

    root: Path
    day: dt.date
    target: str = ""
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
    if not running.interrupted and _still(order, sources):
        return None
    seen = _look(order)
    outcomes = [sources, *_site(order, running)]
    running.at(TITLES[StepName.REPORT])
    run = _end(order, running, outcomes)
    if run.result is Result.GOOD and sources.value is not None and whole(sources.value) and seen:
        write_atomically(order.root / fingerprint.FILE, last_good_json(seen))
    return run


def _still(order: Order, sources: Outcome[Any]) -> bool:
    """Tell whether no source brought anything and no file changed since the last good run."""
    last = load_last_good(order.root)
    if last is None or sources.value is None or not silent(sources.value):
        return False
    same = (last.day, last.target) == (order.day.isoformat(), order.target)
    return same and fingerprint.unchanged(order.root, last)


def _look(order: Order) -> LastGood | None:
    """Look at the inputs before they are used: what changes meanwhile is seen by the next run."""
    try:
        places = local_places(load_sources(order.root))
        files = look(order.root, places, time.time_ns(), load_last_good(order.root))
        web = asks_web(order.root)
    except Exception:  # noqa: BLE001 - the check tells it; without a fingerprint all is done anew
        return None
    return LastGood(order.day.isoformat(), order.target, web, places, files)


def _site(order: Order, running: Running) -> list[Outcome[Any]]:
    """Check, build, publish; the first that fails keeps the site that is shown."""
    running.at(TITLES[StepName.CHECK])
    checked = guarded(StepName.CHECK, lambda: check(order.root, order.day))
    if not checked.value:
        rest = ((StepName.BUILD, CHECK_FAILED), (StepName.PUBLISH, NOT_BUILT))
        return [checked, *(skipped(name, why) for name, why in rest)]
    running.at(TITLES[StepName.BUILD])
    built = guarded(StepName.BUILD, lambda: build_site(order.root, order.day))
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
        began=running.began,
        ended=order.clock(),
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
        update={"ended": order.clock(), "steps": steps, "result": result_of(steps)}
    )
    return _kept(order.root, run)


def _kept(root: Path, run: Run) -> Run:
    """Keep the record; where it cannot be kept, say so in it, for who reads the answer."""
    try:
        run_files.save_run(root, run)
        run_files.beat(root, run.ended)
    except OSError as error:
        step = run.steps[-1]
        lines = (*step.lines, f"không ghi được bản ghi lần chạy: {told(error)}")
        changed = step.model_copy(update={"lines": lines})
        result = Result.FAULTY if run.result is Result.GOOD else run.result
        return run.model_copy(update={"steps": (*run.steps[:-1], changed), "result": result})
    return run
