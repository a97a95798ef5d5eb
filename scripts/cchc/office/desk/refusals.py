"""What the desk says where it cannot do what was asked: in Vietnamese, with a way out."""

from __future__ import annotations

from collections.abc import Iterable
from http import HTTPStatus
from urllib.parse import urlsplit

from flask import Flask, Response, make_response, render_template, request
from werkzeug.exceptions import HTTPException

from cchc.base.faults import told
from cchc.base.problems import Problem, Refused
from cchc.office.desk.jobs import unforeseen
from cchc.office.desk.plain import shown_all

WORDS = {
    HTTPStatus.BAD_REQUEST: ("Không hiểu yêu cầu này", "Quay lại trang trước rồi thử lại."),
    HTTPStatus.FORBIDDEN: (
        "Chưa vào được bàn làm việc",
        "Mở lại bàn làm việc bằng office.cmd (hoặc lệnh cchc office): trình duyệt sẽ tự vào.",
    ),
    HTTPStatus.NOT_FOUND: (
        "Không có trang này",
        "Kết quả đã cũ, hoặc địa chỉ sai. Về bàn làm việc rồi làm lại từ đầu.",
    ),
    HTTPStatus.METHOD_NOT_ALLOWED: ("Không làm được theo cách này", "Về bàn làm việc, làm lại."),
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: (
        "Tệp quá lớn",
        "Bàn làm việc nhận tệp đến 50 MB. Nén ảnh trong Word (Định dạng ảnh, Nén ảnh) rồi làm lại.",
    ),
}
OTHER = ("Chưa làm được", "Về bàn làm việc rồi làm lại.")


def add_refusals(app: Flask) -> None:
    """Answer every refusal and every fault with a page; never with a traceback."""
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Refused, _refused)
    app.register_error_handler(OSError, lambda error: _page([Problem("", 0, told(error))]))
    app.register_error_handler(Exception, _unforeseen)


def _http(error: HTTPException) -> Response:
    code = HTTPStatus(error.code or HTTPStatus.INTERNAL_SERVER_ERROR)
    title, words = WORDS.get(code, OTHER)
    page = render_template("loi.html", title=title, words=words, out=code is HTTPStatus.FORBIDDEN)
    answer = make_response(page, code)
    for name, value in error.get_headers():
        if name == "Allow":
            answer.headers[name] = value
    return answer


def _refused(refused: Refused) -> Response:
    return _page(refused.problems)


def _unforeseen(error: Exception) -> Response:
    return _page([Problem("", 0, unforeseen(error))], HTTPStatus.INTERNAL_SERVER_ERROR)


def _page(problems: Iterable[Problem], code: HTTPStatus = HTTPStatus.CONFLICT) -> Response:
    found = shown_all(problems)
    # Only a path of our own: what a browser says it came from is anybody's word.
    back = urlsplit(request.referrer or "/").path or "/"
    return make_response(render_template("tu-choi.html", problems=found, back=back), code)
