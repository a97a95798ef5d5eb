"""The first page of the desk, and where it leads: procedures, problems, a new post, preview."""

from __future__ import annotations

from collections import Counter
from typing import Any
from urllib.parse import urlsplit

from flask import Blueprint, redirect, render_template, request
from werkzeug.wrappers import Response

from cchc.base.clock import today
from cchc.base.posts import news_categories
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.news.new_post import plan_new
from cchc.news.planning import write_plan
from cchc.office.desk import finding, links
from cchc.office.desk.acting import writing
from cchc.office.desk.desk import Desk, add
from cchc.office.desk.discarding import kept_aside
from cchc.office.desk.pending import pending
from cchc.office.desk.plain import Shown, shown_all

SHOWN = 6
OFTEN = 3
OTHERS = "Điều khác"
NO_TITLE = "chưa ghi tên bài; viết tên bài rồi bấm “Viết bài”"


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("ban", __name__)
    add(rooms, "/", front, desk)
    add(rooms, "/thu-tuc", procedures, desk)
    add(rooms, "/can-sua", to_mend, desk)
    add(rooms, "/bai-moi", new_post, desk, "POST")
    add(rooms, "/xem-truoc", preview, desk)
    add(rooms, "/xem-truoc/chay", preview_again, desk, "POST")
    return rooms


def front(desk: Desk) -> str:
    """Show the desk."""
    seen, waiting = desk.memory.overview(today()), pending(desk.root, desk.baseline)
    wrong = shown_all(seen.errors)
    return render_template(
        "ban.html",
        seen=seen,
        wrong=wrong[:SHOWN],
        wrong_count=len(wrong),
        reminders=len(seen.problems) - len(wrong),
        waiting=waiting,
        shown=SHOWN,
        categories=news_categories(desk.root),
        jobs=desk.jobs.going_on,
        aside=sum(1 for _ in kept_aside(desk.root)),
    )


def procedures(desk: Desk) -> str:
    """Find procedures to correct."""
    asked = one_line(request.args.get("q", ""))
    found = finding.find(desk.memory.overview(today()).catalogue, asked)
    return render_template("thu-tuc.html", asked=asked, found=found, most=finding.MOST)


def to_mend(desk: Desk) -> str:
    """List every problem that the check finds, errors first, the like together."""
    every = shown_all(desk.memory.overview(today()).problems)
    wrong = [each for each in every if each.is_error]
    groups = _alike([each for each in every if not each.is_error])
    return render_template("can-sua.html", wrong=wrong, groups=groups)


def _alike(problems: list[Shown]) -> dict[str, list[Shown]]:
    """Put reminders that begin alike together, the most first; what is alone comes last."""
    counts = Counter(map(_beginning, problems))
    often = {kind: count for kind, count in counts.most_common() if count >= OFTEN}
    groups = {kind: [e for e in problems if _beginning(e) == kind] for kind in often}
    rest = [each for each in problems if _beginning(each) not in often]
    return {**groups, OTHERS: rest} if rest else groups


def _beginning(problem: Shown) -> str:
    return problem.words.partition(": ")[0]


def new_post(desk: Desk) -> Response:
    """Write an empty draft, and open its form."""
    title = one_line(request.form.get("ten", ""))
    if not title:
        raise Refused([Problem("", 0, NO_TITLE)])
    category = request.form.get("chuyen_muc", "")

    def write() -> str:
        plan = plan_new(desk.root, title, today(), category)
        write_plan(desk.root, plan)
        return plan.path

    return redirect(links.form_of(writing(desk, write)), 303)


def preview(desk: Desk) -> Any:  # noqa: ANN401 - a page or a way to one
    """Lead to the preview; while it builds, or has failed, say so."""
    page = urlsplit(request.args.get("trang", "")).path.lstrip("/")
    ready = desk.preview is not None and desk.preview.ready
    if desk.preview and ready and desk.preview.has(page):
        return redirect(desk.preview.address + page, 303)
    running = desk.preview is not None and desk.preview.running
    said = shown_all(desk.preview.said) if desk.preview and not running else ()
    return render_template(
        "xem-truoc.html", running=running, said=said, off=desk.preview is None, ready=ready
    )


def preview_again(desk: Desk) -> Response:
    """Start the preview anew."""
    if desk.preview:
        desk.preview.start()
    return redirect("/xem-truoc", 303)
