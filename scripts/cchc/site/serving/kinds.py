"""What kinds of file the site sends, and how each is named to a browser.

One table for every server: with `nosniff` a wrong name is a file that does not open. Names by the
IANA register of media types; text says that it is UTF-8, as every text of the site is.
"""

from __future__ import annotations

CHARSET = "; charset=utf-8"
# Pictures, fonts and office files are packed already: compressing them again gains nothing.
TEXTS = {
    "html": "text/html",
    "css": "text/css",
    "js": "text/javascript",
    "mjs": "text/javascript",
    "txt": "text/plain",
    "md": "text/markdown",
    "csv": "text/csv",
    "ics": "text/calendar",
    "xml": "application/xml",
    "atom": "application/atom+xml",
    "svg": "image/svg+xml",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "geojson": "application/geo+json",
    "webmanifest": "application/manifest+json",
    "yml": "application/yaml",
}
OTHERS = {
    "png": "image/png",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "gif": "image/gif",
    "webp": "image/webp",
    "avif": "image/avif",
    "ico": "image/x-icon",
    "woff2": "font/woff2",
    "woff": "font/woff",
    "mp3": "audio/mpeg",
    "m4a": "audio/mp4",
    "ogg": "audio/ogg",
    "mp4": "video/mp4",
    "webm": "video/webm",
    "pdf": "application/pdf",
    "doc": "application/msword",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xls": "application/vnd.ms-excel",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "ppt": "application/vnd.ms-powerpoint",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "odt": "application/vnd.oasis.opendocument.text",
    "ods": "application/vnd.oasis.opendocument.spreadsheet",
    "zip": "application/zip",
    "gz": "application/gzip",
}
KINDS = {**{ending: kind + CHARSET for ending, kind in TEXTS.items()}, **OTHERS}
# By its ending a feed is any XML.
FEED = "atom.xml"
FEED_KIND = TEXTS["atom"] + CHARSET


def kind(address: str) -> str:
    """Name the kind of a file of the site; one nobody knows is bytes to keep."""
    name = address.rpartition("/")[2] or "index.html"
    if name == FEED:
        return FEED_KIND
    return KINDS.get(name.rpartition(".")[2].lower(), "application/octet-stream")
