"""Portals and procedures of a few lines, for examples."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any

from cchc.base.posts import Posts
from cchc.base.ward import Counter, Named, Ward
from cchc.base.yaml_read import read_yaml
from cchc.procedures.decision import Decision
from cchc.procedures.fields import FieldOfService, Fields
from cchc.procedures.files import Version, canonical, file_name
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue
from cchc.site.portal import Portal, make_portal

DAY = dt.date(2026, 11, 24)
BEGUN = dt.date(2025, 7, 1)
FIELDS = Fields(
    all=(
        FieldOfService(name="Chứng thực", folder="chung-thuc"),
        FieldOfService(name="Hộ tịch", folder="ho-tich", plain_names=("Khai sinh, kết hôn",)),
    )
)
WARD = Ward(
    names=(Named(since=BEGUN, name="phường Hương An"),),
    agency=Named(since=BEGUN, name="UBND phường Hương An", superior="UBND thành phố Huế"),
    national_portal="https://dichvucong.gov.vn",
    counters=(
        Counter(key="mot_cua", names=(Named(since=BEGUN, name="Trung tâm phường"),)),
        Counter(key="cong_an", names=(Named(since=BEGUN, name="Công an phường"),)),
    ),
)


def procedure(code: str = "1.001193", name: str = "Đăng ký khai sinh", **data: Any) -> Procedure:  # noqa: ANN401
    """Make a procedure from its YAML keys."""
    data.setdefault("linh_vuc", "Hộ tịch")
    return Procedure.model_validate({"ma": code, "ten": name, **data}, by_alias=True, by_name=False)


def version(each: Procedure, effective: str = "") -> Version:
    """Make a version that takes over on a day; in force already where none is given."""
    day = dt.date.fromisoformat(effective) if effective else None
    path = f"procedures/{FIELDS.folder_of(each.field_of_service)}/{file_name(each.code, day)}"
    return Version(each, day, path, read_yaml(path, canonical(each).encode()))


def portal_of(
    *versions: Version | Procedure,
    day: dt.date = DAY,
    ward: Ward = WARD,
    decisions: Iterable[Decision] = (),
) -> Portal:
    """Make a portal of these versions."""
    by_code: dict[str, tuple[Version, ...]] = {}
    for each in versions:
        made = version(each) if isinstance(each, Procedure) else each
        by_code[made.procedure.code] = (*by_code.get(made.procedure.code, ()), made)
    return make_portal(ward, Catalogue(FIELDS, by_code), Posts((), ()), day, decisions)
