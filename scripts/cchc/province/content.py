"""What a reader gives: a list of rows, or the record of one procedure (or of many)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cchc.base.problems import Problem, Refused
from cchc.procedures.model import Procedure
from cchc.procedures.terms import Term


class Format(Term):
    """A format that can be read; the label also names the source where nobody named it."""

    NATIONAL_LIST = "danh_sach_quoc_gia", "Danh sách thủ tục hành chính, Cổng Dịch vụ công quốc gia"
    OLDER_LIST = "danh_sach_cu", "Danh sách thủ tục hành chính, Cổng Dịch vụ công quốc gia (mẫu cũ)"
    PROVINCE_SHEET = "bang_cua_tinh", "Danh mục dịch vụ công trên hệ thống của tỉnh, thành phố"
    SERVICES = "bang_dich_vu", "Bảng dịch vụ công của phường kèm địa chỉ nộp"
    WORD = "ban_word", "Bản Word của một thủ tục, Cổng Dịch vụ công quốc gia"
    PORTAL_RECORD = "ban_ghi_cong", "Bản ghi của một thủ tục, Cổng Dịch vụ công quốc gia"
    PORTAL_PAGES = "trang_cong", "Cổng Dịch vụ công quốc gia, trang của thủ tục"
    PORTAL_LIST = "danh_sach_cong", "Danh sách JSON, Cổng Dịch vụ công quốc gia"
    OLD_PORTAL_LIST = "danh_sach_cong_cu", "Danh sách JSON kiểu cũ, Cổng Dịch vụ công quốc gia"
    SAVED_CATALOGUE = "danh_muc_luu", "Danh mục thủ tục hành chính đã lưu (JSON)"


@dataclass(frozen=True, slots=True)
class Row:
    """One row of a list, in the source's words (cleaned to one line).

    `number` counts the sheet's rows from 1. `full_code` keeps the suffix that `code` has lost;
    `levels` is the source's own wording (“Cấp Tỉnh, Cấp Xã”). `record_id` is a portal's own key
    of the record: the ministry's and the province's copy of a procedure may share its code.
    `decision_id` is a portal's key of the publishing decision, which is not its number.
    """

    number: int
    code: str
    full_code: str
    name: str
    field: str = ""
    agencies: tuple[str, ...] = ()
    issuer: str = ""
    decision: str = ""
    levels: str = ""
    audience: tuple[str, ...] = ()
    online_level: str = ""
    service_code: str = ""
    service_name: str = ""
    address: str = ""
    agency_code: str = ""
    state: str = ""
    record_id: str = ""
    decision_id: str = ""


@dataclass(frozen=True, slots=True)
class Listing:
    """A list: its rows, and a problem for every row that could not be placed.

    `columns` names the parts the list has a column for: an empty cell and a missing column are
    two things. `declared` is the number of rows the list itself says it has, where it does.
    `dated` is the day the file says it was made.
    """

    source: str
    format: Format
    rows: tuple[Row, ...]
    columns: frozenset[str]
    problems: tuple[Problem, ...] = ()
    declared: int | None = None
    dated: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Record:
    """What a source says of one procedure; parts it does not know are empty.

    `internal` marks a procedure inside the administration (never public).
    """

    source: str
    format: Format
    procedure: Procedure
    line: int = 1
    internal: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Records:
    """Many records out of one file, and a problem for each one that could not be used."""

    source: str
    format: Format
    records: tuple[Record, ...]
    internal: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()


Content: TypeAlias = Listing | Record | Records


def codes_of(content: Content) -> frozenset[str]:
    """List the codes that a content names, each once."""
    if isinstance(content, Listing):
        return frozenset(row.code for row in content.rows)
    records = (content,) if isinstance(content, Record) else content.records
    return frozenset(record.procedure.code for record in records)


def refuse(path: Path, message: str, line: int = 0) -> Refused:
    """Make the refusal of a whole file; the caller raises it."""
    return Refused([Problem(path.as_posix(), line, message)])
