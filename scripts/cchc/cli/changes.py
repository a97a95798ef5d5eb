"""`cchc import`, `cchc flag`."""

from __future__ import annotations

import argparse
import datetime as dt
import re
import sys
from pathlib import Path
from typing import Any

from cchc.base.clock import NotADateError, parse_date, today
from cchc.base.codes import bare_code, codes_in
from cchc.base.problems import Refused
from cchc.changes.findings import Changes
from cchc.changes.flag_report import flags_json, flags_markdown, flags_table
from cchc.changes.flagging import flag_files
from cchc.changes.imports.decide import Choice
from cchc.changes.imports.import_report import import_report
from cchc.changes.imports.importing import carry_out, plan_import
from cchc.changes.ledger import record, recorded_text
from cchc.changes.source_flags import flag_sources, sources_text, total_of
from cchc.changes.tables import terminal_width

NOTHING, FLAGGED, BROKEN = 0, 1, 2
MONTH = re.compile(r"(\d{4})-(0?[1-9]|1[0-2])|(0?[1-9]|1[0-2])/(\d{4})")


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    _add_import(commands)
    flag = commands.add_parser("flag", help="đọc quyết định, danh sách; gắn cờ điều thay đổi")
    add = flag.add_argument
    add("tep", nargs="*", type=Path, metavar="TỆP",
        help="quyết định (.docx, .pdf …) hay danh sách; không ghi tệp: hỏi mọi nguồn trong"
        " procedures/sources.yml")  # fmt: skip
    shape = flag.add_mutually_exclusive_group()
    shape.add_argument("--json", action="store_true", help="in JSON thay cho bảng")
    shape.add_argument("--markdown", action="store_true", help="in Markdown thay cho bảng")
    add("--accept", default="", metavar="VÌ SAO", help="vẫn nhận danh sách bị từ chối, ghi lý do")
    add("--dry-run", action="store_true", help="chỉ in, không ghi đề xuất và câu hỏi")
    flag.set_defaults(run=run_flag, writes=True)


def _add_import(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    command = commands.add_parser("import", help="nhập danh sách hoặc bản ghi vào procedures/")
    add = command.add_argument
    add("tep", nargs="+", type=Path, metavar="TỆP", help="danh sách, bản Word, JSON …")
    add("--dry-run", action="store_true", help="chỉ in việc sẽ làm, không ghi gì")
    add("--date", default="", metavar="NGÀY",
        help="ngày lấy nguồn (2026-10-03), hoặc chỉ tháng (2026-06); mặc định: ngày ghi trong tệp,"
        " nếu không có thì hôm nay")  # fmt: skip
    add("--source", default="", metavar="TÊN", help="tên nguồn ghi vào mục `nguon`")
    add("--note", default="", metavar="GHI CHÚ", help="ghi chú của nguồn; mặc định: tên tệp")
    add("--fill-only", action="store_true", help="chỉ điền thêm vào thủ tục đã có, không tạo mới")
    add("--create", nargs="+", default=[], type=_code, metavar="MÃ",
        help="tạo các mã này dù nguồn chỉ để điền thêm (trang đã lưu của Cổng)")  # fmt: skip
    add("--only", nargs="+", default=[], type=_code, metavar="MÃ", help="chỉ lấy các mã này")
    command.set_defaults(run=run_import, writes=True)


def _code(text: str) -> str:
    code = bare_code(text)
    if code is None or codes_in(text) != (code,):
        message = f"“{text}” không phải mã thủ tục (dạng 1.001193)"
        raise argparse.ArgumentTypeError(message)
    return code


def run_import(root: Path, options: argparse.Namespace) -> int:
    """Plan, write unless asked not to, print; 1 where something differs or was not usable."""
    plan = plan_import(root, options.tep, choice_of(options, today()))
    if not options.dry_run:
        carry_out(root, plan)
    print(import_report(plan, dry_run=options.dry_run, width=terminal_width()))
    return FLAGGED if plan.needs_person else NOTHING


def choice_of(options: argparse.Namespace, day: dt.date) -> Choice:
    """Make the choice of the options given; end with a message where the date is none."""
    date, month = _date(options.date)
    note = "; ".join(filter(None, (options.note, month)))
    return Choice(
        day=day,
        source_date=date,
        own_date=not options.date,
        source_name=options.source,
        note=note,
        fill_only=options.fill_only,
        create=frozenset(options.create),
        only=frozenset(options.only),
    )


def _date(text: str) -> tuple[dt.date | None, str]:
    """Read a day; or a month, of which only words are kept."""
    match = MONTH.fullmatch(text.strip())
    if match:
        year, month = match[1] or match[4], int(match[2] or match[3])
        return None, f"lấy trong tháng {month}/{year}"
    try:
        return (parse_date(text), "") if text else (None, "")
    except NotADateError as error:
        sys.stderr.write(f"--date: {error}\n")
        raise SystemExit(BROKEN) from None


def run_flag(root: Path, options: argparse.Namespace) -> int:
    """Print the flags and record what is new; 0 nothing, 1 something flagged, 2 refused."""
    if not options.tep:
        return _flag_sources(root, options)
    day = today()
    try:
        changes = flag_files(root, options.tep, day, options.accept)
    except Refused as refused:
        changes = Changes(refused="; ".join(f"{p.path}: {p.message}" for p in refused.problems))
    print(_shown(changes, options))
    if not options.dry_run:
        sys.stderr.write(f"{recorded_text(record(root, changes, day))}\n")
    if changes.refused is not None:
        return BROKEN
    return FLAGGED if changes.found_anything else NOTHING


def _flag_sources(root: Path, options: argparse.Namespace) -> int:
    """Ask every source; 2 where one failed, whatever the others gave."""
    if options.accept:
        sys.stderr.write("--accept: ghi rõ tệp danh sách được nhận\n")
        return BROKEN
    runs = list(flag_sources(root, today(), write=not options.dry_run))
    changes, recorded = total_of(runs)
    print(_shown(changes, options))
    sys.stderr.write(f"{sources_text(runs)}\n")
    if not options.dry_run:
        sys.stderr.write(f"{recorded_text(recorded)}\n")
    if any(run.failed for run in runs):
        return BROKEN
    return FLAGGED if changes.found_anything else NOTHING


def _shown(changes: Changes, options: argparse.Namespace) -> str:
    if options.json:
        return flags_json(changes)
    return flags_markdown(changes) if options.markdown else flags_table(changes, terminal_width())
