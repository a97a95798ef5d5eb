"""What decisions of the province did to a procedure: its history, its end, a version taken back.

Nothing is deleted: an abolished procedure stays as a tombstone, and a version that a reverted
decision had brought stays in its file, marked, and counts no more.
"""

from __future__ import annotations

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.procedures.code_types import Code
from cchc.procedures.parts import PublishingDecision, needed, part
from cchc.procedures.terms import ChangeKind


class HistoryEntry(Model):
    """One change of the procedure: from which day, what kind, by which decision, which parts.

    `parts` are keys of the procedure's file (`phi`, `can_cu`); `words` is what the decision says
    was changed.
    """

    effective: Day = needed("ngay", "Có hiệu lực từ")
    kind: ChangeKind = needed("loai", "Loại thay đổi")
    decision: PublishingDecision = needed("quyet_dinh", "Quyết định")
    parts: tuple[NeededLine, ...] = part("phan", "Phần thay đổi")
    words: Text = part("noi_dung", "Nội dung sửa đổi", default="")


class Abolition(Model):
    """The end of a procedure: since when, by which decision, what takes its place."""

    since: Day = needed("ngay", "Bãi bỏ từ ngày")
    decision: PublishingDecision = needed("quyet_dinh", "Quyết định")
    replaced_by: tuple[Code, ...] = part("thay_bang", "Thay bằng thủ tục")
    legal_basis: Text = part("can_cu", "Văn bản quy định việc bãi bỏ", default="")


class Withdrawal(Model):
    """Why a version counts no more: the decision it rested on was confirmed wrongly."""

    date: Day = needed("ngay", "Ngày thu hồi")
    because: NeededLine = needed("vi_sao", "Vì sao")
    by: Line = part("nguoi", "Người thu hồi", default="")
