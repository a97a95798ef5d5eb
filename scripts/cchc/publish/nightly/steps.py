"""The steps before the report: sources and flags, check, build, publish."""

from __future__ import annotations

import contextlib
import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from cchc.base.lock import only_writer, recover
from cchc.base.posts import FOLDER as POSTS
from cchc.base.problems import Problem, errors, parse_problem, warning
from cchc.changes.source_flags import SourceRun, flag_sources, sources_text
from cchc.procedures.store import load
from cchc.publish.checking import check_portal
from cchc.publish.nightly.outcome import Kind, News, Outcome, failed, lines_of
from cchc.publish.nightly.record import Step, StepName, StepState
from cchc.publish.nightly.shown import lost_news, note_shown, pages_of, pages_shown
from cchc.publish.publishing import Published

if TYPE_CHECKING:
    from cchc.province.sources.fetch import Fetcher

SITE = ".cchc/dung"
LEAST = 0.9
Publisher: TypeAlias = Callable[[Path, Path, str], Published]


def ask_sources(
    root: Path, day: dt.date, fetcher: Callable[[], Fetcher] | None = None
) -> Outcome[tuple[SourceRun, ...]]:
    """Ask every source, record what is new; one that fails is news, the others count."""
    recover(root)
    with only_writer(root):
        runs = tuple(flag_sources(root, day, fetcher=fetcher))
    news = tuple(piece for run in runs for piece in _source_news(run))
    faulty = any(run.failed for run in runs)
    state = StepState.FAULTY if faulty else StepState.GOOD
    recorded = [run.recorded for run in runs]
    counts = {
        "nguon": len(runs),
        "tep_moi": sum(len(run.brought.files) for run in runs),
        "de_xuat": sum(len(each.proposals) for each in recorded),
        "cau_hoi": sum(each.questions for each in recorded),
        "hong": sum(run.failed for run in runs),
    }
    lines = tuple(sources_text(runs).splitlines())
    return Outcome(Step(name=StepName.SOURCES, state=state, lines=lines, counts=counts), news, runs)


def _source_news(run: SourceRun) -> Iterator[News]:
    source = run.brought.source
    said = [f"{each.path}: {each.message}" for each in run.brought.problems]
    if run.failed:
        reasons = "; ".join([*said, *filter(None, [run.found.refused])])
        text = f"Nguồn “{source.name}” hỏng: {reasons}"
        yield News(f"{StepName.SOURCES}:{source.key}", text, Kind.BROKEN)


def silent(runs: tuple[SourceRun, ...]) -> bool:
    """Tell whether no source brought anything, failed, or left a file for the next time."""
    return not any(
        run.failed or run.brought.files or run.brought.left or run.brought.problems for run in runs
    )


def whole(runs: tuple[SourceRun, ...]) -> bool:
    """Tell whether nothing of any source is left for the next time."""
    return not any(run.failed or run.brought.problems for run in runs)


def check(root: Path, day: dt.date) -> Outcome[bool]:
    """Check the portal; an error keeps the site of before, as does what is half written.

    A bad post does not: it stays out of the site, and the other pages go on.
    """
    recover(root)
    found = check_portal(root, load(root), day)
    wrong = errors(found)
    counts = {"loi": len(wrong), "nhac": len(found) - len(wrong)}
    state = StepState.FAULTY if wrong else StepState.GOOD
    news = tuple(News(f"{StepName.CHECK}:{p.path}:{p.message}", str(p), Kind.BROKEN) for p in wrong)
    step = Step(name=StepName.CHECK, state=state, lines=lines_of(wrong), counts=counts)
    return Outcome(step, news, all(map(_stays_out, wrong)))


def _stays_out(problem: Problem) -> bool:
    return problem.path.startswith(POSTS)


def build_site(root: Path, day: dt.date, shown_pages: int = 0) -> Outcome[Path]:
    """Build as of a day into a folder beside the site; a page lost on the way is a failure.

    `shown_pages` is how many pages the site that is seen has; 0 asks for no comparison.
    """
    # MkDocs takes half a second to import.
    from cchc.publish.precompress import KEPT, precompress  # noqa: PLC0415
    from cchc.site.build import build  # noqa: PLC0415
    from cchc.site.engine.web_parts import MISSING  # noqa: PLC0415

    built = build(root, day, root / SITE)
    said = [parse_problem(text) or warning("", 0, text) for text in built.warnings]
    bare = [Problem("", 0, text) for text in built.warnings if text == MISSING]
    broken = (each for each in errors(said) if not _stays_out(each))
    lost = (*broken, *bare, *_fewer(built.pages, shown_pages))
    if lost:
        return failed(StepName.BUILD, lost)
    precompress(built.folder, root / KEPT)
    lines = lines_of(said)
    counts = {"trang": built.pages, "nhac": len(said)}
    step = Step(name=StepName.BUILD, state=StepState.GOOD, lines=lines, counts=counts)
    # The check has told of bad posts.
    news = (
        News(f"{StepName.BUILD}:{line}", line, Kind.WAITING)
        for line, problem in zip(built.warnings, said, strict=True)
        if not _stays_out(problem)
    )
    return Outcome(step, tuple(news), built.folder)


def _fewer(pages: int, shown: int) -> Iterator[Problem]:
    """Doubt a site that lost many pages: a procedure that ends keeps its page, so a folder did."""
    if pages < shown * LEAST:
        message = (
            f"trang mới chỉ có {pages} trang, trang đang hiện có {shown}; xem lại docs/,"
            " procedures/ (ổ mạng chưa nối, chép dở?); nếu đúng là vậy thì chạy `cchc run --fewer`"
        )
        yield Problem("", 0, message)


def publish_site(root: Path, site: Path, target: str, publisher: Publisher) -> Outcome[Published]:
    """Publish what was built; a publisher with errors left the old site whole."""
    done = publisher(root, site, target)
    if errors(done.problems):
        return failed(StepName.PUBLISH, done.problems)
    counts = {"them": done.added, "doi": done.changed, "bo": done.removed}
    step = Step(
        name=StepName.PUBLISH,
        state=StepState.GOOD,
        lines=(f"bản {done.release}", *lines_of(done.problems)),
        counts=counts,
    )
    pages = pages_of(site)
    news = tuple(lost_news(pages_shown(root, target), pages))
    # The site is out: that this could not be noted is no failure of publishing.
    with contextlib.suppress(OSError):
        note_shown(root, target, pages)
    return Outcome(step, news, done)
