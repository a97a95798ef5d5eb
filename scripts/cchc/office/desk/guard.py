"""Who may ask the desk for anything: this machine's browser, by the desk's own pages.

Another site in the same browser can send requests to 127.0.0.1 too. It is kept out three times: by
the Host it names (DNS rebinding), by where the browser says the request comes from, by the cookie
that only the start address gives.
"""

from __future__ import annotations

import hmac
from functools import partial

from flask import Flask, Response, abort, redirect, request
from werkzeug.wrappers import Response as AnyResponse

from cchc.office.desk.keys import Keys

SAFE = frozenset({"GET", "HEAD"})
OPEN = "/mat/"
START = "/vao/"
DAYS = 30 * 24 * 3600
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
        " font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none';"
        " frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    # `no-referrer` would make the browser hide the Origin of our own forms.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}


def guard(app: Flask, keys: Keys) -> None:
    """Look at every request before any room's page does; send the headers with every answer."""
    app.before_request(partial(_admit, keys))
    app.add_url_rule(f"{START}<token>", "vao", partial(_give_cookie, keys), methods=["GET"])
    app.after_request(_with_headers)


def _admit(keys: Keys) -> None:
    """Refuse (403) what does not come from the desk's own pages, or has not been let in."""
    if not (_names_us() and _from_us()):
        abort(403)
    public = request.method in SAFE and request.path.startswith((OPEN, START))
    if not public and not let_in(keys):
        abort(403)


def let_in(keys: Keys) -> bool:
    """Tell whether the present request brings the cookie that the start address gave."""
    return _same(request.cookies.get(_cookie_name(), ""), keys.cookie)


def _names_us() -> bool:
    port = request.environ["SERVER_PORT"]
    return request.environ.get("HTTP_HOST") in (f"127.0.0.1:{port}", f"localhost:{port}")


def _from_us() -> bool:
    """Tell whether the browser says that a page of ours, or the person, sent the request."""
    site = request.headers.get("Sec-Fetch-Site")
    origin = request.headers.get("Origin")
    if request.method in SAFE:
        # A link on the preview (another port of this machine) may lead here; nothing else may.
        followed = site == "same-site" and request.headers.get("Sec-Fetch-Mode") == "navigate"
        return site in (None, "same-origin", "none") or followed
    if origin is not None:
        return origin == f"http://{request.environ['HTTP_HOST']}" and site in (None, "same-origin")
    return site == "same-origin"


def _cookie_name() -> str:
    """Name the cookie by the port: browsers give a machine's cookies to all its ports."""
    return f"ban-lam-viec-{request.environ['SERVER_PORT']}"


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _give_cookie(keys: Keys, token: str) -> AnyResponse:
    """Give the cookie for the token, and an address without it."""
    if not _same(token, keys.token):
        abort(403)
    answer = redirect("/")
    answer.set_cookie(
        _cookie_name(), keys.cookie, max_age=DAYS, httponly=True, samesite="Strict", path="/"
    )
    answer.headers["Referrer-Policy"] = "no-referrer"
    return answer


def _with_headers(answer: Response) -> Response:
    """Send the headers; a room that needs others (the editor) has set its own."""
    for name, value in HEADERS.items():
        answer.headers.setdefault(name, value)
    return answer
