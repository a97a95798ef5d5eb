"""What the province issues: files brought in, decisions to confirm and to carry out, questions."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Callable
from typing import Any

import markdown
from flask import Blueprint, abort, redirect, render_template, request
from markupsafe import Markup

from cchc.base.clock import NotADateError, parse_date, show_date, today
from cchc.base.lock import only_writer, recover
from cchc.base.problems import Problem, Refused
from cchc.changes.decisions.apply_report import apply_text
from cchc.changes.decisions.confirming import Confirming
from cchc.changes.decisions.decision_acts import (
    carry_out_plan,
    confirm_decision,
    dismiss_decision,
    flags_of,
    plan_all,
    sound_decisions,
)
from cchc.changes.decisions.decision_report import decision_markdown
from cchc.changes.flag_report import flags_markdown
from cchc.changes.flagging import flag_files
from cchc.changes.ledger import record, recorded_text
from cchc.changes.status import is_waiting
from cchc.office.desk.desk import Desk, Flagged, add
from cchc.office.desk.git import signature
from cchc.office.desk.incoming import receive
from cchc.office.desk.jobs import Done, Say
from cchc.office.desk.plain import in_plain_words, shown_all
from cchc.office.desk.texts import NOTE
from cchc.procedures.decision import DecisionState
from cchc.procedures.questions import Answer, load_questions, save_questions

ENDINGS = (".docx", ".doc", ".pdf", ".xlsx", ".xls", ".html", ".htm", ".txt", ".json", ".rtf")
MOST_FILES = 20
NO_NAME = "chưa ghi người làm; ghi họ tên hoặc chức danh"
NO_REASON = "chưa ghi câu trả lời hoặc lý do; viết một câu"
ANSWERED = "câu hỏi này đã có người trả lời; mở lại danh sách câu hỏi"


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("qd", __name__)
    add(rooms, "/quyet-dinh", decisions, desk)
    add(rooms, "/quyet-dinh/doc", bring_files, desk, "POST")
    add(rooms, "/quyet-dinh/doc/<key>", flags, desk)
    add(rooms, "/quyet-dinh/doc/<key>", record_flags, desk, "POST")
    add(rooms, "/quyet-dinh/xac-nhan", confirm, desk, "POST")
    add(rooms, "/quyet-dinh/bo-qua", dismiss, desk, "POST")
    add(rooms, "/quyet-dinh/ghi", carry_out, desk, "POST")
    add(rooms, "/cau-hoi", questions, desk)
    add(rooms, "/cau-hoi/<question>", answer, desk, "POST")
    return rooms


def decisions(desk: Desk) -> str:
    """Show the decisions that wait for a person, each seen from the ward."""
    seen, every = desk.memory.overview(today()), sound_decisions(desk.root)
    waiting = [
        (path, each, as_html(decision_markdown(flags_of(desk.root, each, today(), seen.catalogue))))
        for path, each in every.by_path.items()
        if each.state is DecisionState.PROPOSED
    ]
    to_apply = [each for each in every.by_path.values() if is_waiting(each)]
    return render_template("quyet-dinh.html", waiting=waiting, to_apply=to_apply)


def bring_files(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Keep the files, and begin to look at them; nothing is recorded yet."""
    files = receive(desk.root, request.files.getlist("tep")[:MOST_FILES], ENDINGS)

    def read(say: Say) -> Done:
        for file in files:
            say(f"Đọc “{file.name}”")
        key = desk.flagged.put(Flagged(files, flag_files(desk.root, files, today())))
        return Done(f"/quyet-dinh/doc/{key}", "Đã đọc.", goes=True)

    return redirect(f"/viec/{desk.jobs.start('Đọc quyết định, danh sách', read).id}", 303)


def flags(desk: Desk, key: str) -> str:
    """Show what the files raise, before anything is recorded."""
    found = _of(desk, key)
    believed = dataclasses.replace(found.changes, refused=None)
    return render_template(
        "gan-co.html",
        useful=bool(believed.found_anything or believed.decisions or believed.accepted),
        unread=shown_all(believed.unread),
        key=key,
        files=[each.name for each in found.files],
        refused=in_plain_words(found.changes.refused or ""),
        html=as_html(in_plain_words(flags_markdown(believed))),
    )


def record_flags(desk: Desk, key: str) -> Any:  # noqa: ANN401 - a way to a page
    """Record what is new: proposals and questions, for a person to confirm."""
    found = _of(desk, key)
    done = _writing(desk, lambda: record(desk.root, found.changes, today()))
    desk.flagged.pop(key, None)
    return _told(desk, "/quyet-dinh", recorded_text(done))


def confirm(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Confirm a decision in a person's name."""
    form, by = request.form, _who(desk)
    said = Confirming(by, today(), _day(form.get("hieu_luc", "")), (), form.get("ghi_chu", ""))
    after = _writing(desk, lambda: confirm_decision(desk.root, form.get("so", ""), said))
    since = show_date(after.effective) if after.effective else ""
    words = (
        f"Đã xác nhận quyết định {after.number}, hiệu lực {since}. Còn một bước: ghi vào thủ tục."
    )
    return _told(desk, "/quyet-dinh", words)


def dismiss(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Leave a decision aside, with the reason."""
    number, because, by = request.form.get("so", ""), _reason(), _who(desk)
    after = _writing(desk, lambda: dismiss_decision(desk.root, number, because, by, today()))
    return _told(desk, "/quyet-dinh", f"Đã bỏ qua quyết định {after.number}: {because}")


def carry_out(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Write every confirmed decision into the procedures."""

    def write() -> str:
        plan = plan_all(desk.root, today())
        written = carry_out_plan(desk.root, plan)
        return f"{apply_text(plan)}\nĐã ghi {len(written)} tệp. Xem lại ở “Thay đổi chưa đăng”."

    return _told(desk, "/quyet-dinh", _writing(desk, write))


def questions(desk: Desk) -> str:
    """Show the questions that nobody has answered."""
    return render_template("cau-hoi.html", questions=load_questions(desk.root).open)


def answer(desk: Desk, question: str) -> Any:  # noqa: ANN401 - a way to a page
    """Record a person's answer."""
    said = Answer(because=_reason(), by=_who(desk), date=today())

    def write() -> None:
        known = load_questions(desk.root)
        if not any(each.id == question for each in known.open):
            raise Refused([Problem("", 0, ANSWERED)])
        save_questions(desk.root, known.answered(question, said))

    _writing(desk, write)
    return _told(desk, "/cau-hoi", "Đã ghi câu trả lời.")


def as_html(text: str) -> Markup:
    """Make HTML of a report in Markdown; what came from a file is words, never markup."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("[", "&#91;")
    return Markup(markdown.markdown(plain, extensions=["tables"]))  # noqa: S704 - escaped above


def _writing(desk: Desk, work: Callable[[], Any]) -> Any:  # noqa: ANN401 - what the work gives
    recover(desk.root)
    with only_writer(desk.root):
        return work()


def _told(desk: Desk, address: str, words: str) -> Any:  # noqa: ANN401 - a way to a page
    return redirect(f"{address}?{NOTE}={desk.notes.put(in_plain_words(words))}", 303)


def _of(desk: Desk, key: str) -> Flagged:
    found = desk.flagged.get(key)
    if found is None:
        abort(404)
    return found


def _who(desk: Desk) -> str:
    by = signature(request.form.get("nguoi", ""))
    if not by:
        raise Refused([Problem("", 0, NO_NAME)])
    desk.remember(by)
    return by


def _reason() -> str:
    because = request.form.get("vi_sao", "").strip()
    if not because:
        raise Refused([Problem("", 0, NO_REASON)])
    return because


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text) if text.strip() else None
    except NotADateError as error:
        raise Refused([Problem("", 0, f"ô “Ngày hiệu lực”: {error}")]) from None
