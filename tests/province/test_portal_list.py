from __future__ import annotations

import contextlib
import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.problems import Refused
from cchc.province import formats, portal_list
from cchc.province.content import Format, Listing
from tests.real_data import DATA, needs_real_data

CATALOGUE = DATA / "decisions" / "hue_catalog_2026-10-03_first_page_cap_xa.jsonl"
OLD = {
    "ID": "432777", "PROCEDURE_CODE": "1.015045", "PROCEDURE_NAME": "Cấp lại thẻ căn cước",
    "PUBLISHED_AGENCY": "Bộ Công an", "IMPLEMENTATION_AGENCY": "Công an Xã, Công an tỉnh",
    "QDCBID": "123376", "FIELD_NAME": "Cấp, quản lý căn cước", "AMOUNT": "2", "ROW_STT": "1",
}  # fmt: skip
OTHER_OLD = OLD | {"ID": "432778", "PROCEDURE_CODE": "1.004222", "ROW_STT": "2"}
NEW = {
    "id": "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef7", "code": "1.001193",
    "name": "Thủ tục đăng ký khai sinh", "categories": ["Hộ tịch"],
    "departmentPromulgate": "Bộ Tư pháp", "departments": ["Ủy ban nhân dân cấp xã"],
    "type": "STANDARD", "state": "UPDATED",
}  # fmt: skip
OTHER_NEW = NEW | {"id": "019d2bfd-3fe0-70ac-b9d6-5e9e20d6eef8", "code": "1.000656"}
SAVED = {
    "id": "01a0f66e", "ma": "1.116910", "ten": "1.\tHỗ trợ chi phí  mai táng",
    "lv": "Bảo trợ xã hội", "cqcb": "Bộ Y tế", "cap": "Cấp xã, Cấp Bộ",
    "loai": "TTHC Tiêu chuẩn", "mucDo": "Chưa cập nhật", "state": "ACTIVE",
}  # fmt: skip


def written(folder: Path, *values: object, name: str = "a.json") -> Path:
    """Write JSON values, one a line."""
    path = folder / name
    lines = [json.dumps(each, ensure_ascii=False) for each in values]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def read(path: Path) -> Listing:
    content = formats.read(path)
    assert isinstance(content, Listing)
    return content


def page(*items: object, total: int = 2, last: str = "") -> dict[str, Any]:
    data = {"items": list(items), "lastId": last, "total": total}
    return {"code": "OK", "message": "", "data": data}


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        formats.read(path)
    return str(refused.value)


def test_the_old_protocol(tmp_path: Path) -> None:
    listing = read(written(tmp_path, [OLD, OTHER_OLD]))
    first, second = listing.rows
    assert listing.format is Format.OLD_PORTAL_LIST
    assert (listing.declared, listing.problems) == (2, ())
    assert (first.code, first.issuer, first.field) == (
        "1.015045", "Bộ Công an", "Cấp, quản lý căn cước",
    )  # fmt: skip
    assert first.agencies == ("Công an Xã", "Công an tỉnh")
    assert second.record_id == "432778"


def test_a_decisions_key_is_no_decisions_number(tmp_path: Path) -> None:
    (row,) = read(written(tmp_path, [OLD | {"QDCBID": 123376}])).rows
    assert (row.decision_id, row.decision) == ("123376", "")


def test_pages_of_the_old_protocol_one_a_line(tmp_path: Path) -> None:
    listing = read(written(tmp_path, [OLD], [OTHER_OLD]))
    assert [row.code for row in listing.rows] == ["1.015045", "1.004222"]


def test_the_new_protocol_with_and_without_its_envelope(tmp_path: Path) -> None:
    whole = page(NEW, OTHER_NEW)
    listing, bare = read(written(tmp_path, whole)), read(written(tmp_path, whole["data"]))
    assert listing == bare
    assert listing.format is Format.PORTAL_LIST
    assert (len(listing.rows), listing.declared) == (2, 2)
    first = listing.rows[0]
    assert (first.code, first.field, first.issuer) == ("1.001193", "Hộ tịch", "Bộ Tư pháp")
    assert first.agencies == ("Ủy ban nhân dân cấp xã",)


def test_names_may_be_objects(tmp_path: Path) -> None:
    parts = {"categories": [{"name": "Hộ tịch"}], "departmentPromulgate": {"name": "Bộ Tư pháp"},
             "departments": [{"name": "Sở Tư pháp"}, {"name": "Sở Tư pháp"}]}  # fmt: skip
    (row,) = read(written(tmp_path, page(NEW | parts))).rows
    assert (row.field, row.issuer, row.agencies) == ("Hộ tịch", "Bộ Tư pháp", ("Sở Tư pháp",))


@pytest.mark.parametrize("together", [True, False])
def test_several_pages_are_one_list(tmp_path: Path, *, together: bool) -> None:
    pages = [page(NEW, last="x"), page(OTHER_NEW)]
    listing = read(written(tmp_path, pages) if together else written(tmp_path, *pages))
    assert [row.number for row in listing.rows] == [1, 2]
    assert listing.declared == 2


def test_the_larger_total_counts_where_pages_disagree(tmp_path: Path) -> None:
    assert read(written(tmp_path, page(NEW, total=2), page(OTHER_NEW, total=3))).declared == 3
    assert read(written(tmp_path, [OLD, OTHER_OLD | {"AMOUNT": 7}])).declared == 7


def test_items_saved_one_a_line_are_a_list_and_one_alone_is_a_record(tmp_path: Path) -> None:
    assert read(written(tmp_path, NEW, OTHER_NEW)).declared is None
    assert formats.read(written(tmp_path, NEW)).format is Format.PORTAL_RECORD


def test_whole_records_one_a_line_are_no_list(tmp_path: Path) -> None:
    record = NEW | {"executionSteps": []}
    assert "thiếu mục ma_thu_tuc" in refusal(written(tmp_path, record, record))


def test_a_saved_catalogue(tmp_path: Path) -> None:
    path = written(tmp_path, SAVED, SAVED | {"ma": "1.116909"}, name="danh-muc.jsonl")
    packed = tmp_path / "danh-muc.jsonl.gz"
    packed.write_bytes(gzip.compress(path.read_bytes()))
    listing = read(path)
    first = listing.rows[0]
    assert read(packed).rows == listing.rows
    assert (listing.format, listing.declared) == (Format.SAVED_CATALOGUE, None)
    assert (first.name, first.levels) == ("1. Hỗ trợ chi phí mai táng", "Cấp xã, Cấp Bộ")
    assert first.online_level == "", "“Chưa cập nhật” không nói gì"
    assert "cap" in listing.columns
    assert "co_quan" not in listing.columns


def test_an_item_that_cannot_be_placed_is_told_and_not_lost(tmp_path: Path) -> None:
    items = [SAVED, SAVED | {"ma": "khong"}, SAVED | {"ten": None}, 7,
             SAVED | {"ma": "1.000001", "loai": "TTHC nội bộ"}]  # fmt: skip
    listing = read(written(tmp_path, *items, name="a.jsonl"))
    assert len(listing.rows) + len(listing.problems) == len(items)
    assert [problem.line for problem in listing.problems] == [2, 3, 4, 5]
    assert "mục thứ 2 thiếu mã" in listing.problems[0].message
    assert "nội bộ" in listing.problems[3].message


def test_codes_and_texts_as_real_sources_write_them(tmp_path: Path) -> None:
    items = [
        OLD | {"PROCEDURE_CODE": "2.000205.000.00.00.H17", "PROCEDURE_NAME": "Ðăng\u00a0ký"},
        OLD | {"PROCEDURE_CODE": 1.00008, "PROCEDURE_NAME": "C&#7845;p <b>lại</b>"},
    ]
    first, second = read(written(tmp_path, items)).rows
    assert (first.code, first.full_code) == ("2.000205", "2.000205.000.00.00.H17")
    assert (first.name, second.name) == ("Đăng ký", "Cấp lại")
    assert second.code == "1.000080"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[]", "không có dòng thủ tục nào"),
        ('{"items": [], "total": 0}', "không có dòng thủ tục nào"),
        ("[1, 2]", "không phải danh sách thủ tục"),
        ('[{"a": 1}]', "không phải danh sách thủ tục"),
        ('[{"PROCEDURE_CODE": "1.015045", "PROCEDURE_NAME": "Cấp', "JSON bị cắt"),
        ('{"id":"1","ma":"1.116910","ten":"A","cqcb":"B"}\n{"ma":"1.1169', "a.json:2: lỗi: JSON bị cắt"),
        ('{"code":"FORBIDDEN","message":"Từ chối","data":null}', "báo “FORBIDDEN Từ chối”"),
        ("[" * 5000, "JSON không phải danh sách"),
        ("[" + "1" * 5000 + "]", "JSON không phải danh sách"),
        ("<html><head><title>403 Forbidden</title></head></html>", "trang web (HTML) thay cho JSON"),
    ],
)  # fmt: skip
def test_what_is_no_list_is_refused_with_a_way_out(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(text, encoding="utf-8")
    assert said in refusal(path)
    with pytest.raises(Refused) as refused:
        portal_list.read(path)
    assert said in str(refused.value)


@given(
    st.sampled_from([OLD, NEW, SAVED]),
    st.lists(
        st.dictionaries(
            st.sampled_from([*OLD, *NEW, *SAVED, "items", "data", "total"]),
            st.recursive(
                st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=9),
                lambda inner: (
                    st.lists(inner, max_size=3)
                    | st.dictionaries(
                        st.sampled_from(["name", "items", "total"]), inner, max_size=2
                    )
                ),
                max_leaves=6,
            ),
            max_size=9,
        ),
        min_size=1,
        max_size=4,
    ),
)
def test_no_json_list_makes_a_traceback_and_nothing_is_lost(
    sound: dict[str, Any], items: list[dict[str, Any]]
) -> None:
    path = Path("a.json")
    flat = [sound, *(each for each in items if not {"items", "data"} & each.keys())]
    listing = portal_list.from_text(path, json.dumps(flat))
    assert len(listing.rows) + len(listing.problems) == len(flat)
    assert listing.rows[0].code == (sound.get("PROCEDURE_CODE") or sound.get("code") or sound["ma"])
    with contextlib.suppress(Refused):
        portal_list.from_text(path, json.dumps(items))


@needs_real_data
def test_the_real_catalogue_of_the_province() -> None:
    listing = read(CATALOGUE)
    assert (len(listing.rows), listing.problems) == (11, ())
    internal = listing.rows[-1]
    assert (internal.code, internal.name[:12]) == ("5.003909", "1. Sáp nhập ")
    assert {row.issuer for row in listing.rows} == {"Bộ Y tế", "Bộ Giáo dục và Đào tạo"}
    assert all("Cấp" in row.levels for row in listing.rows)
