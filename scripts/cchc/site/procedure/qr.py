"""A page's address as a QR code: a drawing inside the page, no request to anybody."""

from __future__ import annotations

import segno

# ISO/IEC 18004 leaves the choice of the mask to the writer; trying all eight takes five times as
# long for 400 pages, and a telephone reads any of them.
MASK = 2


def qr_code(address: str) -> segno.QRCode:
    """Work out the code of an address that is not empty."""
    return segno.make_qr(address, error="m", mask=MASK, boost_error=False)


def qr_svg(address: str) -> str:
    """Draw it as inline SVG with its quiet zone, black on white; nothing for no address."""
    if not address:
        return ""
    drawn: str = qr_code(address).svg_inline(
        omitsize=True, svgclass="qr__code", lineclass=None, light="#fff"
    )
    return drawn
