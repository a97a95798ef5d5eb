"""CPU seconds of `cchc flag`: 6,000 rows of lists, and a decision of 60 items in PDF.

    make bench

Each figure is a whole process's CPU time, the median of several runs taken in turn with a bare start
(interpreter and imports), which is then taken off. Seconds are for reading, not for failing.
"""

from __future__ import annotations

import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

import openpyxl

from tests.province.decision.make import make
from tests.province.decision.sixty import SIXTY

ROOT = Path(__file__).parents[2]
RUNS = 5
ROWS = 6000
BANNER = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nDANH SÁCH THỦ TỤC HÀNH CHÍNH", "", "", "", "")
HEADING = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
AGENCIES = ("Ủy ban nhân dân cấp xã", "Sở Tư pháp", "Chủ tịch UBND cấp tỉnh\nSở Xây dựng", "")
BARE = "import cchc.cli.main, cchc.province.decision.read, cchc.province.decision.pdf_blocks"


def cpu(words: list[str], folder: Path) -> float:
    """Give the CPU seconds of one process and its children, user and system."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    subprocess.run(words, cwd=folder, env=environment, stdout=subprocess.DEVNULL,
                   stderr=subprocess.DEVNULL, check=False)  # fmt: skip
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime - before.ru_utime) + (after.ru_stime - before.ru_stime)


def write_list(path: Path) -> Path:
    """Write a national list of `ROWS` procedures, a quarter of them the ward level's."""
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet("Danh sách TTHC")
    sheet.append(BANNER)
    sheet.append(HEADING)
    for number in range(ROWS):
        agency = AGENCIES[number % len(AGENCIES)]
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
        commands = {
            "khởi động (Python và các mô-đun)": [sys.executable, "-c", BARE],
            f"danh sách {ROWS} dòng, .xlsx": [*flag, str(write_list(folder / "danh-sach.xlsx"))],
            "quyết định 60 thủ tục, .pdf": [*flag, str(make(folder, SIXTY, "pdf"))],
        }
        times: dict[str, list[float]] = {what: [] for what in commands}
        for _ in range(RUNS):
            for what, words in commands.items():
                times[what].append(cpu(words, folder))
    start, *_ = (statistics.median(each) for each in times.values())
    for what, each in times.items():
        middle = statistics.median(each)
        sys.stdout.write(f"{what:36} {middle:6.2f} giây CPU; trừ khởi động {middle - start:6.2f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
