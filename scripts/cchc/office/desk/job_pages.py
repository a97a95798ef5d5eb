"""How far long work is: a page that asks again by itself, with or without a script."""

from __future__ import annotations

import dataclasses
from typing import Any

from flask import Blueprint, abort, jsonify, redirect, render_template

from cchc.office.desk.desk import Desk, add
from cchc.office.desk.jobs import Job
from cchc.office.desk.plain import shown_all


def blueprint(desk: Desk) -> Blueprint:
    """Give these pages."""
    rooms = Blueprint("viec", __name__)
    add(rooms, "/viec/<job_id>", progress, desk)
    add(rooms, "/viec/<job_id>/buoc", steps, desk)
    return rooms


def progress(desk: Desk, job_id: str) -> Any:  # noqa: ANN401 - a page or a way to one
    """Show a job; once it has ended well with a page of its own, go there."""
    job = _of(desk, job_id)
    if job.done and job.done.goes:
        return redirect(job.done.address, 303)
    waits = [each for each in desk.jobs.going_on if each.id != job.id and not job.ended]
    ahead = waits[0].title if waits and not job.steps else ""
    return render_template("viec.html", job=job, problems=shown_all(job.problems), ahead=ahead)


def steps(desk: Desk, job_id: str) -> Any:  # noqa: ANN401 - JSON
    """Tell a script: the steps so far, whether it has ended."""
    job = _of(desk, job_id)
    return jsonify(buoc=list(job.steps), xong=job.ended)


def _of(desk: Desk, job_id: str) -> Job:
    """Give a job as it is now: it may end while its page is made."""
    found = desk.jobs.find(job_id)
    if found is None:
        abort(404)
    return dataclasses.replace(found, steps=list(found.steps))
