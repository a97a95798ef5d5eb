"""How the site is to be sent, written down for those who serve it: static hosts, nginx, Caddy."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import jinja2

from cchc.site.addresses import WORKER
from cchc.site.engine.versions import LENGTH
from cchc.site.serving.kinds import CHARSET, FEED, FEED_KIND, KINDS, TEXTS
from cchc.site.serving.policy import HEADERS

# Not among the templates of pages: MkDocs would copy them into the site as they are.
TEMPLATES = Path(__file__).parent / "server"
FOLDER = "may-chu"
# Their addresses change with their content (versions.py): `?v=` and the mark.
LASTING = ("/assets/cchc/",)
MARK = f"[0-9a-f]{{{LENGTH}}}"
FOR_GOOD = "public, max-age=31536000, immutable"
# Pages, rows and feeds: kept, but asked for anew each time; unchanged, the answer is some bytes.
ASK_AGAIN = "no-cache"
# What publishing turns from one release to the next.
ROOT = "/srv/cchc/current"
# Open data: a page of another site may read them too (Access-Control-Allow-Origin).
OPEN = "/du-lieu/"
OPENED = {"Access-Control-Allow-Origin": "*"}
# Of no use to a reader. A host that shows them all the same shows nothing secret.
HIDDEN = (f"/{FOLDER}/", "/_headers", "/_redirects")
FILES = {
    "_headers": "headers.txt",
    f"{FOLDER}/nginx.conf": "nginx.txt",
    f"{FOLDER}/Caddyfile": "caddy.txt",
}


def server_files(site_url: str, moved: Mapping[str, str]) -> dict[str, str]:
    """Give the files by their address in the site.

    `site_url` may be empty, or lie in a folder of its host; `moved` gives the new address of each
    page that has one, both below the site's root.
    """
    environment = _environment()
    known = _known(site_url) | {"moved": moved}
    texts = {
        address: environment.get_template(template).render(known)
        for address, template in FILES.items()
    }
    return texts | ({"_redirects": _redirects(known["folder"], moved)} if moved else {})


def sent(address: str) -> dict[str, str]:
    """Give the headers for an address below the site's root (`a.css?v=…`), as the files say."""
    path, _, query = f"/{address.lstrip('/')}".partition("?")
    lasting = path.startswith(LASTING) and re.fullmatch(f"v={MARK}", query)
    cached = {"Cache-Control": FOR_GOOD if lasting else ASK_AGAIN}
    return HEADERS | cached | (OPENED if path.startswith(OPEN) else {})


def kept_by_path(path: str) -> str:
    """Give the Cache-Control of a file where a host sees no query, as `_headers` has it.

    Pages ask for what lasts with `?v=…` only, so a new content has a new address there too.
    """
    return FOR_GOOD if f"/{path}".startswith(LASTING) else ASK_AGAIN


def _environment() -> jinja2.Environment:
    # Not HTML: a quote in a header stays a quote.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["regex"] = lambda text: re.escape(text).replace("\\-", "-")
    return environment


def _known(site_url: str) -> dict[str, Any]:
    """Collect what the templates may say."""
    parts = urlsplit(site_url)
    folder = parts.path.rstrip("/")
    return {
        "headers": HEADERS,
        "folder": folder,
        "host": parts.netloc or "cchc.example.vn",
        "root": ROOT,
        # A site in a folder of its host: a link in an empty root leads to the release.
        "served": "/srv/cchc/goc" if folder else ROOT,
        "inside": posixpath.dirname(f"/srv/cchc/goc{folder}"),
        "worker": WORKER,
        "lasting": LASTING,
        "open": OPEN,
        "opened": OPENED,
        "mark": MARK,
        "length": LENGTH,
        "for_good": FOR_GOOD,
        "ask_again": ASK_AGAIN,
        "hidden": HIDDEN,
        "kinds": KINDS,
        "packed": sorted({kind + CHARSET for kind in TEXTS.values()}),
        "feed": FEED,
        "feed_kind": FEED_KIND,
    }


def _redirects(folder: str, moved: Mapping[str, str]) -> str:
    return "".join(f"{folder}/{old} {folder}/{new} 301\n" for old, new in moved.items())
