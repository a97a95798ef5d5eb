"""Bringing in a Word file: read beside the page, looked at, filled in, written."""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
from pathlib import Path
from typing import Any

from flask import Blueprint, Response, abort, redirect, render_template, request, send_file

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.post_head import LONGEST_SUMMARY
from cchc.base.posts import FOLDER, news_categories, read_post
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.news.importing import NO_ALT, PROPOSED, Asked, plan_import
from cchc.news.planning import Plan, write_plan
from cchc.office.desk import links
from cchc.office.desk.acting import writing
from cchc.office.desk.desk import Desk, Incoming, add
from cchc.office.desk.drafting import filled_in, opened, pictures_in, preview_html
from cchc.office.desk.incoming import receive
from cchc.office.desk.jobs import Done, Say
from cchc.office.desk.plain import shown_all
from cchc.office.desk.reading import read_word
from cchc.site.news.articles import post_address

ENDINGS = (".docx", ".docm", ".doc", ".rtf", ".odt")
# The form has fields for these: it says it there.
IN_THE_FORM = frozenset({NO_ALT, PROPOSED})


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("nhap", __name__)
    add(rooms, "/nhap", bring, desk, "POST")
    add(rooms, "/nhap/<key>", look, desk)
    add(rooms, "/nhap/<key>", write, desk, "POST")
    add(rooms, "/nhap/<key>/anh/<path:address>", picture, desk)
    add(rooms, "/da-nhap", written, desk)
    return rooms


def bring(desk: Desk) -> Any:  # noqa: ANN401 - a way to a page
    """Keep the file, and begin to read it."""
    (file,) = receive(desk.root, request.files.getlist("tep")[:1], ENDINGS)

    def read(say: Say) -> Done:
        say(f"Đọc tệp “{file.name}”: chữ, bảng, ảnh")
        plan = read_word(desk.root, file, today())
        key = desk.incoming.put(Incoming(file, plan))
        return Done(f"/nhap/{key}", "Đã đọc xong tệp Word.", goes=True)

    return redirect(f"/viec/{desk.jobs.start('Nhập tệp Word', read).id}", 303)


def look(desk: Desk, key: str) -> str:
    """Show what was read, and what to fill in."""
    incoming = _of(desk, key)
    plan = incoming.plan
    # The post is not written: no form can mend it yet, this one does.
    told = [dataclasses.replace(each, path="" if each.path == plan.path else each.path)
            for each in plan.problems if each.message not in IN_THE_FORM]  # fmt: skip
    head = opened(plan)
    return render_template(
        "nhap.html",
        key=key,
        file=incoming.file.name,
        title=head.title,
        data=head.data,
        pictures=pictures_in(plan),
        told=shown_all(told),
        categories=news_categories(desk.root),
        longest=LONGEST_SUMMARY,
        html=preview_html(plan, f"/nhap/{key}/anh/"),
    )


def picture(desk: Desk, key: str, address: str) -> Response:
    """Send a picture of the planned post: only what the plan itself holds."""
    raw = _of(desk, key).plan.files.get(f"{FOLDER}/{address}")
    if not isinstance(raw, bytes):
        abort(404)
    kind = "image/png" if address.endswith(".png") else "image/jpeg"
    return send_file(io.BytesIO(raw), mimetype=kind)


def write(desk: Desk, key: str) -> Any:  # noqa: ANN401 - a way to a page
    """Write the post as the form says."""
    incoming, form = _of(desk, key), request.form
    asked = Asked(
        day=_day(form.get("ngay", "")),
        category=form.get("chuyen_muc", ""),
        title=one_line(form.get("ten", "")),
        publish=form.get("trang_thai") == "dang",
    )
    summary = form.get("tom_tat", "")
    alts = {name.removeprefix("anh-"): words for name, words in form.items()
            if name.startswith("anh-")}  # fmt: skip

    def write_it() -> Plan:
        plan = plan_import(desk.root, incoming.file, asked)
        write_plan(desk.root, filled_in(plan, summary, alts))
        return plan

    def work(say: Say) -> Done:
        say("Ghi bài và ảnh vào trang")
        plan = writing(desk, write_it)
        desk.incoming.pop(key, None)
        return Done(f"/da-nhap?bai={Path(plan.path).name}", "Đã ghi bài.", goes=True)

    return redirect(f"/viec/{desk.jobs.start('Ghi bài', work, f'/nhap/{key}').id}", 303)


def written(desk: Desk) -> str:
    """Say that a post is written, and what comes next."""
    name = request.args.get("bai", "")
    file = desk.root / FOLDER / Path(name).name
    if Path(name).name != name or not file.is_file():
        abort(404)
    post = read_post(f"{FOLDER}/{name}", file.read_bytes(), news_categories(desk.root))
    return render_template(
        "da-nhap.html",
        post=post,
        form=links.form_of(f"{FOLDER}/{name}"),
        preview=links.preview(post_address(post)),
    )


def _of(desk: Desk, key: str) -> Incoming:
    found = desk.incoming.get(key)
    if found is None:
        abort(404)
    return found


def _day(text: str) -> dt.date:
    try:
        return parse_date(text) if text.strip() else today()
    except NotADateError as error:
        raise Refused([Problem("", 0, f"ô “Ngày của bài”: {error}")]) from None
