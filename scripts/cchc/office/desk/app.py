"""The desk as a web application: every room of the office is mounted here, behind one guard."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Flask

from cchc.office.desk import (
    change_pages,
    front_pages,
    job_pages,
    parts_pages,
    province_pages,
    question_pages,
    refusals,
    word_pages,
)
from cchc.office.desk.desk import Desk
from cchc.office.desk.guard import guard, let_in
from cchc.office.desk.keys import Keys
from cchc.office.desk.texts import add_texts
from cchc.office.editor import service as editor
from cchc.office.folder import service as folder

# A Word file may have 50 MB (cchc.base.archive), and a form around it.
LARGEST = 60 * 1024 * 1024
FORM_PARTS = 400


def rooms(desk: Desk, keys: Keys) -> tuple[Blueprint, ...]:
    """Give every room's pages: the desk's own, the editor's, the files that the editor asks for."""
    return (
        front_pages.blueprint(desk),
        word_pages.blueprint(desk),
        province_pages.blueprint(desk),
        question_pages.blueprint(desk),
        change_pages.blueprint(desk),
        job_pages.blueprint(desk),
        parts_pages.blueprint(desk),
        editor.blueprint(desk.root, folder.ADDRESS),
        folder.blueprint(desk.root, lambda: let_in(keys)),
    )


def make_app(
    root: Path, token: str, *, keys: Keys | None = None, desk: Desk | None = None
) -> Flask:
    """Make the desk of a portal; only who has the token (or the cookie it gives) is let in."""
    app = Flask(__name__, static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=LARGEST,
        MAX_FORM_PARTS=FORM_PARTS,
        TRAP_HTTP_EXCEPTIONS=False,
        PROPAGATE_EXCEPTIONS=False,
    )
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.url_map.merge_slashes = False
    keys = keys or Keys(token, f"{token}-phien")
    guard(app, keys)
    desk = desk or Desk(root)
    add_texts(app, desk)
    refusals.add_refusals(app)
    for each in rooms(desk, keys):
        app.register_blueprint(each)
    return app
