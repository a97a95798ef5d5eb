"""What the check looks for in published feedback: days, codes, and personal data above all."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.ward import Ward
from cchc.base.yaml_read import Location
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.feedback import Feedback, FeedbackYear, Outcome
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import YEAR
from cchc.reform.privacy.search import personal_data, public_of


def feedback_faults(sheet: FeedbackYear, name: str, around: Around) -> Iterator[Fault]:
    """Find keys twice, days that cannot be, unknown units and codes, missing files."""
    units = {each.key for each in around.ward.units}
    seen: set[str] = set()
    for index, item in enumerate(sheet.items):
        at: Location = ("phan_anh", index)
        if item.key in seen:
            yield Fault((*at, "ma"), f"mã {item.key} đã có ở trên; mỗi mục một mã, đổi mã này")
        seen.add(item.key)
        yield from _days(item, at, int(name))
        yield from _answered(item, at)
        if item.unit and item.unit not in units:
            known = ", ".join(sorted(units)) or "chưa có bộ phận nào"
            message = f"không có bộ phận “{item.unit}” trong extra.ward.bo_phan ({known})"
            yield Fault((*at, "don_vi"), message)
        for number, code in enumerate(item.codes):
            if code not in around.catalogue.versions:
                message = f"không có thủ tục {code} trong procedures/; sửa mã hoặc xóa"
                yield Fault((*at, "thu_tuc", number), message)
    yield from missing_files(around.root, _evidence(sheet))


def _days(item: Feedback, at: Location, year: int) -> Iterator[Fault]:
    if item.received.year != year:
        message = f"ngày nhận {item.received:%d/%m/%Y} ngoài năm {year}; sửa ngày hoặc chuyển tệp"
        yield Fault((*at, "nhan"), message)
    for key, day in (("han", item.due), ("tra_loi", item.answered)):
        if day and day < item.received:
            message = f"ngày {day:%d/%m/%Y} trước ngày nhận {item.received:%d/%m/%Y}; sửa ngày"
            yield Fault((*at, key), message)


def _answered(item: Feedback, at: Location) -> Iterator[Fault]:
    if item.answered and not item.answer:
        message = "ghi đã trả lời mà chưa có `noi_dung_tra_loi`; viết tóm tắt câu trả lời"
        yield Fault((*at, "tra_loi"), message)
    if item.answer and not item.answered:
        message = "có câu trả lời mà chưa có ngày `tra_loi`; thêm ngày"
        yield Fault((*at, "noi_dung_tra_loi"), message)
    if (item.outcome is Outcome.PASSED_ON) != bool(item.passed_to):
        message = "`ket_qua: chuyen` đi cùng `chuyen_den`; ghi đủ cả hai hoặc bỏ cả hai"
        yield Fault((*at, "chuyen_den" if item.passed_to else "ket_qua"), message)


def _evidence(sheet: FeedbackYear) -> Iterator[tuple[Location, Evidence]]:
    for index, item in enumerate(sheet.items):
        for number, each in enumerate(item.evidence):
            yield ("phan_anh", index, "minh_chung", number), each


def feedback_secrets(sheet: FeedbackYear, ward: Ward) -> Iterator[Fault]:
    """Find personal data in every text of the file; such a file is not published at all."""
    public = public_of(ward)
    for location, text in _texts(sheet):
        for number, line in enumerate(text.split("\n"), 1):
            where = f"dòng {number} của mục này: " if "\n" in text else ""
            for found in personal_data(line, public):
                yield Fault(location, where + found.told)


def _texts(sheet: FeedbackYear) -> Iterator[tuple[Location, str]]:
    yield ("ghi_chu",), sheet.note
    for index, item in enumerate(sheet.items):
        at: Location = ("phan_anh", index)
        yield (*at, "linh_vuc"), item.field
        yield (*at, "noi_dung"), item.words
        yield (*at, "noi_dung_tra_loi"), item.answer
        yield (*at, "chuyen_den"), item.passed_to
        for number, each in enumerate(item.evidence):
            yield (*at, "minh_chung", number, "ten"), each.name
            yield (*at, "minh_chung", number, "lien_ket"), each.link


FEEDBACK = Kind(
    folder="phan-anh",
    title="Phản ánh, kiến nghị và trả lời",
    model=FeedbackYear,
    named=YEAR,
    example="2026",
    faults=feedback_faults,
    secrets=feedback_secrets,
)
