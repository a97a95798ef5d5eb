"""The browser parts (fonts, search) that `npm run build` writes to .cache/web/."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

FOLDER = Path(".cache/web")
REPOSITORY = Path(__file__).parents[4]
FONTS = "assets/cchc/fonts.css"
SEARCH = "assets/cchc/search.js"
SEARCH_STYLES = "assets/cchc/search.css"
BOARD = "assets/cchc/board.js"
# Not sent as they are: site/offline/worker.py makes the site's worker of one of them.
WORKER = "worker/keep.js"
RETIRE = "worker/retire.js"
MISSING = (
    "chưa có phần chạy trong trình duyệt (phông chữ, tìm kiếm) ở .cache/web/; chạy `make site` để"
    " máy làm, rồi dựng lại trang"
)


def web_parts(root: Path) -> Mapping[str, Path]:
    """List the files by their path below the site's root; the portal's own, else the code's.

    A portal tried as a copy has no .cache of its own. Empty where neither has been built.
    """
    for place in (root / FOLDER, REPOSITORY / FOLDER):
        files = {each.relative_to(place).as_posix(): each for each in sorted(place.rglob("*"))}
        found = {
            name: path
            for name, path in files.items()
            if path.is_file() and not any(part.startswith(".") for part in name.split("/"))
        }
        if found:
            return found
    return {}
