"""When a list must not be believed: empty, cut, repeated, without its agencies.

The seven real lists of ministries hold no code twice; a ward's own list does, one row a service.
So a code may come again only with another service, or with another suffix (two copies of one
procedure: the ministry's and the province's).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from cchc.base.problems import errors
from cchc.changes.lists.coverage import Coverage
from cchc.changes.lists.snapshot_sources import PORTAL_LISTS
from cchc.procedures.model import Procedure
from cchc.province.content import Format, Listing, Row

SHOWN = 5
# A list that names fewer of the procedures it should name than this was cut or filtered.
LEAST_SHARE = 0.8
# With fewer procedures than this to look for, a share says nothing.
ENOUGH = 10
MOST_BROKEN = 0.2


def faults_of(listing: Listing) -> str | None:
    """Tell why a list cannot be used, by the list alone; None where it can."""
    if not listing.rows:
        return "danh sách không có dòng thủ tục nào; xuất lại danh sách"
    if listing.declared is not None and listing.declared > _count(listing):
        return (
            f"danh sách ghi tổng số {listing.declared} nhưng chỉ có {_count(listing)} thủ tục:"
            " tệp bị cắt; xuất lại đủ danh sách"
        )
    if len(listing.problems) > MOST_BROKEN * len(listing.rows):
        return (
            f"{len(listing.problems)} dòng không đọc được bên {len(listing.rows)} dòng đọc được,"
            f" ví dụ dòng {listing.problems[0].line}: {listing.problems[0].message}"
        )
    return _repeated(listing) or _without_agencies(listing)


def _count(listing: Listing) -> int:
    """Count what the list's own total counts: a portal's records, a spreadsheet's procedures."""
    if listing.format in PORTAL_LISTS:
        return len(listing.rows) + len(errors(listing.problems))
    return len({row.code for row in listing.rows})


def _repeated(listing: Listing) -> str | None:
    seen = Counter(_key(row) for row in listing.rows)
    twice = list(dict.fromkeys(row.code for row in listing.rows if seen[_key(row)] > 1))
    if not twice:
        return None
    shown = ", ".join(twice[:SHOWN]) + (" …" if len(twice) > SHOWN else "")
    return f"có {len(twice)} mã bị lặp ({shown}); xuất lại, hoặc xóa dòng lặp sau khi xem kỹ"


def _key(row: Row) -> tuple[str, str, str]:
    return row.full_code.upper(), row.service_code, row.record_id


def _without_agencies(listing: Listing) -> str | None:
    # The portal's short items name no agency: the codes that the ward has are still compared.
    if listing.format in (Format.PROVINCE_SHEET, Format.SERVICES, Format.PORTAL_LIST):
        return None
    if any(row.agencies or row.levels for row in listing.rows):
        return None
    return "không dòng nào ghi cơ quan hay cấp thực hiện, không biết thủ tục nào của phường"


def contradicts(listings: Iterable[Listing]) -> str | None:
    """Tell of a code that two files of one list describe differently; None where none is."""
    seen: dict[tuple[str, str, str], tuple[Row, str]] = {}
    for listing in listings:
        for row in listing.rows:
            first, name = seen.setdefault(_key(row), (row, listing.source))
            if (first.name, first.agencies) != (row.name, row.agencies):
                return (
                    f"mã {row.code} ở {name} và {listing.source} khác nhau về tên hoặc cơ quan;"
                    " chỉ đưa các tệp của cùng một lần xuất"
                )
    return None


def cut_short(
    ward: Mapping[str, Procedure], coverage: Coverage, codes: frozenset[str]
) -> str | None:
    """Tell that a list lacks too many of the ward's procedures that it should name."""
    expected: dict[str, list[str]] = {}
    for code, procedure in ward.items():
        if whose := coverage.whose(procedure):
            expected.setdefault(whose, []).append(code)
    for whose, wanted in sorted(expected.items()):
        found = sum(code in codes for code in wanted)
        if len(wanted) >= ENOUGH and found < LEAST_SHARE * len(wanted):
            return (
                f"danh sách chỉ có {found} trong {len(wanted)} thủ tục phường đang có thuộc"
                f" {whose} ({found * 100 // len(wanted)} %, tối thiểu {LEAST_SHARE:.0%}): có vẻ bị"
                " cắt hoặc lọc; lấy lại danh sách đầy đủ"
            )
    return None


def not_ours(listing: Listing, agency_code: str) -> str | None:
    """Tell that a system's list is another agency's; None where it has rows of the ward."""
    if "ma_co_quan" not in listing.columns or not agency_code:
        return None
    found = sorted({row.agency_code for row in listing.rows if row.agency_code})
    if agency_code in found:
        return None
    return (
        f"danh mục không có dòng nào của {agency_code}; các dòng là của"
        f" {', '.join(found[:SHOWN]) or 'cơ quan không ghi mã'}"
    )
