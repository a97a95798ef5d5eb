"""The desk's style, script, fonts and mark: anybody may see them, they can do nothing."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from flask import Blueprint, Response, abort, send_file

from cchc.office.desk.desk import Desk, add
from cchc.office.desk.guard import OPEN
from cchc.site.engine.web_parts import web_parts
from cchc.site.rendering import THEME

OWN = Path(__file__).parent / "static"
PREFIX = "assets/cchc/"
MARK = "mark.svg"
# Windows keeps these in its registry, where other programs change them.
KINDS = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml",
         ".woff2": "font/woff2"}  # fmt: skip


def blueprint(desk: Desk) -> Blueprint:
    """Give the addresses below /mat/."""
    rooms = Blueprint("mat", __name__)
    add(rooms, f"{OPEN}<path:name>", part, desk)
    return rooms


def part(desk: Desk, name: str) -> Response:
    """Send one file: of the desk, or of the site's own parts (fonts)."""
    known = {each.name: each for each in OWN.iterdir()}
    known[MARK] = THEME / PREFIX / MARK
    known |= {path.removeprefix(PREFIX): file for path, file in web_parts(desk.root).items()
              if path.startswith(f"{PREFIX}fonts")}  # fmt: skip
    if name not in known:
        abort(404)
    kind = KINDS.get(known[name].suffix) or mimetypes.guess_type(name)[0]
    return send_file(known[name], mimetype=kind, max_age=0, conditional=True)
