"""What the check looks for in lists of documents and in their yearly review."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.base.yaml_read import Location
from cchc.reform.documents.document import Document, DocumentYear, Force, Review
from cchc.reform.documents.numbers import Cited, cited
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import YEAR


def document_faults(sheet: DocumentYear, name: str, around: Around) -> Iterator[Fault]:
    """Find numbers twice, days of another year, states that say two things, missing files."""
    seen: set[Cited] = set()
    for index, each in enumerate(sheet.documents):
        at: Location = ("van_ban", index)
        if each.cited in seen:
            yield Fault((*at, "so"), f"văn bản {each.number} đã có ở trên; xóa một mục")
        seen.add(each.cited)
        yield from _days(each, at, int(name))
        yield from _force(each, at)
        files = iter([((*at, "tep"), Evidence(name="x", link=each.file))])
        yield from (Fault((*at, "tep"), e.message) for e in missing_files(around.root, files))


def _days(each: Document, at: Location, year: int) -> Iterator[Fault]:
    if each.day.year != year:
        message = f"ngày ban hành {each.day:%d/%m/%Y} ngoài năm {year}; sửa ngày hoặc chuyển tệp"
        yield Fault((*at, "ngay"), message)
    if each.cited.year != each.day.year:
        message = f"năm trong số {each.number} khác ngày {each.day:%d/%m/%Y}; sửa số hoặc ngày"
        yield Fault((*at, "so"), message)
    for key, day in (("hieu_luc", each.effective), ("het_tu", each.ended)):
        if day and day < each.day:
            message = f"ngày {day:%d/%m/%Y} trước ngày ban hành {each.day:%d/%m/%Y}; sửa ngày"
            yield Fault((*at, key), message)


def _force(each: Document, at: Location) -> Iterator[Fault]:
    over = each.force in {Force.ENDED, Force.PARTLY}
    if (each.ended or each.replaced_by) and not over:
        key = "het_tu" if each.ended else "thay_the_boi"
        message = "có ngày hết hiệu lực hoặc văn bản thay thế; ghi `tinh_trang: het_toan_bo`"
        yield Fault((*at, key), f"{message} (hoặc het_mot_phan), hoặc xóa mục này")
    if any(cited(number, None).key == each.cited.key for number in each.replaced_by):
        yield Fault((*at, "thay_the_boi"), "văn bản không thể thay thế chính nó; sửa số")


def review_faults(review: Review, name: str, around: Around) -> Iterator[Fault]:
    """Find totals that do not add up, documents twice, days that cannot be, unknown units."""
    units = {each.key for each in around.ward.units}
    if review.unit and review.unit not in units:
        known = ", ".join(sorted(units)) or "chưa có bộ phận nào"
        message = f"không có bộ phận “{review.unit}” trong extra.ward.bo_phan ({known})"
        yield Fault(("don_vi",), message)
    if review.documents and review.total not in {None, len(review.documents)}:
        message = f"ghi {review.total} văn bản, danh sách có {len(review.documents)}; sửa cho khớp"
        yield Fault(("tong_so",), message)
    if review.total is not None and review.total < 0:
        yield Fault(("tong_so",), "số văn bản không thể âm; sửa số")
    if review.begins and review.ends and review.ends < review.begins:
        yield Fault(("den_ngay",), "ngày cuối trước ngày đầu; sửa ngày")
    if review.day and review.day.year not in {int(name), int(name) + 1}:
        message = f"ngày báo cáo {review.day:%d/%m/%Y} không thuộc rà soát năm {name}; sửa ngày"
        yield Fault(("ngay",), message)
    seen: set[Cited] = set()
    for index, each in enumerate(review.documents):
        key = cited(each.number, each.day)
        if key in seen:
            yield Fault(("van_ban", index, "so"), f"văn bản {each.number} đã có ở trên; xóa một")
        seen.add(key)
    evidence = ((("minh_chung", i), each) for i, each in enumerate(review.evidence))
    yield from missing_files(around.root, evidence)


DOCUMENTS = Kind(
    folder="van-ban",
    title="Văn bản",
    model=DocumentYear,
    named=YEAR,
    example="2026",
    faults=document_faults,
)
REVIEW = Kind(
    folder="ra-soat",
    title="Rà soát, hệ thống hóa văn bản",
    model=Review,
    named=YEAR,
    example="2026",
    faults=review_faults,
)
