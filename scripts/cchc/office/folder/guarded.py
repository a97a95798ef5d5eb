"""What of a procedure no form may change: its code, and what decisions have done to it.

Those parts are written by the confirming of a decision; the editor hides them or shows them only.
"""

from __future__ import annotations

from cchc.base.problems import Problem, Refused
from cchc.procedures.files import read_version
from cchc.procedures.model import Procedure

# Keys of the file; the editor's settings are made from the same list.
GUARDED = ("ma", "linh_vuc", "lich_su", "bai_bo", "thu_hoi")
NEW = (
    "thủ tục mới không thêm ở đây; nó vào trang khi có người xác nhận quyết định công bố"
    " (mục Quyết định của bàn làm việc, hoặc `cchc decisions`)"
)


def guarded(address: str, procedure: Procedure, before: bytes | None) -> None:
    """Raise `Refused` where a form would change what only a decision changes."""
    if before is None:
        raise Refused([Problem(address, 0, NEW)])
    try:
        old = read_version(address, before).procedure
    except Refused:
        # What cannot be read has nothing to guard: whoever mends it is welcome.
        return
    changed = [each for each in _fields() if getattr(old, each[0]) != getattr(procedure, each[0])]
    if changed:
        raise Refused([Problem(address, 0, _message(title)) for _, title in changed])


def _fields() -> list[tuple[str, str]]:
    fields = Procedure.model_fields.items()
    return [(name, each.title or name) for name, each in fields if each.alias in GUARDED]


def _message(title: str) -> str:
    return f"mục “{title}” chỉ đổi khi xác nhận một quyết định; giữ như cũ"
