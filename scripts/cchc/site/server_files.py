"""The headers written down for those who serve the site: static hosts, nginx, Caddy."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import jinja2

from cchc.site.policy import HEADERS

# Not among the templates of pages: MkDocs would copy them into the site as they are.
TEMPLATES = Path(__file__).parent / "server"
FOLDER = "may-chu"
# Their addresses change with their content (versions.py).
LASTING = ("/assets/cchc/",)
FOR_GOOD = "public, max-age=31536000, immutable"
# Pages, rows and feeds: kept, but asked for anew each time; unchanged, the answer is some bytes.
ASK_AGAIN = "no-cache"
FILES = {
    "_headers": "headers.txt",
    f"{FOLDER}/nginx.conf": "nginx.txt",
    f"{FOLDER}/Caddyfile": "caddy.txt",
}


def server_files(site_url: str) -> dict[str, str]:
    """Give the files by their address in the site; `site_url` may be empty, or lie in a folder."""
    parts = urlsplit(site_url)
    # Not HTML: a quote in a header stays a quote.
    environment = jinja2.Environment(  # noqa: S701
        loader=jinja2.FileSystemLoader(TEMPLATES),
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    known = {
        "headers": HEADERS,
        "folder": parts.path.rstrip("/"),
        "host": parts.netloc or "cchc.example.vn",
        "lasting": LASTING,
        "for_good": FOR_GOOD,
        "ask_again": ASK_AGAIN,
    }
    return {
        address: environment.get_template(template).render(known)
        for address, template in FILES.items()
    }


def sent(address: str) -> dict[str, str]:
    """Give the headers for one address below the site's root, as the three files say."""
    kept = FOR_GOOD if f"/{address.lstrip('/')}".startswith(LASTING) else ASK_AGAIN
    return {**HEADERS, "Cache-Control": kept}
