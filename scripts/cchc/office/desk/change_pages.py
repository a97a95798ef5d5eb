"""What is not out yet: seen, put out, discarded, taken back."""

from __future__ import annotations

import datetime as dt
from typing import Any

from flask import Blueprint, redirect, render_template, request

from cchc.base.clock import VIETNAM, today
from cchc.office.desk import links
from cchc.office.desk.acting import told
from cchc.office.desk.baseline import InGit
from cchc.office.desk.desk import Desk, add
from cchc.office.desk.discarding import kept_aside
from cchc.office.desk.git import signature
from cchc.office.desk.jobs import Done, Say
from cchc.office.desk.pending import discard, pending, take_back
from cchc.office.desk.plain import shown_all
from cchc.office.desk.publishing import Order, place_of, put_out, target_of


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("dang", __name__)
    add(rooms, "/thay-doi", changes, desk)
    add(rooms, "/dang", publish, desk, "POST")
    add(rooms, "/bo", throw_away, desk, "POST")
    add(rooms, "/da-bo", thrown_away, desk)
    add(rooms, "/da-bo/<kept>", bring_back, desk, "POST")
    return rooms


def changes(desk: Desk) -> str:
    """Show every change with its lines, and what would go where."""
    waiting, target = pending(desk.root, desk.baseline), target_of(desk.root)
    lines = dict(zip(waiting.told, waiting.lines, strict=True))
    rows = [
        (each, len(pictures), lines[each], links.form_of(each.change.path))
        for each, pictures in waiting.grouped
    ]
    return render_template(
        "thay-doi.html",
        rows=rows,
        seen=waiting.seen,
        place=place_of(desk.root, target) if target else "",
        in_git=isinstance(desk.baseline, InGit),
        wrong=shown_all(desk.memory.overview(today()).errors),
        aside=sum(1 for _ in kept_aside(desk.root)),
    )


def publish(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Begin to put everything out."""
    by = signature(request.form.get("nguoi", ""))
    order = Order(by, request.form.get("da_xem", ""), target_of(desk.root))
    desk.remember(by)

    def work(say: Say) -> Done:
        out = put_out(desk.root, desk.baseline, order, say)
        return Done("/", f"{_headline(order, out.release)} {out.said}.{_in_history(out.commit)}")

    return redirect(f"/viec/{desk.jobs.start('Đăng', work, '/thay-doi').id}", 303)


def _headline(order: Order, release: str) -> str:
    if order.target:
        return f"Đã đăng, người dân xem được ngay (bản {release})."
    return "Đã ghi nhận. Chưa đặt nơi xuất bản nên trang công khai chưa đổi."


def _in_history(commit: str) -> str:
    return f" Đã ghi vào lịch sử Git ({commit})." if commit else ""


def throw_away(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Undo the chosen changes; a copy is kept."""
    by = signature(request.form.get("nguoi", "")) or desk.who
    chosen = set(request.form.getlist("tep"))
    kept = discard(desk.root, desk.baseline, chosen, by, dt.datetime.now(VIETNAM))
    words = f"Đã bỏ {len(kept.changes)} thay đổi. Bản đã bỏ vẫn được giữ và lấy lại được."
    return told(desk, "/da-bo", words)


def thrown_away(desk: Desk) -> str:
    """List what was discarded."""
    return render_template("da-bo.html", every=tuple(kept_aside(desk.root)), zone=VIETNAM)


def bring_back(desk: Desk, kept: str) -> Any:  # noqa: ANN401 - a way to a page
    """Bring a discarded change back."""
    now = dt.datetime.now(VIETNAM)
    back, aside = take_back(desk.root, desk.baseline, kept, desk.who, now)
    words = f"Đã lấy lại {len(back.changes)} thay đổi."
    if aside:
        words += " Điều vừa sửa ở cùng chỗ được giữ thành một bản đã bỏ khác."
    return told(desk, "/thay-doi", words)
