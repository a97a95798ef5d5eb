"""Open data of the reform side: one file a kind of docs/cai-cach/, all its periods in it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.reform.kind import Kind
from cchc.reform.kinds import KINDS
from cchc.site.open_data.about import Record, envelope
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.schemas import key_of
from cchc.site.portal import Portal

PURPOSE = "Mỗi kỳ một mục, như tệp mà bộ phận phụ trách ghi; chưa có số liệu thì không có mục."


def reform_files(portal: Portal, media: str) -> Iterator[DataFile]:
    """Give a file for each kind, also one that nothing has been written for yet."""
    for kind in KINDS:
        records = list(_records(kind, portal))
        yield DataFile(
            f"{kind.folder}.json",
            envelope(kind.title, schema_of(kind), portal, key_of(kind), records),
            kind.title,
            PURPOSE,
            media,
            len(records),
            schema_of(kind),
        )


def schema_of(kind: Kind[Any]) -> str:
    """Name the file of a kind's schema."""
    return f"{kind.folder}.schema.json"


def _records(kind: Kind[Any], portal: Portal) -> Iterator[Record]:
    for name, sheet in portal.reform.of(kind).items():
        shown = kind.shown(sheet)
        yield {"ky": name, **shown.model_dump(mode="json", by_alias=True, exclude_defaults=True)}
