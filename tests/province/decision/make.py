"""Writes a described decision as .docx, .xlsx, .pdf, .html or .txt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from tests.province.decision.description import Description
from tests.province.decision.make_docx import write_docx
from tests.province.decision.make_html import write_html, write_txt
from tests.province.decision.make_pdf import write_pdf
from tests.province.decision.make_xlsx import write_xlsx

MAKERS: dict[str, Callable[[Path, Description], Path]] = {
    "docx": write_docx,
    "xlsx": write_xlsx,
    "pdf": write_pdf,
    "html": write_html,
    "txt": write_txt,
}


def make(folder: Path, decision: Description, form: str) -> Path:
    return MAKERS[form](folder / f"{decision.name}.{form}", decision)
