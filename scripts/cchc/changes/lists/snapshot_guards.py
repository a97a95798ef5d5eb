"""When a list must not take the place of the last accepted one of its source: cut, filtered, other.

`guards.py` looks at a list alone and beside the ward's files; here it stands beside what the same
source gave before. A person who knows better accepts it with a reason, and these do not ask.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from cchc.base.codes import is_internal
from cchc.changes.lists.snapshot_losses import missing_groups, quoted
from cchc.changes.lists.snapshot_sources import PORTAL_LISTS
from cchc.procedures.snapshots import Snapshot
from cchc.province.content import Listing

# Percent of the last accepted list.
LEAST, MOST = 80, 200
# Portals give 50, 100, 200, 500 or 1,000 records a page: all of them are full at a multiple of 50.
PAGE = 50
COLUMNS = {
    "ma": "mã", "ten": "tên", "linh_vuc": "lĩnh vực", "ban_hanh": "cơ quan ban hành",
    "co_quan": "cơ quan thực hiện", "ma_co_quan": "mã cơ quan thực hiện",
    "quyet_dinh": "quyết định công bố", "ma_quyet_dinh": "mã quyết định (QDCBID)",
    "cap": "cấp thực hiện", "doi_tuong": "đối tượng", "muc_do": "mức độ trực tuyến",
    "trang_thai": "trạng thái", "loai": "loại thủ tục", "he_thong": "hệ thống",
    "ma_dvc": "mã dịch vụ công", "ten_dvc": "tên dịch vụ công", "dia_chi": "địa chỉ nộp",
    "ma_ban_ghi": "mã bản ghi",
}  # fmt: skip


def refusal(listing: Listing, previous: Snapshot | None) -> str | None:
    """Tell why a list cannot follow the last accepted one of its source; None where it can.

    None for `previous` means that nothing of this source was ever accepted.
    """
    if previous is None:
        return _full_page(listing, ())
    codes = frozenset(row.code for row in listing.rows)
    pair = _Pair(listing, codes, previous, "; ".join(missing_groups(listing, codes, previous)))
    return (
        _other_columns(pair)
        or _full_page(listing, previous.by_code)
        or _fewer(pair)
        or _more(pair)
        or _filtered(pair)
        or _internal(pair)
    )


@dataclass(frozen=True, slots=True)
class _Pair:
    """A list now and its codes, the accepted one before it, what is wholly missing of that."""

    listing: Listing
    codes: frozenset[str]
    before: Snapshot
    missing: str

    def counts(self) -> str:
        """Say both numbers with the day of the earlier one."""
        day = f"{self.before.day:%d/%m/%Y}"
        return (
            f"danh sách có {len(self.codes)} thủ tục, lần được nhận gần nhất ({day}) có"
            f" {len(self.before.rows)}"
        )


def _other_columns(pair: _Pair) -> str | None:
    lost, added = (
        pair.before.columns - pair.listing.columns,
        pair.listing.columns - pair.before.columns,
    )
    changes = [f"mất cột {_named(lost)}"] if lost else []
    changes += [f"thêm cột {_named(added)}"] if added else []
    if not changes:
        return None
    return f"tiêu đề của bảng đã đổi ({'; '.join(changes)}); xem lại cách xuất danh sách"


def _named(columns: Iterable[str]) -> str:
    return ", ".join(f"“{COLUMNS.get(each, each)}”" for each in sorted(columns))


def _full_page(listing: Listing, known: Iterable[str]) -> str | None:
    """Tell of a portal's list without a total that ends with a full page: more may follow."""
    count = len(listing.rows) + len(listing.problems)
    if listing.format not in PORTAL_LISTS or listing.declared is not None or count % PAGE:
        return None
    if {row.code for row in listing.rows} == set(known):
        return None
    return (
        f"danh sách có đúng {count} dòng và không ghi tổng số: trang cuối đầy, có thể còn trang sau"
        " chưa tải; tải hết các trang rồi gộp vào một tệp"
    )


def _fewer(pair: _Pair) -> str | None:
    now, before = len(pair.codes), len(pair.before.rows)
    if now * 100 >= LEAST * before:
        return None
    missing = f"; mất hẳn {pair.missing}" if pair.missing else ""
    return (
        f"{pair.counts()}: chỉ còn {now * 100 // before} % (tối thiểu {LEAST} %), có vẻ bị cắt hoặc"
        f" lọc{missing}"
    )


def _more(pair: _Pair) -> str | None:
    now, before = len(pair.codes), len(pair.before.rows)
    if not before or now * 100 <= MOST * before:
        return None
    return (
        f"{pair.counts()}: bằng {now * 100 // before} % (tối đa {MOST} %), có vẻ là danh sách khác"
        " hoặc gộp nhiều danh sách"
    )


def _filtered(pair: _Pair) -> str | None:
    if len(pair.codes) >= len(pair.before.rows) or not pair.missing:
        return None
    return f"{pair.counts()} và mất hẳn {pair.missing}: có vẻ bộ lọc đã đổi"


def _internal(pair: _Pair) -> str | None:
    """Tell of more internal procedures than before: real lists hold some, a public list none."""
    internal = sorted(filter(is_internal, pair.codes))
    now, before = len(internal), sum(map(is_internal, pair.before.by_code))
    if now <= before:
        return None
    new = [code for code in internal if code not in pair.before.by_code]
    return (
        f"danh sách có {now} thủ tục nội bộ (mã đầu 5, 6), lần trước có {before}; mới thấy"
        f" {quoted(new)}: xem lại bộ lọc, danh sách công khai không có thủ tục nội bộ"
    )
