"""Broken, huge and hostile files: an answer in Vietnamese, in bounded time, never a traceback."""

from __future__ import annotations

import time
import zipfile
import zlib
from pathlib import Path

import docx
import pytest
from openpyxl import Workbook

from cchc.base.problems import Refused
from cchc.province.decision.read import read_decision
from tests.province.decision.description import Entry
from tests.province.decision.make import make
from tests.province.decision.make_pdf import compile_pdf
from tests.province.decision.small import read_back, small

ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><x>&b;</x>'


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_decision(path)
    (problem,) = refused.value.problems
    assert problem.path == path.as_posix()
    return problem.message


def written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path


@pytest.mark.parametrize(("content", "words"), [
    (b"", "trống"),
    (b"   \n", "trống"),
    (b"PK\x03\x04broken", "nén bị hỏng"),
    (b"%PDF-1.7\nnothing more", "PDF bị hỏng"),
    (b"\x89PNG\r\n\x1a\n\0\0\0", "không nhận ra định dạng"),
    ("Chỉ là một bức thư.".encode(), "không thấy số quyết định"),
    ("Quyết định".encode("utf-16"), "không nhận ra định dạng"),
    (b"<html><body><p>Trang web khac</p></body></html>", "không thấy số quyết định"),
])  # fmt: skip
def test_what_is_no_decision_is_refused(tmp_path: Path, content: bytes, words: str) -> None:
    assert words in refusal(written(tmp_path / "tep.bin", content))


def test_a_folder_and_a_missing_file_are_refused(tmp_path: Path) -> None:
    assert "thư mục" in refusal(tmp_path)
    assert "không có tệp" in refusal(tmp_path / "khong-co.pdf")


@pytest.mark.parametrize("member", ["word/document.xml", "xl/workbook.xml"])
def test_xml_entities_are_refused(tmp_path: Path, member: str) -> None:
    path = tmp_path / "tep.docx"
    with zipfile.ZipFile(path, "w") as container:
        container.writestr(member, ENTITY)

    assert "DTD/ENTITY" in refusal(path)


def test_a_zip_bomb_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "bom.docx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("word/document.xml", b" " * (210 << 20))

    assert "200 MB" in refusal(path)


def test_a_document_of_endless_xml_is_refused(tmp_path: Path) -> None:
    path = make(tmp_path, small(), "docx")
    with zipfile.ZipFile(path) as container:
        parts = {name: container.read(name) for name in container.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"</w:body>", b"<w:p/>" * 8_000_000 + b"</w:body>"
    )
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as container:
        for name, content in parts.items():
            container.writestr(name, content)

    assert "40 MB" in refusal(path)


def test_a_pdf_of_thousands_of_pages_is_refused_soon(tmp_path: Path) -> None:
    path = tmp_path / "nhieu-trang.pdf"
    compile_pdf("#for i in range(2000) [#pagebreak(weak: false)]", path)
    start = time.monotonic()

    assert "tối đa 300" in refusal(path)
    assert time.monotonic() - start < 30


def test_a_pdf_page_of_endless_lines_is_bounded(tmp_path: Path) -> None:
    path = tmp_path / "ve.pdf"
    compile_pdf(
        "#for i in range(9000) { place(line(start: (1pt * calc.rem(i, 400), 0pt), end: (0pt, 1pt * calc.rem(i, 700)))) }\nkhông phải quyết định",
        path,
    )
    start = time.monotonic()

    assert "không thấy số quyết định" in refusal(path)
    assert time.monotonic() - start < 60


def test_a_huge_page_is_read(tmp_path: Path) -> None:
    path = tmp_path / "rong.pdf"
    compile_pdf("#set page(width: 100000cm, height: 100000cm)\nMột trang rất rộng", path)

    assert "không thấy số quyết định" in refusal(path)


def pdf_of(objects: list[bytes], more: bytes = b"") -> bytes:
    """Write a PDF by hand: objects numbered from 1, the first is the catalogue."""
    body = b"%PDF-1.4\n"
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(body))
        body += b"%d 0 obj%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    trailer = b"trailer<</Size %d/Root 1 0 R%s>>" % (size, more)
    ending = b"xref\n0 %d\n0000000000 65535 f \n%s%s\nstartxref\n%d\n%%%%EOF"
    return body + ending % (size, table, trailer, len(body))


PAGES = [
    b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
]  # fmt: skip


def test_a_pdf_that_inflates_without_end_is_stopped(tmp_path: Path) -> None:
    packed = zlib.compress(b"q Q " * (300 << 18), 9)
    stream = b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed)
    begun = time.monotonic()

    assert "quá nặng" in refusal(written(tmp_path / "no.pdf", pdf_of([*PAGES, stream])))
    assert time.monotonic() - begun < 60


def test_a_pdf_with_a_password_is_refused_with_the_way_out(tmp_path: Path) -> None:
    lock = b"<</Filter/Standard/V 1/R 2/P -44/O<%s>/U<%s>>>" % (b"ab" * 32, b"cd" * 32)
    stream = b"<</Length 2>>stream\nq \nendstream"
    more = b"/Encrypt 5 0 R/ID[<00><00>]"

    assert "mật khẩu" in refusal(
        written(tmp_path / "khoa.pdf", pdf_of([*PAGES, stream, lock], more))
    )


def test_an_empty_pdf_is_refused(tmp_path: Path) -> None:
    stream = b"<</Length 2>>stream\nq \nendstream"

    assert "trống" in refusal(written(tmp_path / "trong.pdf", pdf_of([*PAGES, stream])))


def test_markup_in_a_cell_does_no_harm_and_loses_no_word(tmp_path: Path) -> None:
    row = Entry("moi", "1.001193", "Đăng ký <script>alert(1)</script> javascript:x", ("xa",))

    data = read_back(tmp_path, small(row))

    assert data["muc"][0]["ten"] == "Đăng ký < script>alert(1)< /script> javascript -x"


def test_a_cell_of_a_hundred_thousand_letters_is_cut_and_says_so(tmp_path: Path) -> None:
    row = Entry("moi", "1.001193", "Đăng ký " + "rất dài " * 12_000, ("xa",))

    data = read_back(tmp_path, small(row))

    assert data["muc"][0]["ten"].endswith("… (còn nữa)")
    assert data["tong"]["muc"] == 1


def test_a_cell_merged_over_thousands_of_rows_is_read(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Số: 12/QĐ-UBND")
    table = document.add_table(1_500, 4)
    for number, row in enumerate(table._tbl.tr_lst):  # noqa: SLF001 - python-docx merges by recursion
        texts = (
            (str(number), f"1.{number:06}", f"Việc số {number}", "")
            if number
            else ("STT", "Mã TTHC", "Tên TTHC", "Lĩnh vực")
        )
        for cell, text in zip(row.tc_lst, texts, strict=True):
            cell.p_lst[0].add_r().text = text
        if number:
            row.tc_lst[3].get_or_add_tcPr().vMerge_val = "restart" if number == 1 else "continue"
    table._tbl.tr_lst[1].tc_lst[3].p_lst[0].add_r().text = "Hộ tịch"  # noqa: SLF001
    document.save((tmp_path / "gop.docx").as_posix())

    decision = read_decision(tmp_path / "gop.docx")

    assert {item.field_of_service for item in decision.items} == {"Hộ tịch"}
    assert len(decision.items) == 1_499


def test_a_sheet_with_a_cell_far_away_is_refused(tmp_path: Path) -> None:
    book = Workbook()
    book["Sheet"]["XFD1048576"] = "xa"
    book.save(tmp_path / "xa.xlsx")

    assert "ô ở rất xa" in refusal(tmp_path / "xa.xlsx")


@pytest.mark.parametrize("text", [
    "QuyÕt ®Þnh vÒ viÖc c«ng bè Danh môc thñ tôc hµnh chÝnh míi ban hµnh lÜnh vùc hé tÞch thuéc thÈm quyÒn gi¶i quyÕt",
    "Quyeát ñònh veà vieäc coâng boá Danh muïc thuû tuïc haønh chính môùi ban haønh lónh vöïc hoä tòch thuoäc thaåm quyeàn",
])  # fmt: skip
def test_text_of_old_fonts_is_named_with_the_way_out(tmp_path: Path, text: str) -> None:
    assert "Unikey" in refusal(written(tmp_path / "cu.txt", text.encode()))
