"""What the check looks for in an index beyond its shape."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from cchc.base.problems import Severity
from cchc.base.yaml_read import Location
from cchc.reform.evidence import Evidence, missing_files
from cchc.reform.index import Criterion, Index, Scored
from cchc.reform.index_sums import Leaf, Sums, leaves, percent, sums, total
from cchc.reform.kind import Around, Fault, Kind
from cchc.reform.periods import YEAR
from cchc.reform.scores import shown

WARNING = Severity.WARNING
HUNDREDTH = Decimal("0.01")


def index_faults(index: Index, name: str, around: Around) -> Iterator[Fault]:
    """Find numbers twice, wrong sums, points over the most, missing evidence, wrong days."""
    yield from _numbers(index)
    for place, criterion in enumerate(index.criteria):
        here: Location = ("tieu_chi", place)
        yield from _too_many(criterion, here)
        yield from _sums(criterion, here)
        for number, each in enumerate(criterion.components):
            yield from _too_many(each, (*here, "thanh_phan", number))
    for leaf in leaves(index):
        yield from _shown(leaf, given=index.self_day is not None)
    yield from _totals(index)
    yield from _ranks(index)
    yield from _days(index, int(name))
    yield from missing_files(around.root, _evidence(index))


def _numbers(index: Index) -> Iterator[Fault]:
    seen: set[str] = set()
    for place, criterion in enumerate(index.criteria):
        here: Location = ("tieu_chi", place)
        yield from _twice(criterion, here, seen)
        for number, each in enumerate(criterion.components):
            at: Location = (*here, "thanh_phan", number)
            yield from _twice(each, at, seen)
            if not each.number.startswith(f"{criterion.number}."):
                message = (
                    f"số {each.number} không thuộc tiêu chí {criterion.number};"
                    f" viết {criterion.number}.… hoặc dời sang tiêu chí đúng"
                )
                yield Fault((*at, "so"), message)


def _twice(item: Scored, at: Location, seen: set[str]) -> Iterator[Fault]:
    if item.number in seen:
        yield Fault((*at, "so"), f"số {item.number} đã có ở trên; mỗi tiêu chí một số, sửa số này")
    seen.add(item.number)


def _too_many(item: Scored, at: Location) -> Iterator[Fault]:
    for key, points, words in (
        ("tu_cham", item.self_score, "tự chấm"),
        ("tham_dinh", item.verified, "thẩm định"),
    ):
        if points is not None and points > item.most:
            message = (
                f"điểm {words} {shown(points)} lớn hơn điểm tối đa {shown(item.most)}"
                f" của tiêu chí {item.number}; sửa một trong hai"
            )
            yield Fault((*at, key), message)


def _sums(criterion: Criterion, at: Location) -> Iterator[Fault]:
    if not criterion.components:
        return
    found = sums(criterion.components)
    whole = f"tiêu chí {criterion.number}"
    yield from _differs(criterion.most, found.most, "tối đa", whole, (*at, "toi_da"))
    yield from _differs(criterion.self_score, found.self_known, "tự chấm", whole, (*at, "tu_cham"))
    yield from _differs(
        criterion.verified, found.verified_known, "thẩm định", whole, (*at, "tham_dinh")
    )


def _differs(
    written: Decimal | None, found: Decimal | None, words: str, whole: str, at: Location
) -> Iterator[Fault]:
    if written is not None and found is not None and written != found:
        message = (
            f"điểm {words} của {whole} ghi {shown(written)},"
            f" cộng các phần được {shown(found)}; sửa cho khớp"
        )
        yield Fault(at, message)


def _shown(leaf: Leaf, *, given: bool) -> Iterator[Fault]:
    """Find points without evidence, and lost ones that nobody explained."""
    item = leaf.item
    evidence = (*item.evidence, *leaf.criterion.evidence)
    if item.self_score and not evidence:
        message = f"tiêu chí {item.number} tự chấm {shown(item.self_score)} điểm mà chưa có"
        severity = Severity.ERROR if given else WARNING
        way = "`minh_chung`; ghi tên văn bản, bài chứng minh"
        yield Fault((*leaf.location, "tu_cham"), f"{message} {way}", severity)
    score = item.score
    if score is not None and score < item.most and not item.explanation:
        lost = shown(item.most - score)
        message = f"tiêu chí {item.number} mất {lost} điểm mà chưa có `giai_trinh`; viết lý do"
        yield Fault(leaf.location, message, WARNING)


def _totals(index: Index) -> Iterator[Fault]:
    if not index.criteria:
        return
    found, stated = total(index), index.stated
    for written, sum_, words, key in (
        (stated.most, found.most, "tối đa", "toi_da"),
        (stated.self_score, found.self_known, "tự chấm", "tu_cham"),
        (stated.verified, found.verified_known, "thẩm định", "tham_dinh"),
    ):
        yield from _differs(written, sum_, words, "cả bảng", ("tong", key))


def _ranks(index: Index) -> Iterator[Fault]:
    seen: set[str] = set()
    found = total(index)
    for number, rank in enumerate(index.ranks):
        here: Location = ("xep_hang", number)
        if rank.scope in seen:
            message = f"hạng trong {rank.scope.label} đã có ở trên; giữ một"
            yield Fault((*here, "pham_vi"), message)
        seen.add(rank.scope)
        if rank.place > rank.of:
            message = f"hạng {rank.place} lớn hơn tổng số {rank.of} đơn vị; sửa `hang` hoặc `tong`"
            yield Fault((*here, "hang"), message)
        yield from _other_percent(rank.percent, found, (*here, "chi_so"))


def _other_percent(written: Decimal | None, found: Sums, at: Location) -> Iterator[Fault]:
    if written is None or found.verified is None or not found.most:
        return
    made = percent(found.verified, found.most)
    if abs(made - written) > HUNDREDTH:
        message = (
            f"chỉ số công bố {shown(written)}% khác điểm thẩm định trong bảng"
            f" ({shown(made)}%); xem lại, hoặc ghi lý do vào `ghi_chu`"
        )
        yield Fault(at, message, WARNING)


def _days(index: Index, year: int) -> Iterator[Fault]:
    """Scores of a year are given in it or in the next."""
    days: list[tuple[Location, dt.date | None]] = [
        (("ngay_tu_cham",), index.self_day),
        (("ngay_tham_dinh",), index.verified_day),
        *((("xep_hang", n, "ngay"), rank.day) for n, rank in enumerate(index.ranks)),
    ]
    for at, day in days:
        if day and day.year not in {year, year + 1}:
            message = f"ngày {day:%d/%m/%Y} ngoài kỳ của chỉ số năm {year}; sửa ngày hoặc tên tệp"
            yield Fault(at, message)
    if index.self_day and index.verified_day and index.verified_day < index.self_day:
        yield Fault(("ngay_tham_dinh",), "ngày thẩm định trước ngày tự chấm; sửa một trong hai")


def _evidence(index: Index) -> Iterator[tuple[Location, Evidence]]:
    if index.table:
        yield ("bang_tieu_chi",), index.table
    for number, rank in enumerate(index.ranks):
        yield ("xep_hang", number, "van_ban"), rank.document
    for place, criterion in enumerate(index.criteria):
        here: Location = ("tieu_chi", place)
        for nth, piece in enumerate(criterion.evidence):
            yield (*here, "minh_chung", nth), piece
        for number, each in enumerate(criterion.components):
            for nth, piece in enumerate(each.evidence):
                yield (*here, "thanh_phan", number, "minh_chung", nth), piece


INDEX = Kind(
    folder="chi-so",
    title="Chỉ số cải cách hành chính",
    model=Index,
    named=YEAR,
    example="2026",
    faults=index_faults,
)
