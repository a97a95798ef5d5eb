"""What the province issues: files brought in, decisions to confirm and to carry out."""

from __future__ import annotations

import dataclasses
import datetime as dt
from typing import Any

import markdown
from flask import Blueprint, abort, redirect, render_template, request
from markupsafe import Markup

from cchc.base.clock import NotADateError, parse_date, show_date, today
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
from cchc.office.desk.acting import reason, told, who, writing
from cchc.office.desk.desk import Desk, Flagged, add
from cchc.office.desk.incoming import receive
from cchc.office.desk.jobs import Done, Say
from cchc.office.desk.plain import in_plain_words, shown_all
from cchc.procedures.decision import DecisionState

ENDINGS = (".docx", ".doc", ".pdf", ".xlsx", ".xls", ".html", ".htm", ".txt", ".json", ".rtf")
MOST_FILES = 20


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
    done = writing(desk, lambda: record(desk.root, found.changes, today()))
    desk.flagged.pop(key, None)
    return told(desk, "/quyet-dinh", recorded_text(done))


def confirm(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Confirm a decision in a person's name."""
    form, by = request.form, who(desk)
    said = Confirming(by, today(), _day(form.get("hieu_luc", "")), (), form.get("ghi_chu", ""))
    after = writing(desk, lambda: confirm_decision(desk.root, form.get("so", ""), said))
    since = show_date(after.effective) if after.effective else ""
    words = (
        f"Đã xác nhận quyết định {after.number}, hiệu lực {since}. Còn một bước: ghi vào thủ tục."
    )
    return told(desk, "/quyet-dinh", words)


def dismiss(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Leave a decision aside, with the reason."""
    number, because, by = request.form.get("so", ""), reason(), who(desk)
    after = writing(desk, lambda: dismiss_decision(desk.root, number, because, by, today()))
    return told(desk, "/quyet-dinh", f"Đã bỏ qua quyết định {after.number}: {because}")


def carry_out(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Write every confirmed decision into the procedures."""

    def write() -> str:
        plan = plan_all(desk.root, today())
        written = carry_out_plan(desk.root, plan)
        return f"{apply_text(plan)}\nĐã ghi {len(written)} tệp. Xem lại ở “Thay đổi chưa đăng”."

    return told(desk, "/quyet-dinh", writing(desk, write))


def as_html(text: str) -> Markup:
    """Make HTML of a report in Markdown; what came from a file is words, never markup."""
    plain = text.replace("&", "&amp;").replace("<", "&lt;").replace("[", "&#91;")
    return Markup(markdown.markdown(plain, extensions=["tables"]))  # noqa: S704 - escaped above


def _of(desk: Desk, key: str) -> Flagged:
    found = desk.flagged.get(key)
    if found is None:
        abort(404)
    return found


def _day(text: str) -> dt.date | None:
    try:
        return parse_date(text) if text.strip() else None
    except NotADateError as error:
        raise Refused([Problem("", 0, f"ô “Ngày hiệu lực”: {error}")]) from None
