"""What the check looks for in a calendar of reception: days of another year, names of persons."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.ward import Ward
from cchc.base.yaml_read import Location
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.meetings import meetings
from cchc.reform.periods import YEAR
from cchc.reform.privacy.finding import Secret
from cchc.reform.privacy.search import personal_data, public_of
from cchc.reform.reception import ReceptionYear


def reception_faults(sheet: ReceptionYear, name: str, around: Around) -> Iterator[Fault]:
    """Find days of another year, pauses that meet no session, missing files."""
    year = int(name)
    for index, each in enumerate(sheet.sessions):
        for number, day in enumerate(each.days):
            if day.year != year:
                message = f"ngày {day:%d/%m/%Y} ngoài năm {year}; sửa ngày hoặc chuyển tệp"
                yield Fault(("lich", index, "ngay", number), message)
    all_days = {
        each.day
        for each in meetings(sheet.model_copy(update={"pauses": ()}), year, around.ward.calendar)
    }
    for index, pause in enumerate(sheet.pauses):
        if pause.day not in all_days:
            message = f"ngày {pause.day:%d/%m/%Y} không có buổi tiếp nào; sửa ngày hoặc xóa"
            yield Fault(("nghi", index, "ngay"), message)
    at: Location = ("tep",)
    files = iter([(at, Evidence(name="x", link=sheet.file))])
    yield from (Fault(at, each.message) for each in missing_files(around.root, files))


def reception_names(sheet: ReceptionYear, ward: Ward) -> Iterator[Fault]:
    """Find names where only roles may stand."""
    public = public_of(ward)
    for index, each in enumerate(sheet.sessions):
        for found in personal_data(each.role, public):
            if found.kind is Secret.NAME:
                message = f"có tên người (“{found.words}”); chỉ ghi chức danh"
                yield Fault(("lich", index, "ai"), message)


RECEPTION = Kind(
    folder="tiep-cong-dan",
    title="Lịch tiếp công dân",
    model=ReceptionYear,
    named=YEAR,
    example="2026",
    faults=reception_faults,
    secrets=reception_names,
)
