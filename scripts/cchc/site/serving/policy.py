"""What a page may do: the Content-Security-Policy and the other headers a web server should send.

Nothing of a page is inline, so the policy needs no exception and no hash; `inline` finds what would
not run or show under it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

RULES = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # The style sheets carry small pictures as data.
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "media-src": "'self'",
    # The one that keeps pages for when there is no network.
    "worker-src": "'self'",
    "manifest-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
}
POLICY = "; ".join(f"{kind} {allowed}" for kind, allowed in RULES.items())
REFUSED = ("camera", "geolocation", "microphone", "payment", "usb", "browsing-topics")
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "strict-origin-when-cross-origin",
    "Permissions-Policy": ", ".join(f"{power}=()" for power in REFUSED),
    "Cross-Origin-Opener-Policy": "same-origin",
    # Pictures and scripts serve this site and its neighbours below the same domain (the city's).
    "Cross-Origin-Resource-Policy": "same-site",
}
SCRIPT = re.compile(r"<script\b(?P<attributes>[^>]*)>", re.IGNORECASE)
# A block of data runs nothing: no policy stops it.
HARMLESS = re.compile(r"""\bsrc=|\btype=["']?application/(?:ld\+)?json""", re.IGNORECASE)
STYLE = re.compile(r"<style\b[^>]*>|<[a-z][^<>]*\sstyle=[^<>]*>", re.IGNORECASE)
EVENT = re.compile(r"""<[a-z][^<>]*\son[a-z]+\s*=\s*["'][^<>]*>""", re.IGNORECASE)
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)


def inline(html: str) -> Iterator[str]:
    """List the scripts and styles written into a page: the policy refuses them."""
    html = COMMENT.sub("", html)
    for found in SCRIPT.finditer(html):
        if not HARMLESS.search(found["attributes"]):
            yield found[0]
    for pattern in (STYLE, EVENT):
        yield from (found[0] for found in pattern.finditer(html))
