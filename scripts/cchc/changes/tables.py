"""Tables of plain text for a terminal: columns lined up, long texts wrapped under themselves."""

from __future__ import annotations

import shutil
import sys
import textwrap
from collections.abc import Iterable, Sequence

WIDEST = 100


def terminal_width() -> int:
    """Wrap for a terminal, at most 100 columns; a file or a pipe gets whole lines (0)."""
    return min(shutil.get_terminal_size().columns, WIDEST) if sys.stdout.isatty() else 0


def columns(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Line up rows under a heading: the first column to the left, numbers to the right."""
    lines = [list(heading), *(list(row) for row in rows)]
    widths = [max(len(cell) for cell in column) for column in zip(*lines, strict=True)]
    return "\n".join(
        "  ".join(
            cell.ljust(width) if index == 0 else cell.rjust(width)
            for index, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    )


def hanging(label: str, text: str, width: int) -> str:
    """Write a label and a text whose further lines stand under its first; 0: on one line."""
    if not width:
        return f"{label}{text}"
    return textwrap.fill(
        text,
        width=width,
        initial_indent=label,
        subsequent_indent=" " * len(label),
        break_long_words=False,
        break_on_hyphens=False,
    )
