"""Which finances must be published by when: the law's calendar, as the settings give it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StrictBool

from cchc.base.models import Line, Model, NeededLine


class PublicationDuty(Model):
    """One line of the calendar: what, for which periods, how many days after each begins or ends.

    `verified` says whether a person has compared it with the law in force.
    """

    name: NeededLine = Field(alias="ten", title="Phải công khai")
    stage: Literal["du_toan", "thuc_hien", "quyet_toan"] = Field(alias="loai", title="Loại")
    rhythm: Literal["nam", "quy", "sau_thang", "chin_thang"] = Field(alias="ky", title="Kỳ")
    days: Annotated[int, Field(strict=True, ge=0, le=730)] = Field(
        alias="han", title="Hạn (số ngày)"
    )
    counted_from: Literal["dau_ky", "het_ky"] = Field(
        default="het_ky", alias="ke_tu", title="Hạn kể từ"
    )
    law: Line = Field(default="", alias="can_cu", title="Căn cứ")
    verified: StrictBool = Field(default=False, alias="da_kiem_chung", title="Đã kiểm chứng")
