"""The record of one run: what each step gave, for programs (JSON) and its schema."""

from __future__ import annotations

import datetime as dt
import enum
import json
from collections.abc import Mapping
from typing import Any

from pydantic import Field

from cchc.base.models import Model

VERSION = 1


class StepName(enum.StrEnum):
    """The steps of a run, in their order."""

    SOURCES = "nguon"
    CHECK = "kiem_tra"
    BUILD = "dung"
    PUBLISH = "xuat_ban"
    REPORT = "bao_tin"


TITLES = {
    StepName.SOURCES: "Hỏi nguồn, gắn cờ",
    StepName.CHECK: "Kiểm tra dữ liệu",
    StepName.BUILD: "Dựng trang",
    StepName.PUBLISH: "Xuất bản",
    StepName.REPORT: "Báo tin",
}


class StepState(enum.StrEnum):
    """How a step ended: well, with faults, or not tried because an earlier one forbids it."""

    GOOD = "tot"
    FAULTY = "co_loi"
    SKIPPED = "bo_qua"


class Result(enum.StrEnum):
    """How a run ended: well; done with faults; nothing published, the last good site stays."""

    GOOD = "tot"
    FAULTY = "co_loi"
    KEPT_OLD = "giu_trang_cu"


STATE_WORDS = {StepState.GOOD: "tốt", StepState.FAULTY: "CÓ LỖI", StepState.SKIPPED: "bỏ qua"}
RESULT_WORDS = {
    Result.GOOD: "tốt",
    Result.FAULTY: "đã chạy xong, có điều phải xem",
    Result.KEPT_OLD: "KHÔNG xuất bản lần này; trang đang hiện giữ nguyên",
}


class Step(Model):
    """One step: how it ended, seconds taken, what it says (Vietnamese lines), its counts."""

    name: StepName = Field(alias="buoc", title="Bước")
    state: StepState = Field(alias="ket_qua", title="Kết quả")
    seconds: float = Field(default=0.0, alias="giay", title="Số giây")
    lines: tuple[str, ...] = Field(default=(), alias="noi_dung", title="Nội dung, mỗi dòng một ý")
    counts: Mapping[str, int] = Field(default={}, alias="so", title="Các số đếm")


class Run(Model):
    """One run; times are UTC, `day` is the day the site was built for, in Vietnam."""

    version: int = Field(default=VERSION, alias="phien_ban", title="Phiên bản của bản ghi")
    began: dt.datetime = Field(alias="bat_dau", title="Bắt đầu, giờ UTC")
    ended: dt.datetime = Field(alias="ket_thuc", title="Kết thúc, giờ UTC")
    day: dt.date = Field(alias="ngay", title="Dựng như vào ngày")
    target: str = Field(default="", alias="noi_xuat_ban", title="Nơi xuất bản")
    result: Result = Field(alias="ket_qua", title="Kết quả")
    release: str = Field(default="", alias="ban", title="Bản đã xuất bản")
    interrupted: str = Field(
        default="", alias="lan_truoc_do_dang", title="Lần trước bị dừng ra sao"
    )
    steps: tuple[Step, ...] = Field(default=(), alias="cac_buoc", title="Các bước")

    def step(self, name: StepName) -> Step | None:
        """Find a step by its name."""
        return next((each for each in self.steps if each.name is name), None)


def record_json(run: Run) -> str:
    """Write a run as one JSON object with Vietnamese keys."""
    data = run.model_dump(mode="json", by_alias=True)
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def record_schema() -> dict[str, Any]:
    """Give the JSON Schema of a record, for the programs that read it."""
    return Run.model_json_schema(by_alias=True)


def result_of(steps: tuple[Step, ...]) -> Result:
    """Tell how a run ended from how its steps did."""
    states = {each.name: each.state for each in steps}
    built = states.get(StepName.BUILD) is StepState.GOOD
    if not built or states.get(StepName.PUBLISH) is StepState.FAULTY:
        return Result.KEPT_OLD
    return Result.FAULTY if StepState.FAULTY in states.values() else Result.GOOD
