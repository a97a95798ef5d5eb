"""Which parts of a procedure are filled: one list for the form, the check and the page.

The parts are those that Nghị định 63/2010/NĐ-CP, Điều 8 khoản 2 always asks for, and the legal
basis and publishing decision that the service index of Quyết định 766/QĐ-TTg looks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cchc.procedures.model import Procedure


@dataclass(frozen=True, slots=True)
class Part:
    """A mandatory part: its YAML key, its name by law, and how to tell that it is filled."""

    key: str
    title: str
    filled: Callable[[Procedure], bool]


MANDATORY = (
    Part("ten", "tên thủ tục", lambda p: bool(p.name)),
    Part("trinh_tu", "trình tự thực hiện", lambda p: bool(p.steps)),
    Part("cach_nop", "cách thức thực hiện", lambda p: bool(p.methods)),
    Part("ho_so", "thành phần, số lượng hồ sơ", lambda p: any(c.papers for c in p.cases)),
    Part("thoi_han", "thời hạn giải quyết", lambda p: any(m.time_limit for m in p.methods)),
    Part("doi_tuong", "đối tượng thực hiện", lambda p: bool(p.audience)),
    Part("co_quan", "cơ quan thực hiện", lambda p: bool(p.agencies.executing)),
    Part("ket_qua", "kết quả thực hiện", lambda p: bool(p.results)),
    Part("can_cu", "căn cứ pháp lý", lambda p: bool(p.legal_basis)),
    Part("quyet_dinh", "quyết định công bố", lambda p: p.decision is not None),
)


def missing_parts(procedure: Procedure) -> tuple[Part, ...]:
    """List the mandatory parts that are still to be written, in the law's order.

    A procedure that is no more needs none.
    """
    if procedure.abolished:
        return ()
    empty = (each for each in MANDATORY if not each.filled(procedure))
    return tuple(each for each in empty if each.key not in procedure.unstated)


def unstated_parts(procedure: Procedure) -> tuple[Part, ...]:
    """List the empty parts of which a person found that no source says anything."""
    empty = (each for each in MANDATORY if not each.filled(procedure))
    return tuple(each for each in empty if each.key in procedure.unstated)
