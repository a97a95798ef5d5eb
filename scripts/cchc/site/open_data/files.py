"""All files of open data, made of the portal alone: same portal, same bytes."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.kinds import KINDS
from cchc.site.open_data import schemas
from cchc.site.open_data.about import envelope, indented
from cchc.site.open_data.cpsv import TITLE as CPSV
from cchc.site.open_data.cpsv import cpsv_file, described
from cchc.site.open_data.csv_file import csv_file
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.feed_list import feed_list, feed_record
from cchc.site.open_data.package import package
from cchc.site.open_data.records import (
    decision_record,
    every_entry,
    procedure_record,
    public_decisions,
)
from cchc.site.open_data.reform_files import reform_files, schema_of
from cchc.site.open_data.xlsx_file import TITLE, xlsx_file
from cchc.site.portal import Portal

JSON = "application/json"
SCHEMA = "application/schema+json"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PROCEDURES, DECISIONS, FEEDS = (
    f"{each}.schema.json" for each in ("procedures", "decisions", "feeds")
)


def open_data(portal: Portal) -> tuple[DataFile, ...]:
    """Give the files: the data, datapackage.json that describes them, the schemas."""
    files = (*_tables(portal), *_documents(portal), *reform_files(portal, JSON))
    described_by = DataFile(
        "datapackage.json",
        package(files, portal),
        "Mô tả cả bộ dữ liệu",
        "Danh sách tệp dữ liệu, cột của bảng, cỡ và dấu kiểm tra từng tệp (Data Package).",
        JSON,
    )
    return (*files, described_by, *_schemas())


def _tables(portal: Portal) -> Iterator[DataFile]:
    count = sum(1 for _ in every_entry(portal))
    yield DataFile(
        "procedures.xlsx",
        xlsx_file(portal),
        f"{TITLE} (bảng tính)",
        "Mở bằng Excel hoặc LibreOffice để xem, lọc. Trang thứ hai giải thích từng cột.",
        XLSX,
        count,
    )
    yield DataFile(
        "procedures.csv",
        csv_file(portal),
        f"{TITLE} (CSV)",
        "Bảng như trên, dạng chữ, để nạp vào phần mềm khác. Cột cách nhau bằng dấu phẩy, mã UTF-8.",
        "text/csv",
        count,
    )


def _documents(portal: Portal) -> Iterator[DataFile]:
    records = [procedure_record(standing, entry, portal) for standing, entry in every_entry(portal)]
    yield DataFile(
        "procedures.json",
        envelope(TITLE, PROCEDURES, portal, "thu_tuc", records),
        f"{TITLE} (JSON, đầy đủ)",
        "Mọi phần của từng thủ tục: giấy tờ theo trường hợp, các bước, căn cứ, lịch sử thay đổi.",
        JSON,
        len(records),
        PROCEDURES,
    )
    decisions = [decision_record(each) for each in public_decisions(portal)]
    yield DataFile(
        "decisions.json",
        envelope("Quyết định công bố", DECISIONS, portal, "quyet_dinh", decisions),
        "Quyết định công bố",
        "Quyết định mà người của phường đã xác nhận, kèm các thủ tục trong đó.",
        JSON,
        len(decisions),
        DECISIONS,
    )
    yield DataFile(
        "cpsv-ap.jsonld",
        cpsv_file(portal),
        CPSV,
        "Dạng liên kết (JSON-LD) theo bộ từ vựng dịch vụ công của châu Âu. Thủ tục mà nguồn không"
        " ghi cơ quan thì chưa có ở đây.",
        "application/ld+json",
        len(described(portal)),
    )
    feeds = [feed_record(each, portal) for each in feed_list(portal)]
    yield DataFile(
        "feeds.json",
        envelope("Nguồn tin theo dõi thay đổi", FEEDS, portal, "nguon_tin", feeds),
        "Địa chỉ các nguồn tin",
        "Nguồn tin Atom của từng lĩnh vực và lịch ngày có hiệu lực, để máy tự theo dõi thay đổi.",
        JSON,
        len(feeds),
        FEEDS,
    )


def _schemas() -> Iterator[DataFile]:
    made = (
        (PROCEDURES, "procedures.json", schemas.procedures_schema()),
        (DECISIONS, "decisions.json", schemas.decisions_schema()),
        (FEEDS, "feeds.json", schemas.feeds_schema()),
        *((schema_of(kind), f"{kind.folder}.json", schemas.sheets_schema(kind)) for kind in KINDS),
    )
    for name, of, schema in made:
        yield DataFile(
            name,
            indented(schema),
            f"Lược đồ của {of}",
            "Từng mục trong tệp là gì, kiểu gì (JSON Schema 2020-12).",
            SCHEMA,
        )
