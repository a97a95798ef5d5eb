"""What only one format can do to a decision."""

from __future__ import annotations

from pathlib import Path

import docx
import openpyxl
import pypdfium2  # type: ignore[import-untyped]
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from cchc.province.decision.files import tesseract
from cchc.province.decision.files.blocks import Paragraph, Row
from cchc.province.decision.files.formats import read_blocks
from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.description import Entry
from tests.province.decision.facts_2026 import D3501
from tests.province.decision.make import make
from tests.province.decision.make_pdf import compile_pdf
from tests.province.decision.small import lost, read_back, said, small

BIRTH = Entry("moi", "1.001080", "Đăng ký khai sinh", ("xa",), thoi_han="Trong ngày")
HEAD = "<p>Số: 12/QĐ-UBND</p><p>QUYẾT ĐỊNH</p><p>Về việc công bố thủ tục hành chính mới ban hành</p><p>Điều 1. Công bố.</p>"


def test_excel_keeps_a_code_as_a_number(tmp_path: Path) -> None:
    path = make(tmp_path, small(BIRTH), "xlsx")
    book = openpyxl.load_workbook(path)
    for row in book["Phụ lục 1"].iter_rows():
        for cell in row:
            if cell.value == "1.001080":
                cell.value = 1.00108
            elif cell.value == "1":
                cell.value = 1
    book.save(path)

    assert [item["ma"] for item in as_json(read_decision(path))["muc"]] == ["1.001080"]


def test_word_tracked_changes_and_controls(tmp_path: Path) -> None:
    document = docx.Document()
    document.element.body.insert(0, parse_xml(
        f'<w:p {nsdecls("w")}><w:r><w:t>Số: 1</w:t></w:r><w:del><w:r><w:delText>99</w:delText></w:r></w:del>'
        "<w:ins><w:r><w:t>2/QĐ-UBND</w:t></w:r></w:ins></w:p>"
    ))  # fmt: skip
    document.element.body.insert(1, parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtContent><w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:sdtContent></w:sdt>'
    ))  # fmt: skip
    document.save((tmp_path / "sua.docx").as_posix())

    assert read_blocks(tmp_path / "sua.docx").blocks == (
        Paragraph("Số: 12/QĐ-UBND"),
        Row(("ô",), table=1, number=1),
    )


def test_a_list_inside_a_layout_table_of_a_web_page(tmp_path: Path) -> None:
    inner = "<table><tr><td>STT</td><td>Mã TTHC</td><td>Tên TTHC</td></tr><tr><td>1</td><td>1.001080</td><td>Đăng ký<br>khai sinh</td></tr></table>"
    (tmp_path / "trang.html").write_text(
        f"<html><body>{HEAD}<table><tr><td>{inner}</td></tr></table></body></html>",
        encoding="utf-8",
    )

    data = as_json(read_decision(tmp_path / "trang.html"))

    assert [(item["ma"], item["ten"], item["loai"]) for item in data["muc"]] == [
        ("1.001080", "Đăng ký khai sinh", "moi")
    ]


def test_a_page_that_word_saved_with_numbers_for_letters(tmp_path: Path) -> None:
    page = (
        f"<html><head><meta charset='windows-1252'></head><body>{HEAD}<p>caf\xe9</p></body></html>"
    )
    (tmp_path / "trang.html").write_bytes(page.encode("windows-1252", "xmlcharrefreplace"))

    decision = read_decision(tmp_path / "trang.html")

    assert (decision.number, decision.title) == (
        "12/QĐ-UBND",
        "Về việc công bố thủ tục hành chính mới ban hành",
    )


def test_a_table_in_markdown(tmp_path: Path) -> None:
    text = "Số: 12/QĐ-UBND\n\nDANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ\n\n| STT | Mã TTHC | Tên TTHC |\n|---|---|---|\n| 1 | 1.001080 | Đăng ký khai sinh |\n| 2 | | Đăng ký khai tử |\n"
    (tmp_path / "bang.txt").write_text(text, encoding="utf-8")

    data = as_json(read_decision(tmp_path / "bang.txt"))

    assert [(item["loai"], item["ma"], item["ten"]) for item in data["muc"]] == [
        ("bai_bo", "1.001080", "Đăng ký khai sinh"),
        ("bai_bo", None, "Đăng ký khai tử"),
    ]


def test_a_pdf_table_without_lines_is_left_to_a_person_row_by_row(tmp_path: Path) -> None:
    rows = "".join(f"[{n}], [1.00000{n}], [Việc số {n}]," for n in range(1, 4))
    compile_pdf(
        f"Số: 12/QĐ-UBND \\\nQUYẾT ĐỊNH \\\nVề việc công bố thủ tục hành chính\n\n#table(columns: 3, stroke: none, [STT], [Mã TTHC], [Tên TTHC], {rows})",
        tmp_path / "tep.pdf",
    )

    data = as_json(read_decision(tmp_path / "tep.pdf"))

    assert data["muc"] == []
    assert data["tong"]["dong"] == data["tong"]["van_de"] == 3
    assert any("1.000002" in words and "Việc số 2" in words for words in lost(data))


def test_one_scanned_page_among_others_is_pointed_out(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", tmp_path.as_posix())
    tesseract.is_ready.cache_clear()
    source = make(tmp_path, D3501, "pdf")
    with pypdfium2.PdfDocument(source) as pdf:
        pdf[1].render(scale=2).to_pil().save(tmp_path / "anh.pdf")
        with pypdfium2.PdfDocument(tmp_path / "anh.pdf") as picture:
            pdf.import_pages(picture)
        pdf.save(tmp_path / "lan.pdf")

    data = as_json(read_decision(tmp_path / "lan.pdf"))
    tesseract.is_ready.cache_clear()

    assert len(data["muc"]) == len(D3501.entries)
    assert "trang 3 là ảnh" in said(data)


def test_running_lines_of_pages_are_no_text(tmp_path: Path) -> None:
    rows = "".join(f"[{n}], [1.{n:06}], [Việc số {n}]," for n in range(1, 120))
    compile_pdf(
        f'#set page(paper: "a4", flipped: true, header: [Cổng thông tin của tỉnh], numbering: "1/1")\nSố: 12/QĐ-UBND\n\nDANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (119 TTHC)\n#table(columns: 3, table.header([STT], [Mã TTHC], [Tên TTHC]), {rows})',
        tmp_path / "tep.pdf",
    )

    data = as_json(read_decision(tmp_path / "tep.pdf"))

    assert [item["ma"] for item in data["muc"]] == [f"1.{n:06}" for n in range(1, 120)]
    assert max(item["trang"] for item in data["muc"]) > 3


def test_a_name_under_a_narrow_column_is_whole_again(tmp_path: Path) -> None:
    data = read_back(
        tmp_path,
        small(
            BIRTH,
            Entry(
                "moi", "1.000656", "Đăng ký lại khai sinh cho người nước ngoài thường trú", ("xa",)
            ),
        ),
        "pdf",
    )

    assert data["muc"][1]["ten"] == "Đăng ký lại khai sinh cho người nước ngoài thường trú"
