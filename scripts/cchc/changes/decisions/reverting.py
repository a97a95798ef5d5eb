"""A confirmed decision taken back: its versions stay in their files and count no more; pure."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from cchc.base.problems import Problem, Refused, warning
from cchc.changes.decisions.applying import brought_by
from cchc.procedures.decision import Decision, DecisionAct, DecisionLogEntry, DecisionState
from cchc.procedures.files import Version
from cchc.procedures.history import Withdrawal
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue, counted


@dataclass(frozen=True, slots=True)
class RevertPlan:
    """The decision as a proposal again, each version marked as taken back, what to look at."""

    decision: Decision
    versions: tuple[tuple[Version, Procedure], ...]
    notes: tuple[Problem, ...] = ()


def plan_revert(  # noqa: PLR0913, PLR0917 - the record of an act: what, why, who, when, where
    catalogue: Catalogue, decision: Decision, because: str, by: str, day: dt.date, path: str
) -> RevertPlan:
    """Plan. Raise `Refused` where it is not confirmed, or another decision built on a version."""
    if decision.state is not DecisionState.CONFIRMED:
        message = "quyết định chưa được xác nhận, không có gì để thu hồi"
        raise Refused([Problem(path, 1, message)])
    brought = [
        each
        for every in catalogue.versions.values()
        for each in every
        if _is_of(each, decision) and not each.procedure.withdrawn
    ]
    mixed = [each for each in brought if not brought_by(each.procedure, decision.number)]
    if mixed:
        message = "bản này còn do quyết định khác cùng ngày sửa tiếp; thu hồi quyết định đó trước"
        raise Refused([Problem(each.path, 1, message) for each in mixed])
    mark = Withdrawal(date=day, because=because, by=by)
    entry = DecisionLogEntry(act=DecisionAct.REVERTED, date=day, by=by, remark=because)
    after = decision.model_copy(
        update={
            "state": DecisionState.PROPOSED,
            "confirmed": None,
            "applied": None,
            "posted": None,
            "items": tuple(i.model_copy(update={"skipped": False}) for i in decision.items),
            "log": (*decision.log, entry),
        }
    )
    versions = tuple((v, v.procedure.model_copy(update={"withdrawn": mark})) for v in brought)
    return RevertPlan(after, versions, tuple(_built_on(catalogue, brought, decision)))


def _is_of(version: Version, decision: Decision) -> bool:
    """Tell whether a decision made this version: it changed something from the version's day on."""
    return any(
        each.decision.number == decision.number and each.effective == version.effective
        for each in version.procedure.history
    )


def _built_on(
    catalogue: Catalogue, brought: list[Version], decision: Decision
) -> Iterator[Problem]:
    """Tell of later versions that were copied from one now taken back."""
    for version in brought:
        for each in counted(catalogue.versions[version.procedure.code]):
            later = each.effective and version.effective and each.effective > version.effective
            if later and each.procedure.history:
                message = (
                    f"bản sau này soạn trên bản của Quyết định {decision.number} vừa thu hồi; soát"
                    " và sửa tay"
                )
                yield warning(each.path, 1, message)
