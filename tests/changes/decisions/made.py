"""Decisions seen from the small ward of samples.py, for the tests of confirming and applying."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from cchc.changes.decisions.applying import ApplyPlan, last_versions, plan_apply
from cchc.changes.decisions.confirming import Confirming, confirm
from cchc.changes.decisions.decision_flags import flag_decision
from cchc.changes.findings import DecisionFlags
from cchc.procedures.decision import Decision
from cchc.procedures.store import Catalogue
from cchc.province.levels import ward_level
from tests.changes.samples import TODAY, WARD

PATH = "procedures/decisions/2026/3582-qd-ubnd.yml"
WHO = "Công chức Văn phòng – Thống kê"
SINCE = dt.date(2027, 3, 1)


def decision(*items: dict[str, Any], **rest: object) -> Decision:
    """Make a proposal of items under their YAML keys; the ward decides each unless said."""
    data = {
        "so": "3582/QĐ-UBND",
        "ngay_ky": "2026-09-08",
        "hieu_luc": "2027-03-01",
        "co_quan": "UBND thành phố Huế",
        "loai_van_ban": "cong_bo",
        "muc": [{"ten": "Đăng ký khai sinh", "cap": ["xa"], **item} for item in items],
    }
    return Decision.model_validate(data | rest)


def seen(made: Decision, ward: Catalogue) -> DecisionFlags:
    return flag_decision(made, ward.in_force(TODAY), ward_level(WARD), None)


def confirmed(made: Decision, ward: Catalogue, *only: str) -> Decision:
    return confirm(seen(made, ward), Confirming(WHO, TODAY, only=only), PATH)


def applied(ward: Catalogue, *made: Decision) -> ApplyPlan:
    """Confirm decisions and plan what they make of the ward."""
    pairs = []
    for each in made:
        after = confirmed(each, ward)
        items = tuple(f.item for f in seen(after, ward).items if f.concerns_ward)
        pairs.append((after, items))
    return plan_apply(ward, pairs, TODAY)


def as_planned(ward: Catalogue, plan: ApplyPlan) -> Catalogue:
    """Give the catalogue as it is once the plan is carried out."""
    versions = dict(ward.versions)
    for path, made in last_versions(plan).items():
        code = made.procedure.code
        versions[code] = (*(each for each in versions.get(code, ()) if each.path != path), made)
    return replace(ward, fields=plan.fields, versions=dict(sorted(versions.items())))
