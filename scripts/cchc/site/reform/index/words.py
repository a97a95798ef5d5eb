"""The sentences of the index: what a reader came for, with its day and base."""

from __future__ import annotations

from cchc.base.clock import show_date
from cchc.reform.index import Index
from cchc.reform.index_sums import Sums, total
from cchc.reform.scores import shown
from cchc.site.portal import Portal
from cchc.site.reform.index.places import Ranked


def rank_answer(each: Ranked, portal: Portal) -> str:
    """Say a rank in one sentence, with its day and how far the target is."""
    day = f" (công bố ngày {show_date(each.rank.day)})" if each.rank.day else ""
    aim = (
        f"Mục tiêu: trong nhóm {each.aim.best} đơn vị đứng đầu, {each.distance}."
        if each.aim
        else ("Năm này chưa có mục tiêu.")
    )
    ward = portal.ward.name_on(portal.day)
    scope = each.rank.scope.label
    return f"Năm {each.year}, {ward} đứng {each.words} trong {scope}{day}. {aim}"


def points_answer(name: str, index: Index) -> str:
    """Say how many points a year has, and how sure they are."""
    if not index.criteria:
        return f"Năm {name}: chưa có bảng điểm."
    found = total(index)
    most = shown(found.most)
    if found.verified is not None:
        return (
            f"Năm {name}: {shown(found.verified)}/{most} điểm thẩm định{_verified(index, found)}."
        )
    if found.self_score is not None:
        day = f" (chốt ngày {show_date(index.self_day)})" if index.self_day else ""
        return f"Năm {name}: tự chấm {shown(found.self_score)}/{most} điểm{day}; chưa có thẩm định."
    if found.self_known is not None:
        return (
            f"Năm {name}: mới chấm {found.self_count}/{found.count} tiêu chí,"
            f" được {shown(found.self_known)} điểm; tối đa cả bảng {most} điểm."
        )
    return f"Năm {name}: có {len(index.criteria)} tiêu chí, tối đa {most} điểm; chưa chấm điểm."


def _verified(index: Index, found: Sums) -> str:
    day = f" (ngày {show_date(index.verified_day)})" if index.verified_day else ""
    own = f"; phường tự chấm {shown(found.self_score)}" if found.self_score is not None else ""
    return f"{day}{own}"
