"""`cchc sheets`: posting sheets for the wall, and the index of all."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cchc.base.clock import show_date, today
from cchc.base.codes import bare_code, codes_in
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused, errors, warning
from cchc.base.site_address import load_site_url
from cchc.cli.site import day_of

if TYPE_CHECKING:
    from cchc.site.portal import Entry, Portal
    from cchc.site.sheets.choosing import Chosen
    from cchc.site.sheets.sheet import Sheet
    from cchc.site.sheets.typesetting import Typeset

SHOWN = 12
ONE_PAGE = 1


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's command."""
    command = commands.add_parser("sheets", help="in tờ niêm yết A4 (PDF) để dán tại trụ sở")
    which = command.add_mutually_exclusive_group()
    which.add_argument(
        "ma", nargs="*", default=[], type=_code, metavar="MÃ", help="mặc định: mọi thủ tục"
    )
    which.add_argument("--field", default="", metavar="LĨNH VỰC", help="chỉ một lĩnh vực")
    which.add_argument(
        "--changed-since", type=day_of, metavar="NGÀY", help="chỉ thủ tục có thay đổi từ ngày này"
    )
    command.add_argument("--index", action="store_true", help="in tờ danh mục, không in từng tờ")
    command.add_argument(
        "-o", "--output", required=True, type=_pdf, metavar="TỆP.pdf", help="tệp PDF sẽ viết"
    )
    command.add_argument(
        "--as-of", type=day_of, metavar="NGÀY", help="in như vào ngày này, ví dụ 2027-03-01"
    )
    command.set_defaults(run=run_sheets)


def _code(text: str) -> str:
    code = bare_code(text)
    if code is None or codes_in(text) != (code,):
        message = f"“{text}” không phải mã thủ tục (dạng 1.001193)"
        raise argparse.ArgumentTypeError(message)
    return code


def _pdf(text: str) -> Path:
    if Path(text).suffix.lower() != ".pdf":
        message = f"“{text}” không phải tên tệp PDF; viết như niem-yet.pdf"
        raise argparse.ArgumentTypeError(message)
    return Path(text)


def run_sheets(root: Path, options: argparse.Namespace) -> int:
    """Write the PDF; say what is in it, what is not whole, and which sheets come down."""
    # Making sheets takes many modules: no other command waits for them.
    from cchc.site.pages import load_portal  # noqa: PLC0415
    from cchc.site.sheets.choosing import Wanted, choose  # noqa: PLC0415

    portal = load_portal(root, options.as_of or today(), load_site_url(root))
    wanted = Wanted(tuple(options.ma), options.field, options.changed_since)
    chosen = choose(wanted, portal)
    for problem in errors(portal.catalogue.problems):
        print(problem)
    # A list of sheets to take down alone is an index too.
    if not chosen.entries and not (options.index and chosen.ended):
        print("Không có thủ tục nào để in; không viết tệp.")
    else:
        print(_written(root, options, chosen, portal))
    if chosen.ended:
        print("\n".join(_to_take_down(chosen.ended)))
    return 0


def _written(root: Path, options: argparse.Namespace, chosen: Chosen, portal: Portal) -> str:
    from cchc.site.sheets.fonts import MISSING, font_folder  # noqa: PLC0415 - as above
    from cchc.site.sheets.index import index  # noqa: PLC0415
    from cchc.site.sheets.printing import print_index, print_sheets  # noqa: PLC0415
    from cchc.site.sheets.typesetting import fonts_of  # noqa: PLC0415

    folder = font_folder(root)
    if folder is None:
        sys.stderr.write(f"{warning('node_modules', 0, MISSING)}\n")
    fonts = fonts_of(folder)
    if options.index:
        made = print_index(index(chosen.entries, chosen.ended, portal), portal, fonts)
        _write(options.output, made)
        return f"Đã viết {options.output}: danh mục {len(chosen.entries)} thủ tục."
    printed = print_sheets(chosen.entries, portal, fonts)
    _write(options.output, printed.typeset)
    return "\n".join((f"Đã viết {options.output}: {_sizes(printed.sheets)}", *_doubts(chosen)))


def _write(path: Path, made: Typeset) -> None:
    if made.lacks:
        message = f"không phông nào có chữ “{made.lacks}”; tờ in để ô trống, hãy sửa chữ đó"
        sys.stderr.write(f"{warning('procedures', 0, message)}\n")
    try:
        write_atomically(path, made.pdf)
    except PermissionError as error:
        # On Windows a reader that shows the file keeps it.
        message = "không ghi được tệp; đóng tệp nếu đang mở, hoặc chọn tên hay thư mục khác với -o"
        raise Refused([Problem(str(path), 0, message)]) from error


def _sizes(sheets: tuple[Sheet, ...]) -> str:
    long = [each.code for each in sheets if each.pages > ONE_PAGE]
    pages = sum(each.pages for each in sheets)
    more = f" và {len(long) - SHOWN} mã nữa" if len(long) > SHOWN else ""
    told = f" Dài hơn một trang: {', '.join(long[:SHOWN])}{more}." if long else ""
    return f"{len(sheets)} tờ niêm yết, {pages} trang.{told}"


def _doubts(chosen: Chosen) -> list[str]:
    from cchc.procedures.completeness import missing_parts  # noqa: PLC0415 - as above

    procedures = [each.procedure for each in chosen.entries]
    missing = sum(bool(missing_parts(each)) for each in procedures)
    unconfirmed = sum(each.confirmed is None for each in procedures)
    told = (
        (missing, "tờ ghi rõ là chưa đủ nội dung (thiếu phần nào: `cchc check`)."),
        (unconfirmed, "tờ ghi rõ là đơn vị chưa xác nhận."),
    )
    return [f"{count} {words}" for count, words in told if count]


def _to_take_down(ended: tuple[Entry, ...]) -> list[str]:
    lines = [f"Cần gỡ tờ niêm yết của {len(ended)} thủ tục đã bãi bỏ:"]
    for each in ended:
        end = each.procedure.abolished
        why = f" (từ {show_date(end.since)}, {end.decision.number})" if end else ""
        lines.append(f"  {each.procedure.code}  {each.title}{why}")
    return lines
