"""CPU seconds of `cchc flag`: 6,000 rows of lists, and a decision of 60 items in PDF.

    make bench

Each figure is a whole process's CPU time, the median of several runs taken in turn with a bare start
(interpreter and imports), which is then taken off. Seconds are for reading, not for failing.
"""

from __future__ import annotations

import datetime as dt
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from cchc.procedures.store import load
from tests.province.decision.make import make
from tests.province.decision.sixty import SIXTY

ROOT = Path(__file__).parents[2]
RUNS = 5
ROWS = 6000
BANNER = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "")
HEADING = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
ELSEWHERE = ("Sở Tư pháp", "Chủ tịch UBND cấp tỉnh\nSở Xây dựng", "Cục Thuế", "Bộ Tư pháp")
WARD = "Ủy ban nhân dân cấp xã"
# One row in fifty is a procedure of the ward level that the ward does not have yet.
NEW_EVERY = 50
START = "import cchc.cli.main, cchc.changes.flagging"
STARTS = {
    "khởi động (Python và các mô-đun)": START,
    "khởi động để đọc quyết định": f"{START}, cchc.province.decision.files.pdf_blocks",
}


def cpu(words: list[str], folder: Path, codes: tuple[int, ...]) -> float:
    """Give the CPU seconds of one process and its children, user and system.

    `codes` are the exit codes that show that the work was done: a refused list costs little.
    """
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, check=False)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode not in codes:
        raise SystemExit(done.stdout.decode() + done.stderr.decode())
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def write_list(path: Path) -> Path:
    """Write a national list: what the ward has, and other procedures up to `ROWS` rows."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách TTHC")
    sheet.append(BANNER)
    sheet.append(HEADING)
    ours = load(ROOT).in_force(dt.date(2026, 11, 24)).values()
    for each in ours:
        sheet.append((each.code, each.name, "Bộ Tư pháp", WARD, each.field_of_service))
    for number in range(ROWS - len(ours)):
        agency = WARD if number % NEW_EVERY == 0 else ELSEWHERE[number % len(ELSEWHERE)]
        name = f"Cấp giấy xác nhận số {number} cho tổ chức, cá nhân trên địa bàn"
        sheet.append(
            (f"1.{500000 + number}", name, "Bộ Tư pháp", agency, f"Lĩnh vực {number % 40}")
        )
    book.save(path)
    return path


def main() -> int:
    """Measure in turn and print a table."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "procedures", folder / "procedures")
        shutil.copy(ROOT / "mkdocs.yml", folder)
        flag = [sys.executable, "-m", "cchc.cli.main", "flag", "--dry-run"]
        commands = {what: [sys.executable, "-c", code] for what, code in STARTS.items()}
        commands |= {
            f"danh sách {ROWS} dòng, .xlsx": [*flag, str(write_list(folder / "danh-sach.xlsx"))],
            "quyết định 60 thủ tục, .pdf": [*flag, str(make(folder, SIXTY, "pdf"))],
        }
        times: dict[str, list[float]] = {what: [] for what in commands}
        # The first round writes the caches that every later run finds.
        for _ in range(RUNS + 1):
            for what, words in commands.items():
                times[what].append(cpu(words, folder, (0,) if what in STARTS else (1,)))
    middles = {what: statistics.median(each[1:]) for what, each in times.items()}
    starts = [middles[what] for what in STARTS]
    for what, start in zip(commands, [*starts, *starts], strict=True):
        cold = f"; lần đầu {times[what][0]:.2f}"
        sys.stdout.write(
            f"{what:36} {middles[what]:6.2f} giây CPU;"
            f" trừ khởi động {middles[what] - start:6.2f}{cold}\n"
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
