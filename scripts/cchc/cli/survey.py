"""`cchc survey import`, `cchc survey form`."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from cchc.base.files import relative, write_atomically
from cchc.base.problems import Problem, Refused, errors
from cchc.base.ward import load_ward
from cchc.cli.survey_form import add_form
from cchc.procedures.store import load
from cchc.province.workbook import Workbook, open_workbook
from cchc.reform.kind import Around
from cchc.reform.periods import EXAMPLES, NotAPeriodError, period
from cchc.reform.store import canonical_sheet, read_sheet
from cchc.reform.survey.columns import Rows, find_table
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.import_report import report
from cchc.reform.survey.importing import Imported, Wanted, import_rows
from cchc.reform.survey.levels import Reading
from cchc.reform.survey.model import Survey

FULL = (
    "tệp này đã có số liệu; thêm --replace để thay bằng số liệu của bảng (câu hỏi, số phiếu phát"
    " ra … giữ nguyên)"
)


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    survey = commands.add_parser("survey", help="khảo sát hài lòng: nhập kết quả, in phiếu")
    of_survey = survey.add_subparsers(
        title="Lệnh", metavar="LỆNH", required=True, prog="cchc survey"
    )
    command = of_survey.add_parser("import", help="nhập bảng trả lời .xlsx, mỗi phiếu một dòng")
    add = command.add_argument
    add("tep", type=Path, metavar="TỆP.xlsx", help="bảng trả lời; cột thông tin cá nhân bị bỏ")
    add("--period", required=True, type=_period, metavar="KỲ", help=EXAMPLES)
    add("--sent", type=_count, default=None, metavar="SỐ", help="số phiếu phát ra")
    add("--best", choices=("1", "5"), default="5",
        help="trả lời bằng số: 5 (số lớn nhất) hay 1 là hài lòng nhất; mặc định 5")  # fmt: skip
    add("--skip-bad", action="store_true", help="bỏ các dòng không đọc được, nhập các dòng còn lại")
    add("--replace", action="store_true", help="thay số liệu đã có của kỳ này")
    add("--dry-run", action="store_true", help="chỉ in, không ghi tệp")
    command.set_defaults(run=run_import, writes=True)
    add_form(of_survey)


def _period(text: str) -> str:
    try:
        return period(text).name
    except NotAPeriodError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _count(text: str) -> int:
    if not text.isdigit():
        message = f"“{text}” không phải số phiếu; viết số nguyên, ví dụ 150"
        raise argparse.ArgumentTypeError(message)
    return int(text)


def run_import(root: Path, options: argparse.Namespace) -> int:
    """Write the period's file and tell what became of each column; nothing where a row is bad."""
    path = root / SURVEY.path(options.period)
    head = _head(root, path, options)
    wanted = Wanted(str(options.tep), options.period, options.best == "1", options.skip_bad)
    workbook = _opened(options.tep)
    catalogue = load(root)
    rows = _rows(workbook, Reading(head.levels, wanted.one_is_best))
    made = import_rows(rows, head, catalogue.fields, wanted)
    around = Around(root, load_ward(root), catalogue)
    _refuse_faults(made, options.period, around)
    if not options.dry_run:
        write_atomically(path, canonical_sheet(made.survey).encode())
    print("\n".join(report(made, relative(path, root), dry_run=options.dry_run)))
    return 0


def _head(root: Path, path: Path, options: argparse.Namespace) -> Survey:
    """Give what the period's file says already. Raise `Refused` where it has counts."""
    name = relative(path, root)
    head = read_sheet(SURVEY, name, path.read_bytes()) if path.is_file() else Survey()
    if not options.replace and any(q.counts or q.hidden for q in head.questions):
        raise Refused([Problem(name, 1, FULL)])
    return head if options.sent is None else head.model_copy(update={"sent": options.sent})


def _opened(path: Path) -> Workbook:
    if not path.is_file():
        raise Refused([Problem(str(path), 1, "không có tệp này; xem lại tên và thư mục")])
    return open_workbook(path)


def _rows(workbook: Workbook, reading: Reading) -> Rows:
    """Take the first sheet that has answers; else the first, of which the fault is told."""
    sheets = [each.rows for each in workbook.sheets]
    return next((rows for rows in sheets if find_table(rows, reading)), sheets[0] if sheets else ())


def _refuse_faults(made: Imported, name: str, around: Around) -> None:
    """Raise `Refused` with what the check would say of the file."""
    path = SURVEY.path(name)
    told = [Problem(path, 1, each.message, each.severity)
            for each in SURVEY.faults(made.survey, name, around)]  # fmt: skip
    if wrong := errors(told):
        raise Refused([*wrong, *_unwritten(path)])


def _unwritten(path: str) -> Iterator[Problem]:
    yield Problem(path, 1, "chưa ghi gì")
