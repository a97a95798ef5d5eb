"""Word exports made of the facts of real ones, in the layouts that such files come in."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import docx
from docx.document import Document
from docx.table import _Cell

METADATA = (
    ("mã_thủ_tục", "Mã thủ tục"), ("số_quyết_định", "Số quyết định"),
    ("tên_thủ_tục", "Tên thủ tục"), ("cấp_thực_hiện", "Cấp thực hiện"),
    ("loại_thủ_tục", "Loại thủ tục"), ("lĩnh_vực", "Lĩnh vực"),
)  # fmt: skip
BEFORE = (("trình_tự_thực_hiện", "Trình tự thực hiện"),)
AFTER = (
    ("đối_tượng_thực_hiện", "Đối tượng thực hiện"), ("cơ_quan_thực_hiện", "Cơ quan thực hiện"),
    ("cơ_quan_có_thẩm_quyền", "Cơ quan có thẩm quyền"),
    ("địa_chỉ_tiếp_nhận_hs", "Địa chỉ tiếp nhận HS"),
    ("cơ_quan_được_ủy_quyền", "Cơ quan được ủy quyền"), ("cơ_quan_phối_hợp", "Cơ quan phối hợp"),
    ("kết_quả_thực_hiện", "Kết quả thực hiện"),
)  # fmt: skip
LAST = (
    ("yêu_cầu_điều_kiện_thực_hiện", "Yêu cầu, điều kiện thực hiện"), ("từ_khóa", "Từ khóa"),
    ("mô_tả", "Mô tả"),
)  # fmt: skip
METHODS = ("Hình thức nộp", "Thời hạn giải quyết", "Phí, lệ phí", "Mô tả")
PAPERS = ("Tên giấy tờ", "Mẫu đơn, tờ khai", "Số lượng")
LEGAL = ("Số ký hiệu", "Trích yếu", "Ngày ban hành", "Cơ quan ban hành")


class Style(enum.Enum):
    """One paragraph “label: value”; a label and then its paragraphs; a form of two columns."""

    ONE_LINE = enum.auto()
    BELOW = enum.auto()
    FORM = enum.auto()


def write(path: Path, facts: dict[str, Any], style: Style) -> Path:
    """Write one export. `facts` as in the parsed rows: metadata, content, tables."""
    document = docx.Document()
    document.add_heading("CHI TIẾT THỦ TỤC HÀNH CHÍNH", 1)
    texts, tables = facts["metadata"] | facts["content"], facts["tables"]
    _labels(document, METADATA + BEFORE, texts, style)
    _table(document, "Cách thức thực hiện", METHODS, _method_rows(tables), style)
    _table(document, "Thành phần hồ sơ", PAPERS, _paper_rows(tables), style)
    _labels(document, AFTER, texts, style)
    _table(document, "Căn cứ pháp lý", LEGAL, _legal_rows(tables), style)
    _labels(document, LAST, texts, style)
    document.save(path.as_posix())
    return path


def _method_rows(tables: dict[str, Any]) -> list[tuple[str, ...]]:
    keys = ("hinh_thuc", "thoi_han_giai_quyet", "phi_le_phi", "mo_ta")
    return [tuple(row[key] for key in keys) for row in tables["hinh_thuc_nop"]]


def _paper_rows(tables: dict[str, Any]) -> list[tuple[str, ...]]:
    # The parsed rows are shifted by a column: the form under so_luong, the count under ghi_chu.
    keys = ("ten_giay_to", "so_luong", "ghi_chu")
    return [tuple(row[key] for key in keys) for row in tables["thanh_phan_ho_so"]]


def _legal_rows(tables: dict[str, Any]) -> list[tuple[str, ...]]:
    keys = ("so_ky_hieu", "trich_yeu", "ngay_ban_hanh", "co_quan_ban_hanh")
    return [tuple(row.get(key) or "" for key in keys) for row in tables["can_cu_phap_ly"]]


def _labels(
    document: Document, labels: Sequence[tuple[str, str]], texts: dict[str, str], style: Style
) -> None:
    form = document.add_table(0, 2) if style is Style.FORM else None
    for key, label in labels:
        value = texts.get(key, "")
        if form is not None:
            left, right = form.add_row().cells
            left.text, right.text = label, value
        elif style is Style.ONE_LINE:
            document.add_paragraph(f"{label}: {value}")
        else:
            document.add_paragraph(f"{label}:")
            for line in value.split("\n"):
                document.add_paragraph(line)


def _table(
    document: Document,
    label: str,
    heading: Sequence[str],
    rows: Sequence[Sequence[str]],
    style: Style,
) -> None:
    if style is Style.FORM:
        form = document.add_table(0, 2)
        left, right = form.add_row().cells
        left.text = label
        _fill(right, heading, rows)
        return
    document.add_paragraph(f"{label}:")
    if label == "Thành phần hồ sơ":
        document.add_paragraph("Bao gồm")
    _fill(document, heading, rows)


def _fill(holder: Document | _Cell, heading: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    table = holder.add_table(0, len(heading))
    for row in (heading, *rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
