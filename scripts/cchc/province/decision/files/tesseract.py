"""The program tesseract, where it is installed: letters out of a picture."""

from __future__ import annotations

import csv
import functools
import shutil
import subprocess
from collections.abc import Iterator

from cchc.province.decision.files.pages import Box, Word

LANGUAGE = "vie"
PROGRAM = "tesseract"
LONGEST_REGION = 30
# Below so many percent tesseract only guesses at specks.
SURE = 20.0
WORD_LEVEL = "5"


@functools.cache
def is_ready() -> bool:
    """Tell whether tesseract is installed with Vietnamese."""
    program = shutil.which(PROGRAM)
    if program is None:
        return False
    try:
        command = [program, "--list-langs"]
        done = subprocess.run(command, capture_output=True, timeout=20, check=False)  # noqa: S603 - found on PATH, fixed words
    except (OSError, subprocess.TimeoutExpired):
        return False
    return LANGUAGE in done.stdout.decode(errors="replace").split()


def words_in(png: bytes, dpi: int) -> Iterator[Word]:
    """Read one block of text; places in pixels. Raise what `subprocess` raises."""
    # 6: the picture is one block of lines; tesseract need not look for columns.
    options = ["-l", LANGUAGE, "--dpi", str(dpi), "--psm", "6", "tsv"]
    done = subprocess.run(  # noqa: S603 - a fixed program, our own options, the picture on stdin
        [PROGRAM, "stdin", "stdout", *options],
        input=png,
        capture_output=True,
        timeout=LONGEST_REGION,
        check=True,
    )
    lines = done.stdout.decode(errors="replace").splitlines()
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        text = (row["text"] or "").strip()
        if row["level"] == WORD_LEVEL and float(row["conf"]) >= SURE and text:
            left, top = float(row["left"]), float(row["top"])
            yield Word(text, Box(left, top, left + float(row["width"]), top + float(row["height"])))
