"""The file service of the desk: what the editor reads and writes, over HTTP on this machine only.

GET /tep: every file as [path, bytes, ms since 1970]. GET /tep/<path>: one file, its version as
ETag. PUT /tep/<path>: If-Match with the version read, or If-None-Match: * for a new file.
DELETE /tep/<path>. A refusal answers {"loi": what, "dong": [why, …]}. Who may ask is decided by
the application that mounts it (token, Host, Origin).
"""

from __future__ import annotations

import http
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType

from flask import Blueprint, Response, jsonify, make_response, request
from pydantic import BaseModel

from cchc.base.notices import Notices
from cchc.base.problems import Refused
from cchc.office.folder.forms import shown
from cchc.office.folder.places import Kind, kind_of
from cchc.office.folder.reading import listing, place, version
from cchc.office.folder.wording import of_model, of_post
from cchc.office.folder.writing import ConflictError, remove, write
from cchc.procedures.life_events import LifeEvents
from cchc.procedures.model import Procedure

ADDRESS = "/tep"
# A photograph as a telephone takes it is about 12 MB.
MOST = 40 * 1024 * 1024
NOT_YOURS = "Không được phép."
NOT_HERE = "Trình soạn thảo không được mở tệp này."
NOT_SAVED = "Chưa lưu được. Bài đang viết vẫn còn trong cửa sổ này."
NOT_REMOVED = "Chưa xóa được."
TOO_LARGE = "Tệp quá lớn (tối đa 40 MB)."
UNSAFE = "Yêu cầu thiếu phiên bản của tệp đã đọc; tải lại trang rồi làm lại."
ANY = "*"
MODELS: Mapping[Kind, type[BaseModel]] = MappingProxyType(
    {
        Kind.PROCEDURE: Procedure,
        Kind.LIFE_EVENTS: LifeEvents,
        Kind.NOTICES: Notices,
    }
)


def blueprint(root: Path, token_ok: Callable[[], bool]) -> Blueprint:
    """Make the service for a portal; `token_ok` tells of the current request whether it may."""
    made = Blueprint("tep", __name__, url_prefix=ADDRESS)

    @made.before_request
    def guard() -> Response | None:
        if not token_ok():
            return _refusal(http.HTTPStatus.FORBIDDEN, NOT_YOURS)
        if (request.content_length or 0) > MOST:
            return _refusal(http.HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_LARGE)
        return None

    @made.get("")
    def files() -> Response:
        return jsonify([[each.path, each.size, each.modified] for each in listing(root)])

    @made.get("/<path:address>")
    def read(address: str) -> Response:
        return _read(root, address)

    @made.put("/<path:address>")
    def put(address: str) -> Response:
        return _answered(address, NOT_SAVED, lambda kind: _put(root, kind, address))

    @made.delete("/<path:address>")
    def delete(address: str) -> Response:
        return _answered(address, NOT_REMOVED, lambda _: _delete(root, address))

    return made


def _read(root: Path, address: str) -> Response:
    kind, path = kind_of(address), place(root, address) if kind_of(address) else None
    if kind is None or path is None:
        return _refusal(http.HTTPStatus.FORBIDDEN, NOT_HERE)
    if not path.is_file():
        return _refusal(http.HTTPStatus.NOT_FOUND, NOT_HERE)
    raw = path.read_bytes()
    answer = make_response(shown(kind, address, raw))
    answer.headers["X-Modified"] = str(path.stat().st_mtime_ns // 1_000_000)
    return _plain(answer, version(raw))


def _plain(answer: Response, tag: str) -> Response:
    """Give bytes as bytes: no browser may take a file of the portal for a page."""
    answer.set_etag(tag)
    answer.headers["Content-Type"] = "application/octet-stream"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _answered(address: str, failed: str, act: Callable[[Kind], Response]) -> Response:
    kind = kind_of(address)
    if kind is None:
        return _refusal(http.HTTPStatus.FORBIDDEN, NOT_HERE)
    try:
        return act(kind)
    except ConflictError as conflict:
        return _refusal(http.HTTPStatus.PRECONDITION_FAILED, failed, _reasons(kind, conflict))
    except Refused as refused:
        return _refusal(http.HTTPStatus.UNPROCESSABLE_ENTITY, failed, _reasons(kind, refused))
    except FileNotFoundError:
        return _refusal(http.HTTPStatus.NOT_FOUND, failed)


def _put(root: Path, kind: Kind, address: str) -> Response:
    match = request.headers.get("If-Match")
    if match is None and request.headers.get("If-None-Match") != ANY:
        return _refusal(http.HTTPStatus.PRECONDITION_REQUIRED, UNSAFE)
    known = match.strip('"') if match is not None else None
    content = write(root, kind, address, request.get_data(), known)
    answer = make_response("", http.HTTPStatus.NO_CONTENT)
    answer.set_etag(version(content))
    return answer


def _delete(root: Path, address: str) -> Response:
    return jsonify({"giu_o": remove(root, address)})


def _refusal(status: http.HTTPStatus, title: str, lines: Iterable[str] = ()) -> Response:
    return make_response(jsonify({"loi": title, "dong": list(lines)}), status)


def _reasons(kind: Kind, refused: Refused) -> Iterator[str]:
    model = MODELS.get(kind)
    for each in refused.problems:
        yield of_model(each, model) if model else of_post(each)
