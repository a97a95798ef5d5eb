from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.base.problems import Refused
from cchc.base.text import one_line
from cchc.procedures.snapshot_text import canonical_snapshot, read_snapshot
from cchc.procedures.snapshots import (
    Snapshot,
    SnapshotRow,
    load_snapshot,
    path_of_snapshot,
)
from tests.kept import list_on_file
from tests.strategies import CODE, DAY, LINE, NEEDED

SOURCE = "danh-sach-quoc-gia-bo-tu-phap"
PATH = f"procedures/snapshots/{SOURCE}.tsv"
BIRTH = SnapshotRow(
    "1.001193", "Thủ tục đăng ký khai sinh", "Hộ tịch", "163/QĐ-BTP", ("Sở Tư pháp", "UBND cấp xã")
)
DEATH = SnapshotRow("1.000656", "Thủ tục đăng ký khai tử")
SNAPSHOT = Snapshot(
    source=SOURCE,
    day=dt.date(2026, 10, 3),
    columns=frozenset({"ma", "ten", "co_quan"}),
    rows=(DEATH, BIRTH),
    issuers=("Bộ Tư pháp",),
)
TEXT = (
    "# nguồn: danh-sach-quoc-gia-bo-tu-phap\n"
    "# ngày: 2026-10-03\n"
    "# cột: co_quan, ma, ten\n"
    "# cơ quan ban hành: Bộ Tư pháp\n"
    "mã\ttên\tlĩnh vực\tquyết định\tcơ quan\n"
    "1.000656\tThủ tục đăng ký khai tử\t\t\t\n"
    "1.001193\tThủ tục đăng ký khai sinh\tHộ tịch\t163/QĐ-BTP\tSở Tư pháp; UBND cấp xã\n"
)

NAMES = st.lists(NEEDED.filter(lambda name: ";" not in name), max_size=3).map(tuple)
ROWS = st.builds(
    SnapshotRow, code=CODE, name=NEEDED, field=LINE, decision=LINE, agencies=NAMES
)  # fmt: skip
SNAPSHOTS = st.builds(
    Snapshot,
    source=st.from_regex(r"[a-z]{1,9}(-[a-z0-9]{1,9}){0,3}", fullmatch=True),
    day=DAY,
    columns=st.frozensets(st.sampled_from(["ma", "ten", "co_quan", "linh_vuc"]), min_size=1),
    rows=st.lists(ROWS, max_size=6, unique_by=lambda row: row.code).map(
        lambda rows: tuple(sorted(rows, key=lambda row: row.code))
    ),
    issuers=NAMES,
    levels=NAMES,
    reason=LINE,
)


def damaged(text: str) -> str:
    with pytest.raises(Refused) as refused:
        read_snapshot(PATH, text.encode())
    return str(refused.value)


def test_the_text_is_what_a_person_reads_in_a_difference() -> None:
    assert canonical_snapshot(SNAPSHOT) == TEXT
    assert read_snapshot(PATH, TEXT.encode()) == SNAPSHOT


@settings(max_examples=150, deadline=None)
@given(SNAPSHOTS)
def test_what_is_written_is_read(snapshot: Snapshot) -> None:
    text = canonical_snapshot(snapshot)
    again = read_snapshot(PATH, text.encode())
    assert again == snapshot
    assert canonical_snapshot(again) == text
    assert text.count("\n") == len(text.splitlines())


@given(st.text(max_size=40), st.text(max_size=40))
def test_odd_texts_break_no_line(name: str, agency: str) -> None:
    row = SnapshotRow("1.000656", f"Tên {name}", agencies=(agency,) if one_line(agency) else ())
    text = canonical_snapshot(dataclasses.replace(SNAPSHOT, rows=(row, BIRTH)))
    again = read_snapshot(PATH, text.encode())
    assert [each.code for each in again.rows] == ["1.000656", "1.001193"]
    assert canonical_snapshot(again) == text


def test_the_reason_why_a_person_accepted_is_kept(tmp_path: Path) -> None:
    accepted = dataclasses.replace(SNAPSHOT, reason="Bộ đã bãi bỏ\n40 thủ tục")
    list_on_file(tmp_path, accepted)
    found = load_snapshot(tmp_path, SOURCE)
    assert found is not None
    assert found.reason == "Bộ đã bãi bỏ 40 thủ tục"


def test_what_is_on_file_is_loaded(tmp_path: Path) -> None:
    assert load_snapshot(tmp_path, SOURCE) is None
    list_on_file(tmp_path, SNAPSHOT)
    assert (tmp_path / path_of_snapshot(SOURCE)).name == f"{SOURCE}.tsv"
    assert load_snapshot(tmp_path, SOURCE) == SNAPSHOT


def test_a_list_of_many_thousands_is_read_again(tmp_path: Path) -> None:
    rows = tuple(SnapshotRow(f"1.{n:06}", "Tên thủ tục " * 12) for n in range(6000))
    big = dataclasses.replace(SNAPSHOT, rows=tuple(map(_one_line, rows)))
    list_on_file(tmp_path, big)
    assert (tmp_path / PATH).stat().st_size > 1024 * 1024
    assert load_snapshot(tmp_path, SOURCE) == big


def _one_line(row: SnapshotRow) -> SnapshotRow:
    return dataclasses.replace(row, name=one_line(row.name))


@pytest.mark.parametrize("change", [("\n", "\r\n"), ("# nguồn", "\ufeff# nguồn")])
def test_what_another_editor_adds_changes_nothing(change: tuple[str, str]) -> None:
    assert read_snapshot(PATH, TEXT.replace(*change).encode()) == SNAPSHOT


@pytest.mark.parametrize(
    ("old", "new", "line", "said"),
    [
        (TEXT, "", 1, "thiếu dòng “# nguồn"),
        ("# ngày: 2026-10-03\n", "", 1, "thiếu dòng “# ngày"),
        ("# ngày: 2026-10-03", "# ngày: 2026-13-03", 2, "“2026-13-03” không phải ngày"),
        ("# cột", "# cot", 3, "không hiểu được: “# cot"),
        ("# ngày: 2026-10-03", "# nguồn: khác", 2, "không hiểu được"),
        ("mã\ttên", "ma\tten", 5, "thiếu dòng tên cột"),
        ("1.000656\tT", "1.00656\tT", 6, "không có mã"),
        ("1.000656\tThủ tục đăng ký khai tử", "1.000656\t", 6, "không có mã, tên"),
        ("\tHộ tịch", "", 7, "không đủ 5 ô"),
        ("1.001193\t", "1.000656\t", 7, "mã 1.000656 bị lặp"),
        ("1.000656\t", "1.009999\t", 7, "không đúng thứ tự"),
        ("1.001193\t", "<<<<<<< HEAD\n1.001193\t", 7, "<<<<<<< HEAD"),
        ("163/QĐ-BTP\t", "163/QĐ", 7, "không đủ 5 ô"),
    ],
)
def test_a_damaged_file_is_refused_at_its_line(old: str, new: str, line: int, said: str) -> None:
    told = damaged(TEXT.replace(old, new))
    assert told.startswith(f"{PATH}:{line}: lỗi: ")
    assert said in told
    assert "lấy lại bản cũ" in told


def test_other_bytes_and_another_sources_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=":7: lỗi: không phải UTF-8"):
        read_snapshot(PATH, TEXT.encode().replace("163/QĐ".encode(), b"163/Q\xd0"))
    list_on_file(tmp_path, SNAPSHOT)
    (tmp_path / PATH).rename(tmp_path / path_of_snapshot("dvc-h57-112"))
    with pytest.raises(Refused, match="là của nguồn “danh-sach-quoc-gia-bo-tu-phap”"):
        load_snapshot(tmp_path, "dvc-h57-112")


def test_a_source_never_names_a_file_elsewhere() -> None:
    assert path_of_snapshot("../../mkdocs.yml") == "procedures/snapshots/mkdocs-yml.tsv"
