"""The editor's page and its files: from the desk, and for a site whose ward has a repository.

The program itself is built into .cache/editor/ by `npm run build` (scripts/web/editor).
"""

from __future__ import annotations

import html
from pathlib import Path
from urllib.parse import urlsplit

from cchc.base.editing import Editing, Place
from cchc.base.files import MARK, write_atomically
from cchc.base.problems import Problem, Refused
from cchc.base.ward import load_ward
from cchc.base.yaml_read import read_yaml
from cchc.office.editor.config import config_text
from cchc.procedures.store import load

BUILT = Path(".cache/editor")
REPOSITORY = Path(__file__).parents[4]
FOLDER = "admin"
PROGRAM = "editor.js"
CONFIG = "config.json"
HOME = "index.html"
NOT_BUILT = "chưa có trình soạn thảo ở .cache/editor/; chạy `make setup` để máy làm, rồi chạy lại"
HOSTS = {
    Place.GITHUB: "https://api.github.com",
    Place.GITLAB: "https://gitlab.com",
    Place.GITEA: "https://gitea.com",
}
PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
{metas}
<title>{title}</title>
<link rel="stylesheet" href="editor.css">
<link rel="cms-config-url" type="application/json" href="config.json">
<script type="module" src="editor.js"></script>
</head>
<body>
<noscript>Trình soạn thảo cần JavaScript; bật JavaScript rồi tải lại trang.</noscript>
</body>
</html>
"""


def policy(api: str = "") -> str:
    """Give the page's Content-Security-Policy: this host, and the repository's where there is one.

    The editor writes its styles into the page and shows pictures from memory.
    """
    allowed = {
        "default-src": "'none'",
        "script-src": "'self' 'wasm-unsafe-eval'",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' blob: data:",
        "media-src": "blob:",
        "font-src": "'self'",
        "connect-src": f"'self' blob: data: {api}".strip(),
        "worker-src": "'self' blob:",
        "frame-src": "'self' blob:",
        "form-action": "'self'",
        "base-uri": "'none'",
    }
    return "; ".join(f"{kind} {sources}" for kind, sources in allowed.items())


def desk_page(root: Path, service: str) -> str:
    """Give the editor's page on the desk, which works through the file service there."""
    meta = f'<meta name="cchc-tep" content="{html.escape(service)}">'
    return PAGE.format(metas=meta, title=html.escape(_title(root)))


def desk_config(root: Path) -> str:
    """Give the desk's config.json. Raise `Refused` where the ward's settings are faulty."""
    return config_text(load_ward(root), load(root), _title(root), desk=True)


def program(root: Path) -> Path:
    """Give the folder of the built program; the portal's own, else the code's. Raise `Refused`."""
    for place in (root / BUILT, REPOSITORY / BUILT):
        if (place / PROGRAM).is_file():
            return place
    raise Refused([Problem(BUILT.as_posix(), 0, NOT_BUILT)])


def write_admin(root: Path, site: Path) -> int:
    """Write admin/ into a built site if the ward has set a repository; give how many files.

    Raise `Refused` where the program has not been built.
    """
    ward = load_ward(root)
    if ward.editing is None:
        return 0
    files = {each: each.read_bytes() for each in sorted(program(root).rglob("*")) if each.is_file()}
    target = site / FOLDER
    for path, content in files.items():
        write_atomically(target / path.relative_to(program(root)), content)
    write_atomically(
        target / CONFIG, config_text(ward, load(root), _title(root), desk=False).encode()
    )
    write_atomically(target / HOME, _public_page(root, ward.editing).encode())
    return len(files) + 2


def _public_page(root: Path, editing: Editing) -> str:
    allowed = html.escape(policy(host_of(editing)), quote=True)
    meta = f'<meta http-equiv="Content-Security-Policy" content="{allowed}">'
    return PAGE.format(metas=meta, title=html.escape(_title(root)))


def host_of(editing: Editing) -> str:
    """Give the one other host that the public editor may ask: the repository's."""
    if not editing.address:
        return HOSTS[editing.place]
    parts = urlsplit(editing.address)
    return f"{parts.scheme}://{parts.netloc}"


def _title(root: Path) -> str:
    name = read_yaml(MARK, (root / MARK).read_bytes(), ("site_name",)).data
    return f"Soạn thảo · {name}" if name else "Soạn thảo"
