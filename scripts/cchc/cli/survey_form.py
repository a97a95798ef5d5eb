"""`cchc survey form`: the form to print, as PDF or Word file."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

from cchc.base.clock import today
from cchc.base.files import write_atomically
from cchc.base.problems import warning
from cchc.base.site_address import load_site_url
from cchc.reform.periods import NotAPeriodError, period

ENDINGS = (".pdf", ".docx")
ONE_PAGE = 1


def add_form(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add the command."""
    command = commands.add_parser("form", help="phiếu khảo sát để in: một tờ A4, không hỏi tên")
    add = command.add_argument
    add("-o", "--output", required=True, type=_file, metavar="TỆP", help="phieu.pdf hay phieu.docx")
    add("--period", default=None, type=_period, metavar="KỲ",
        help="câu hỏi của kỳ này; mặc định: của kỳ gần nhất, không có thì câu gợi ý")  # fmt: skip
    command.set_defaults(run=run_form)


def _file(text: str) -> Path:
    if Path(text).suffix.lower() not in ENDINGS:
        message = f"“{text}” không phải tên tệp PDF hay Word; viết như phieu.pdf hoặc phieu.docx"
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def _period(text: str) -> str:
    try:
        return period(text).name
    except NotAPeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def run_form(root: Path, options: argparse.Namespace) -> int:
    """Write the form; say where its questions are from, and where it is longer than a page."""
    # Making sheets takes many modules: no other command waits for them.
    from cchc.site.pages import load_portal  # noqa: PLC0415
    from cchc.site.sheets.survey_docx import form_docx  # noqa: PLC0415
    from cchc.site.sheets.survey_form import form_sheet, print_form  # noqa: PLC0415
    from cchc.site.sheets.typesetting import fonts_of  # noqa: PLC0415

    portal = load_portal(root, today(), load_site_url(root))
    form = form_sheet(portal, options.period or "")
    pages = ONE_PAGE
    if options.output.suffix.lower() == ".pdf":
        made, pages = print_form(form, portal, fonts_of(_fonts(root)))
    else:
        made = form_docx(form, portal)
    write_atomically(options.output, made)
    print(f"Đã viết {options.output}: {len(form.questions)} câu hỏi.")
    if form.proposed:
        print("Câu hỏi là câu gợi ý của chương trình: trong dữ liệu chưa có câu hỏi của phường.")
    if not form.address:
        print("Chưa có mã QR: ghi địa chỉ kênh khảo sát vào extra.ward.khao_sat trong mkdocs.yml.")
    if pages > ONE_PAGE:
        print(f"Phiếu dài {pages} trang: bớt câu hỏi, hoặc viết câu ngắn hơn.")
    return 0


def _fonts(root: Path) -> Path | None:
    from cchc.site.sheets.fonts import MISSING, font_folder  # noqa: PLC0415 - as above

    folder = font_folder(root)
    if folder is None:
        sys.stderr.write(f"{warning('node_modules', 0, MISSING)}\n")
    return folder
