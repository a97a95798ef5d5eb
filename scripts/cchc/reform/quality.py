"""Hệ thống quản lý chất lượng TCVN ISO 9001:2015: docs/cai-cach/iso/<năm>.yml."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from cchc.base.models import Day, Line, Model, NeededLine, Text
from cchc.base.problems import Problem, warning
from cchc.base.yaml_read import Location
from cchc.procedures.parts import needed, part
from cchc.reform.evidence import Evidence, Link, missing_files
from cchc.reform.kind import Around, Fault, Kind, Sheet
from cchc.reform.periods import YEAR

STANDARD = "TCVN ISO 9001:2015"


class Process(Model):
    """One process of the system, with the procedures it is for; none for an inner process."""

    key: NeededLine = needed("ma", "Mã quy trình", "Ví dụ QT-01")
    name: NeededLine = needed("ten", "Tên quy trình")
    codes: tuple[NeededLine, ...] = part("thu_tuc", "Mã thủ tục")
    issue: Line = part("lan_ban_hanh", "Lần ban hành", default="")
    day: Day | None = part("ngay", "Ngày ban hành", default=None)
    file: Link = part("tep", "Tệp quy trình", "Tệp trong docs/ hoặc địa chỉ https://", "")


class QualitySystem(Sheet):
    """The system as declared in a year."""

    standard: Line = part("tieu_chuan", "Tiêu chuẩn", default=STANDARD)
    number: Line = part("so", "Số, ký hiệu bản công bố", default="")
    day: Day | None = part("ngay", "Ngày công bố", default=None)
    statement: Text = part("cong_bo", "Nội dung công bố", default="")
    policy: Text = part("chinh_sach", "Chính sách chất lượng", default="")
    scope: Text = part("pham_vi", "Phạm vi áp dụng", default="")
    processes: tuple[Process, ...] = part("quy_trinh", "Quy trình")
    reviewed: Day | None = part("soat_xet", "Lần soát xét gần nhất", default=None)
    next_review: Day | None = part("soat_xet_tiep", "Soát xét lần tới", default=None)
    evidence: tuple[Evidence, ...] = part("minh_chung", "Văn bản")
    note: Text = part("ghi_chu", "Ghi chú", default="")


def quality_faults(system: QualitySystem, name: str, around: Around) -> Iterator[Fault]:
    """Find processes twice, codes nobody knows, days that cannot be, missing files."""
    seen: set[str] = set()
    for index, each in enumerate(system.processes):
        at: Location = ("quy_trinh", index)
        if each.key in seen:
            yield Fault((*at, "ma"), f"mã {each.key} đã có ở trên; mỗi quy trình một mã")
        seen.add(each.key)
        yield from _codes(each, at, around)
        files = iter([(at, Evidence(name="x", link=each.file))])
        yield from (Fault((*at, "tep"), f.message) for f in missing_files(around.root, files))
    if system.day and system.day.year != int(name):
        message = f"ngày công bố {system.day:%d/%m/%Y} ngoài năm {name}; sửa ngày hoặc tên tệp"
        yield Fault(("ngay",), message)
    last = max(filter(None, (system.day, system.reviewed)), default=None)
    if last and system.next_review and system.next_review <= last:
        yield Fault(("soat_xet_tiep",), f"phải sau ngày {last:%d/%m/%Y}; sửa ngày")
    every = ((("minh_chung", i), each) for i, each in enumerate(system.evidence))
    yield from missing_files(around.root, every)


def _codes(process: Process, at: Location, around: Around) -> Iterator[Fault]:
    seen: set[str] = set()
    for number, code in enumerate(process.codes):
        here = (*at, "thu_tuc", number)
        if code in seen:
            yield Fault(here, f"thủ tục {code} đã ghi ở trên; xóa một dòng")
        elif code not in around.catalogue.versions:
            yield Fault(here, f"không có thủ tục {code} trong procedures/; sửa mã hoặc xóa")
        seen.add(code)


def review_due(path: str, system: QualitySystem, day: dt.date) -> Iterator[Problem]:
    """Remind of a review whose day is past."""
    if system.next_review and system.next_review < day:
        message = (
            f"đã quá ngày soát xét hệ thống chất lượng {system.next_review:%d/%m/%Y}; soát xét rồi"
            " ghi `soat_xet` và `soat_xet_tiep`"
        )
        yield warning(path, 1, message)


QUALITY = Kind(
    folder="iso",
    title=f"Hệ thống quản lý chất lượng {STANDARD}",
    model=QualitySystem,
    named=YEAR,
    example="2026",
    faults=quality_faults,
)
