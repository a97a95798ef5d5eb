"""The service worker as the site sends it: the browser part, told what to keep.

Its bytes are a function of what it keeps: browsers compare them at every visit, so a worker is
renewed exactly when something it keeps has changed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from cchc.site import addresses
from cchc.site.engine.versions import LENGTH
from cchc.site.engine.web_parts import RETIRE, WORKER
from cchc.site.offline.kept_files import KeptFiles, kept_files
from cchc.site.search.search_rows import FILE as ROWS


def worker_file(parts: Mapping[str, Path], site: Path, *, keeps: bool) -> dict[str, bytes]:
    """Give the worker of a built site by its address; nothing where the browser parts are missing.

    Where nothing is to be kept, another worker stands there: it clears what the devices of earlier
    visitors keep, and goes.
    """
    code = parts.get(WORKER if keeps else RETIRE)
    if code is None:
        return {}

    def read(address: str) -> bytes | None:
        file = site / address
        return file.read_bytes() if file.is_file() else None

    text = code.read_text(encoding="utf-8")
    made = worker_text(text, kept_files(read)) if keeps else text
    return {addresses.WORKER: made.encode()}


def worker_text(code: str, kept: KeptFiles) -> str:
    """Write what is to be kept above the code that keeps it."""
    told = {
        "offline": addresses.OFFLINE,
        "pages": kept.pages,
        "rows": ROWS,
        "rowsMark": kept.rows,
        "assets": kept.assets,
        "together": kept.together,
    }
    mark = hashlib.sha256((_json(told) + code).encode()).hexdigest()[:LENGTH]
    return f"self.CCHC={_json({'version': mark, **told})};\n{code}"


def _json(told: Mapping[str, object]) -> str:
    return json.dumps(told, sort_keys=True, separators=(",", ":"))
