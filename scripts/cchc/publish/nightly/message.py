"""The words of a report: subject, text for a person, JSON for a program."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from cchc.base.clock import VIETNAM, show_date
from cchc.publish.nightly.memory import Telling
from cchc.publish.nightly.outcome import Kind, News
from cchc.publish.nightly.record import RESULT_WORDS, STATE_WORDS, TITLES, Run, Step

HEADINGS = {
    Kind.BROKEN: "HỎNG, CẦN SỬA",
    Kind.WAITING: "CHỜ NGƯỜI LÀM",
    Kind.KNOW: "ĐỂ BIẾT",
}


@dataclass(frozen=True, slots=True)
class Message:
    """What is sent: subject in one line, text, and the same as data."""

    subject: str
    text: str
    data: dict[str, Any]


def message_of(run: Run, telling: Telling, shown: str, site_name: str) -> Message:
    """Write the report of a run; `shown` says which release the public sees."""
    news = (*telling.fresh, *telling.again)
    broken = sum(each.kind is Kind.BROKEN for each in news)
    what = f"{broken} điều hỏng" if broken else f"{len(news) + len(telling.over)} tin"
    subject = f"[{site_name}] {show_date(run.day)}: {what}"
    return Message(subject, "\n".join(_lines(run, telling, shown)), _data(run, telling))


def _lines(run: Run, telling: Telling, shown: str) -> Iterator[str]:
    yield f"Lần chạy {when(run.began)}: {RESULT_WORDS[run.result]}."
    yield shown
    if run.interrupted:
        yield f"Lưu ý: {run.interrupted}; lần này đã làm lại từ đầu."
    for kind, heading in HEADINGS.items():
        yield from _section(heading, (n for n in telling.fresh if n.kind is kind))
    yield from _section("NHẮC LẠI, VẪN CHƯA XONG", telling.again)
    if telling.over:
        yield from ("", "ĐÃ HẾT", *(f"- {title}" for title in telling.over))
    yield from ("", "Xem thêm: cchc status, và bản ghi trong .cchc/runs/ trên máy chạy trang.")


def _section(heading: str, news: Iterable[News]) -> Iterator[str]:
    every = [each.text.replace("\n", "\n  ") for each in news]
    if every:
        yield from ("", heading, *(f"- {text}" for text in every))


def _data(run: Run, telling: Telling) -> dict[str, Any]:
    return {
        "ngay": run.day.isoformat(),
        "ket_qua": run.result.value,
        "ban": run.release,
        "moi": [_piece(each) for each in telling.fresh],
        "nhac_lai": [_piece(each) for each in telling.again],
        "da_het": list(telling.over),
    }


def _piece(news: News) -> dict[str, str]:
    return {"khoa": news.key, "loai": news.kind.value, "noi_dung": news.text}


def when(moment: dt.datetime) -> str:
    """Say a moment in Vietnam's time."""
    return f"{moment.astimezone(VIETNAM):%H:%M ngày %d/%m/%Y}"


def run_text(run: Run) -> str:
    """Write a whole run for a person: the readable twin of its record."""
    return "\n".join(_run_lines(run)) + "\n"


def _run_lines(run: Run) -> Iterator[str]:
    yield f"LẦN CHẠY {when(run.began)}, dựng cho ngày {show_date(run.day)}"
    yield f"Kết quả: {RESULT_WORDS[run.result]}"
    if run.interrupted:
        yield f"Trước đó: {run.interrupted}"
    for step in run.steps:
        yield from _step_lines(step)


def _step_lines(step: Step) -> Iterator[str]:
    counts = ", ".join(f"{key} {number}" for key, number in step.counts.items() if number)
    seconds = f"{step.seconds:.1f}".replace(".", ",")
    took = "; ".join(filter(None, (f"{seconds} giây", counts)))
    yield f"  {TITLES[step.name]}: {STATE_WORDS[step.state]} ({took})"
    yield from (f"      {line}" for line in step.lines)
