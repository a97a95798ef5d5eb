"""A file is what it holds, not what it is called; whatever it is, the answer is Vietnamese."""

from __future__ import annotations

import gzip
import json
import zipfile
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from cchc.base import archive
from cchc.base.problems import Refused
from cchc.province import formats
from cchc.province.content import Format, Listing
from tests.province import sheets

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        formats.read(path)
    assert refused.value.problems[0].path == path.as_posix()
    return refused.value.problems[0].message


@pytest.mark.parametrize("name", ["a.xlsx", "a.docx", "khong-duoi"])
def test_a_list_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    made = sheets.national_list(tmp_path / "made.xlsx", [sheets.BIRTH])
    listing = formats.read(made.rename(tmp_path / name))
    assert listing.format is Format.NATIONAL_LIST


def test_each_list_format(tmp_path: Path) -> None:
    sheet = sheets.province_sheet(tmp_path / "p.xlsx", [sheets.service("1.001193", "A")])
    assert formats.read(sheet).format is Format.PROVINCE_SHEET
    older = ("1.001193", "A", "Hộ tịch", "", "Bộ Tư pháp", "Cấp Xã", "", "1/QĐ-BTP")
    path = sheets.save(tmp_path / "o.xlsx", [sheets.OLDER, older])
    assert formats.read(path).format is Format.OLDER_LIST


def test_the_second_sheet_may_hold_the_list(tmp_path: Path) -> None:
    path = sheets.save(tmp_path / "a.xlsx", [("Ghi chú",)])
    book = load_workbook(path)
    sheet = book.create_sheet("TTHC")
    for row in (sheets.NATIONAL, sheets.BIRTH):
        sheet.append(row)
    book.save(path)
    listing = formats.read(path)
    assert isinstance(listing, Listing)
    assert [row.code for row in listing.rows] == ["1.001193"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "trống"),
        (b"   \n", "trống"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"{\\rtf1 ...", "RTF"),
        (b"<html><table><tr><td>1</td></tr></table></html>", "HTML"),
        (b'<?xml version="1.0"?>\n<html></html>', "HTML"),
        (OLE + "WordDocument".encode("utf-16-le"), "Lưu thành .docx"),
        (OLE + "Workbook".encode("utf-16-le"), "Lưu thành .xlsx"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "mật khẩu"),
        (OLE + b"\0" * 600, "Office kiểu cũ"),
        (b"PK\x03\x04 khong phai zip", "hỏng"),
        ("Một bài viết thường.".encode(), "không nhận ra định dạng"),
        ("Th\xf4ng b\xe1o".encode("latin-1"), "không phải UTF-8"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\0", "không nhận ra định dạng"),
        (b"[1, 2]", "danh sách"),
        (b"{ hong", "JSON"),
        (b'{"a": 1}', "không phải bản ghi"),
        (gzip.compress(b"x" * 99, mtime=0)[:20], "hỏng"),
        (b"\x1f\x8b khong phai gzip", "hỏng"),
    ],
)
def test_what_is_no_source_is_refused_with_a_way_out(
    tmp_path: Path, content: bytes, said: str
) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(content)
    assert said in refusal(path)


def test_missing_files_and_folders(tmp_path: Path) -> None:
    assert "không có tệp này" in refusal(tmp_path / "a.xlsx")
    assert "thư mục" in refusal(tmp_path)


def test_a_cut_workbook(tmp_path: Path) -> None:
    whole = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH]).read_bytes()
    cut = tmp_path / "b.xlsx"
    cut.write_bytes(whole[: len(whole) // 2])
    assert "hỏng" in refusal(cut)


def test_an_empty_workbook_and_another_table(tmp_path: Path) -> None:
    assert "trống" in refusal(sheets.save(tmp_path / "a.xlsx", []))
    other = sheets.save(tmp_path / "b.xlsx", [("Họ tên", "Điểm"), ("A", 9)])
    assert "không thấy dòng tiêu đề" in refusal(other)


def with_member(path: Path, name: str, content: bytes) -> Path:
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr(name, content)
    return path


def test_a_zip_bomb(tmp_path: Path) -> None:
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH])
    bomb = with_member(path, "xl/media/image1.png", bytes(archive.MAX_UNPACKED + 1))
    assert bomb.stat().st_size < 1_000_000
    assert "200 MB" in refusal(bomb)


def test_a_packed_text_bomb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cchc.province.text_files.MAX_UNPACKED", 1000)
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(b" " * 5000))
    assert "200 MB" in refusal(path)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_xml_entities_in_a_word_file(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "a.docx"
    docx.Document().save(path.as_posix())
    trap = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
    with_member(path, "word/custom.xml", trap.encode(encoding))
    assert "DTD" in refusal(path)


def test_a_cell_at_the_far_end_of_the_sheet(tmp_path: Path) -> None:
    path = sheets.national_list(tmp_path / "a.xlsx", [sheets.BIRTH])
    book = load_workbook(path)
    assert book.active is not None
    book.active["XFD1048576"] = "x"
    book.save(path)
    assert "XFD1048576" in refusal(path)


def test_a_zip_that_is_no_office_file(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr("a.txt", "a")
    assert "không phải Word hay Excel" in refusal(path)


def test_json_nested_too_deep(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text('{"a":' * 50_000 + "1" + "}" * 50_000, encoding="utf-8")
    assert "JSON" in refusal(path)


@given(st.binary(max_size=300) | st.text(max_size=100).map(str.encode))
def test_no_bytes_at_all_make_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    path = tmp_path_factory.mktemp("bytes") / "a"
    path.write_bytes(content)
    with pytest.raises(Refused):
        formats.read(path)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["name", "code", "fees", "value", "executionMethods", "executionCases",
                 "profileComponents", "procedureProposal", "decisionDate", "processingTime",
                 "submissionMethod", "executionSteps", "categoriesDetails", "description"]
            ),
            inner,
            max_size=4,
        ),
        max_leaves=12,
    ).filter(lambda data: isinstance(data, dict))
)  # fmt: skip
def test_no_json_makes_a_traceback(
    tmp_path_factory: pytest.TempPathFactory, data: dict[str, object]
) -> None:
    path = tmp_path_factory.mktemp("json") / "a.json"
    path.write_text(json.dumps(data | {"code": "1.001193", "name": "A"}), encoding="utf-8")
    record = formats.read(path)
    assert record.format is Format.PORTAL_RECORD
