"""Files that an officer brings: a real Word file with a table and two pictures."""

from __future__ import annotations

import io
from pathlib import Path

import docx
from docx.shared import Cm
from PIL import Image, ImageDraw

TITLE = "Phường tập huấn nộp hồ sơ trực tuyến"
OPENING = "Sáng 20/11/2026, phường mở lớp hướng dẫn nộp hồ sơ trực tuyến cho các tổ dân phố."


def word_file(path: Path, title: str = TITLE) -> Path:
    """Write a post as Word keeps it: heading, text, a table, two pictures without descriptions."""
    paper = docx.Document()
    paper.add_heading(title, 0)
    paper.add_paragraph(OPENING)
    paper.add_picture(picture("#4a2570"), width=Cm(12))
    paper.add_paragraph("Lớp học gồm hai buổi như bảng dưới đây, người dân đến tự do.")
    table = paper.add_table(rows=0, cols=2)
    table.style = "Table Grid"
    for row in (("Buổi", "Nội dung"), ("Thứ nhất", "Tạo tài khoản"), ("Thứ hai", "Nộp hồ sơ")):
        for cell, words in zip(table.add_row().cells, row, strict=True):
            cell.text = words
    paper.add_picture(picture("#d9a32b"), width=Cm(12))
    paper.add_paragraph("Hết lớp, nhiều người tự nộp được hồ sơ.")
    paper.save(str(path))
    return path


def picture(colour: str) -> io.BytesIO:
    """Draw a picture."""
    drawn, stream = Image.new("RGB", (900, 600), colour), io.BytesIO()
    ImageDraw.Draw(drawn).ellipse((300, 150, 600, 450), fill="white")
    drawn.save(stream, "JPEG")
    stream.seek(0)
    return stream
