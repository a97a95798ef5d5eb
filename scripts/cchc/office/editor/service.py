"""The editor's page on the desk, at /admin/: the page, its settings, the program's files."""

from __future__ import annotations

from pathlib import Path

from flask import Blueprint, Response, make_response, redirect, send_from_directory
from werkzeug.wrappers import Response as AnyResponse

from cchc.base.problems import Refused
from cchc.office.editor.pages import CONFIG, FOLDER, desk_config, desk_page, policy, program

ADDRESS = f"/{FOLDER}"


def blueprint(root: Path, files: str) -> Blueprint:
    """Make the editor's pages for a portal; `files` is the address of its file service."""
    made = Blueprint("soan_thao", __name__)

    @made.get(ADDRESS)
    def bare() -> AnyResponse:
        return redirect(f"{ADDRESS}/")

    @made.get(f"{ADDRESS}/")
    def page() -> Response:
        return _guarded(make_response(desk_page(root, files)), "text/html; charset=utf-8")

    @made.get(f"{ADDRESS}/{CONFIG}")
    def config() -> Response:
        try:
            text = desk_config(root)
        except Refused as refused:
            return _guarded(make_response(str(refused), 500), "text/plain; charset=utf-8")
        return _guarded(make_response(text), "application/json")

    @made.get(f"{ADDRESS}/<path:name>")
    def part(name: str) -> Response:
        try:
            return send_from_directory(program(root).resolve(), name)
        except Refused as refused:
            return _guarded(make_response(str(refused), 500), "text/plain; charset=utf-8")

    return made


def _guarded(answer: Response, kind: str) -> Response:
    answer.headers["Content-Type"] = kind
    answer.headers["Content-Security-Policy"] = policy() + "; frame-ancestors 'none'"
    answer.headers["Cache-Control"] = "no-store"
    return answer
