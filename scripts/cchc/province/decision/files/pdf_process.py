"""A PDF is read by a process of its own: a hostile one can take no more than its time and memory.

As a program: `python -m cchc.province.decision.files.pdf_process FILE` prints the pages as JSON;
`--ocr 1,2,3` reads those pages by tesseract instead.
"""

from __future__ import annotations

import contextlib
import json
import logging
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from cchc.province.content import refuse
from cchc.province.decision.files import ocr, pdf_pages
from cchc.province.decision.files.pages import Page, from_data, to_data

MEMORY = 3 * 1024**3
LONGEST = 90
LONGEST_OCR_PAGE = 40
BROKEN = "tệp PDF bị hỏng hoặc không phải PDF; lấy lại tệp từ nguồn"
ENCRYPTED = "tệp PDF có mật khẩu; mở bằng mật khẩu rồi in ra PDF không mật khẩu"
TOO_LONG = "tệp PDF có {n} trang, tối đa {most}; tách riêng quyết định và phụ lục"
TOO_SLOW = "tệp PDF quá nặng (quá {n} giây hoặc quá nhiều bộ nhớ); không giống quyết định, xem lại"


def pages_of(path: Path) -> tuple[Page, ...]:
    """Read a PDF's pages. Raise `Refused` with what is wrong and what to do."""
    return _ask(path, [], LONGEST)


def scanned_pages(path: Path, numbers: Sequence[int]) -> tuple[Page, ...]:
    """Read pages that are pictures, by tesseract. Raise `Refused`."""
    listed = ",".join(map(str, numbers))
    return _ask(path, ["--ocr", listed], LONGEST + LONGEST_OCR_PAGE * len(numbers))


def _ask(path: Path, options: list[str], seconds: int) -> tuple[Page, ...]:
    command = [sys.executable, "-m", __name__, str(path.resolve()), *options]
    try:
        done = subprocess.run(command, capture_output=True, timeout=seconds, check=False)  # noqa: S603 - our own module
    except subprocess.TimeoutExpired:
        raise refuse(path, TOO_SLOW.format(n=seconds)) from None
    answer: dict[str, Any] = {}
    with contextlib.suppress(ValueError):
        answer = json.loads(done.stdout)
    if "pages" not in answer:
        raise refuse(path, answer.get("refused", TOO_SLOW.format(n=seconds)))
    return tuple(from_data(page) for page in answer["pages"])


def main(arguments: Sequence[str]) -> int:
    """Read a file and print its pages, or why not."""
    logging.disable(logging.CRITICAL)
    path = Path(arguments[0])
    _limit(LONGEST if len(arguments) == 1 else 0)
    try:
        if len(arguments) > 1:
            pages = ocr.read_pages(path, [int(number) for number in arguments[2].split(",")])
        else:
            pages = pdf_pages.read_pages(path)
        answer: dict[str, Any] = {"pages": [to_data(page) for page in pages]}
    except pdf_pages.TooManyPagesError as error:
        answer = {"refused": TOO_LONG.format(n=error.args[0], most=pdf_pages.MAX_PAGES)}
    except pdf_pages.EncryptedError:
        answer = {"refused": ENCRYPTED}
    except (MemoryError, pdf_pages.TooHeavyError):
        answer = {"refused": TOO_SLOW.format(n=LONGEST)}
    except Exception:  # noqa: BLE001 - a broken PDF fails anywhere in the libraries, in any way
        answer = {"refused": BROKEN}
    json.dump(answer, sys.stdout, ensure_ascii=True)
    return 0


def _limit(seconds: int) -> None:
    """Bound this process's memory and time where the system can."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource  # noqa: PLC0415 - Windows has none

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        if seconds:
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 5))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
