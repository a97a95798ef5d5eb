"""An address as the smallest drawing of a QR code: one path, for print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

import segno

from cchc.site.procedure.qr import MASK

# ISO/IEC 18004 asks for four empty modules on each side.
QUIET = 4
DARK = re.compile(rb"\x01+")


@lru_cache(maxsize=1024)
def drawn(address: str) -> str:
    """Draw an address as SVG with its quiet zone; once, though a sheet may be made three times."""
    code = segno.make_qr(address, error="m", mask=MASK, boost_error=False)
    side = len(code.matrix) + 2 * QUIET
    path = "".join(_bars(code.matrix))
    frame = f'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {side} {side}"'
    return f'<svg {frame}><path d="{path}" stroke="#000"/></svg>'


def _bars(rows: tuple[bytearray, ...]) -> Iterator[str]:
    for y, row in enumerate(rows, QUIET):
        for bar in DARK.finditer(row):
            yield f"M{bar.start() + QUIET} {y}.5h{bar.end() - bar.start()}"
