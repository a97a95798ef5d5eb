"""What the board is made of, by address below the site's root: all it needs to work offline."""

from __future__ import annotations

from cchc.site.addresses import BOARD
from cchc.site.engine.web_parts import BOARD as SCRIPT
from cchc.site.engine.web_parts import FONTS
from cchc.site.search.search_rows import FILE as ROWS

DATA = f"{BOARD}board.json"
STYLE = "assets/cchc/board.css"
ICON = "assets/cchc/mark.svg"
# The page asks for script, styles and icon with `?v=` and the mark of their bytes (versions.py).
# The letters that FONTS names come besides: assets/cchc/fonts/.
FILES = (BOARD, DATA, SCRIPT, STYLE, FONTS, ROWS, ICON)
