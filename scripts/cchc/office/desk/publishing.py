"""“Đăng”: check, canonical form, history, build, publish; each step told, or why it stopped."""

from __future__ import annotations

import datetime as dt
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from cchc.base.clock import today
from cchc.base.lock import only_writer, recover
from cchc.base.problems import Problem, Refused, errors, parse_problem
from cchc.office.desk.baseline import Baseline
from cchc.office.desk.changed import Kind
from cchc.office.desk.jobs import Say
from cchc.office.desk.pending import pending
from cchc.office.desk.telling import message, subject
from cchc.procedures.decision_files import decision_paths
from cchc.procedures.fields import FILE as FIELDS
from cchc.procedures.formatting import format_files
from cchc.procedures.life_events import FILE as LIVES
from cchc.procedures.questions import FILE as QUESTIONS
from cchc.procedures.store import FOLDER, load, procedure_paths
from cchc.province.sources.settings import FILE as SOURCES
from cchc.province.sources.settings import canonical_sources, read_sources
from cchc.publish.checking import check_portal
from cchc.publish.nightly.outcome import Outcome
from cchc.publish.nightly.running import only_run
from cchc.publish.nightly.shown import pages_shown
from cchc.publish.nightly.steps import build_site, publish_site
from cchc.publish.publishing import publish
from cchc.publish.targets import Branch, Folder, parse_target, remembered

T = TypeVar("T")
TARGET = "CCHC_TARGET"
MOVED = (
    "có thay đổi mới sau lúc mở trang này (thẻ khác, người khác, hay lần chạy đêm); xem lại rồi bấm"
    " Đăng"
)
NO_NAME = "chưa ghi người đăng; ghi họ tên hoặc chức danh rồi bấm Đăng"


@dataclass(frozen=True, slots=True)
class Order:
    """Who puts out what: `seen` is the sign of the changes as the person saw them."""

    by: str
    seen: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Out:
    """How it ended: what went out in words, the commit, the release (each empty: there is none)."""

    said: str
    commit: str = ""
    release: str = ""


def target_of(root: Path, environ: Mapping[str, str] = os.environ) -> str:
    """Give where this portal is published: what the environment says, else the last place."""
    if named := environ.get(TARGET, "").strip():
        return named
    try:
        return remembered(root)
    except Refused:
        return ""


def place_of(root: Path, target: str) -> str:
    """Say a target to a person, without what may be a password in it."""
    match parse_target(target, root):
        case Folder(path):
            return f"thư mục {path}"
        case Branch(branch=branch):
            return f"nhánh {branch} của kho Git"
        case _:
            return "kho lưu trữ (rclone)"


def put_out(root: Path, baseline: Baseline, order: Order, say: Say) -> Out:
    """Do all of it. Raise `Refused` with what stands in the way; nothing is out then."""
    if not order.by:
        raise Refused([Problem("", 0, NO_NAME)])
    day = today()
    with only_run(root, dt.datetime.now(dt.UTC)):
        recover(root)
        with only_writer(root):
            said, commit = _keep(root, baseline, order, say)
        release = _publish(root, day, order.target, say) if order.target else ""
    return Out(said, commit, release)


def _keep(root: Path, baseline: Baseline, order: Order, say: Say) -> tuple[str, str]:
    """Check, write in canonical form, make history; nobody else writes meanwhile."""
    if pending(root, baseline).seen != order.seen:
        raise Refused([Problem("", 0, MOVED)])
    say("Kiểm tra dữ liệu và bài viết")
    if found := errors(check_portal(root, load(root), today())):
        raise Refused(found)
    say("Viết lại các tệp đã sửa theo dạng chuẩn")
    formed(root, (each.path for each in baseline.changes() if each.kind is not Kind.REMOVED))
    after = pending(root, baseline)
    say("Ghi vào lịch sử")
    commit = baseline.keep(after.changes, message(after.told), order.by)
    return subject(after.told), commit


def formed(root: Path, paths: Iterable[str]) -> None:
    """Write these files, those of them that have one, in their canonical form."""
    single = {root / FOLDER / name for name in (FIELDS, LIVES, QUESTIONS, SOURCES)}
    known = {*single, *procedure_paths(root), *decision_paths(root)}
    ours = [root / path for path in paths if root / path in known]
    if ours:
        done = format_files(root, ours, {SOURCES: _sources_form})
        if done.problems:
            raise Refused(done.problems)


def _sources_form(name: str, raw: bytes) -> str:
    return canonical_sources(read_sources(name, raw))


def _publish(root: Path, day: dt.date, target: str, say: Say) -> str:
    say("Dựng trang (nửa phút)")
    site = _value(build_site(root, day, len(pages_shown(root, target))))
    say("Đưa lên nơi người dân xem")
    return _value(publish_site(root, site, target, publish)).release


def _value(outcome: Outcome[T]) -> T:
    """Give what a step made. Raise `Refused` with what it said where it made nothing."""
    if outcome.value is None:
        raise Refused(_said(outcome.step.lines))
    return outcome.value


def _said(lines: Collection[str]) -> Iterator[Problem]:
    yield from (parse_problem(line) or Problem("", 0, line) for line in lines)
