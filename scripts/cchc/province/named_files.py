"""A file named after a code must hold that code: portals hand out other procedures' pages."""

from __future__ import annotations

from pathlib import Path

from cchc.base.codes import codes_in
from cchc.province.content import refuse


def check_name(path: Path, inside: str) -> None:
    """Raise `Refused` where the file's name asks for another code than the one inside."""
    asked = codes_in(path.name.replace("_", " "))
    if asked and inside not in asked:
        message = (
            f"tên tệp là mã {asked[0]} nhưng bên trong là mã {inside}; lấy lại đúng thủ tục,"
            " hoặc đổi tên tệp nếu chính là thủ tục này"
        )
        raise refuse(path, message)
