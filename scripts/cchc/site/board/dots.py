"""A QR code as few letters: the board draws it itself, 400 of them in one file."""

from __future__ import annotations

from base64 import b64encode

from cchc.site.procedure.qr import qr_code

BYTE = 8


def dots(address: str) -> str:
    """Give the code as its side in dots and their bits by rows, `37:/pT…`; nothing for none.

    The bits are base64 of whole bytes, the first dot highest, the last byte filled with zeros.
    """
    if not address:
        return ""
    rows = tuple(qr_code(address).matrix)
    bits = "".join(str(dot) for row in rows for dot in row)
    whole = bits.ljust(-(-len(bits) // BYTE) * BYTE, "0")
    packed = bytes(int(whole[at : at + BYTE], 2) for at in range(0, len(whole), BYTE))
    return f"{len(rows)}:{b64encode(packed).decode()}"
