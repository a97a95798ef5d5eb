"""News of what waits for a person: proposals, decisions, questions, deadlines of the plans."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

from cchc.base.clock import show_date
from cchc.base.problems import Refused
from cchc.base.ward import load_ward
from cchc.changes.status import ENDS, TAKES_EFFECT, Status, status_on
from cchc.procedures.decision_files import load_decisions
from cchc.procedures.questions import load_questions
from cchc.procedures.store import Catalogue, load
from cchc.publish.nightly.outcome import Kind, News
from cchc.reform.deadlines import Deadline, deadlines
from cchc.reform.kinds import load_reform


def waiting_news(root: Path, day: dt.date) -> tuple[News, ...]:
    """List what waits on a day; none where the data cannot be read (the check tells that)."""
    try:
        catalogue = load(root)
        decisions = load_decisions(root).by_path.values()
        questions = load_questions(root).open
        ward = load_ward(root)
        status = status_on(catalogue, decisions, questions, ward, day)
    except Refused:
        return ()
    plans = deadlines(load_reform(root), ward, day)
    return (*_waiting(status), *map(_planned, plans), *_today(catalogue, day))


def _waiting(status: Status) -> Iterator[News]:
    for each in status.proposals:
        signed = f" ký {show_date(each.signed)}" if each.signed else ""
        text = f"Quyết định {each.number}{signed} chờ xác nhận: cchc decision show {each.number}"
        yield News(f"xac-nhan:{each.number}", text, Kind.WAITING)
    for each in status.to_apply:
        text = f"Quyết định {each.number} đã xác nhận, chờ ghi vào thủ tục: cchc apply"
        yield News(f"ap-dung:{each.number}", text, Kind.WAITING)
    for late in status.late:
        # Without the days that have gone by: they would be news each morning.
        text = f"Quá hạn {show_date(late.deadline)}: quyết định {late.number} {late.what}"
        yield News(f"qua-han:{late.number}:{late.what}", text, Kind.WAITING)
    if status.questions:
        text = f"{len(status.questions)} câu hỏi chưa trả lời: cchc question list"
        yield News("cau-hoi", text, Kind.WAITING)


def _planned(each: Deadline) -> News:
    """Tell a deadline once when it comes near and once when it has gone by."""
    state = "Kế hoạch quá hạn" if each.late else "Kế hoạch sắp đến hạn"
    text = f"{state} {show_date(each.due.day)}: {each.what} ({each.unit}); {each.path}"
    of = each.due.period.name if each.due.period else ""
    key = f"ke-hoach:{each.path}:{each.due.task.key}:{of}"
    return News(key, text, Kind.WAITING)


def _today(catalogue: Catalogue, day: dt.date) -> Iterator[News]:
    """Tell what the calendar alone changed: nobody did anything on that day."""
    yesterday = day - dt.timedelta(days=1)
    for version in catalogue.upcoming(yesterday):
        if version.effective == day:
            what = ENDS if version.procedure.abolished else TAKES_EFFECT
            code, name = version.procedure.code, version.procedure.name
            text = f"Từ hôm nay {show_date(day)} {what}: {code} {name}"
            yield News(f"hieu-luc:{code}@{day}", text, Kind.KNOW)
