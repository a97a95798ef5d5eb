"""argparse that speaks Vietnamese."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable
from typing import Any, NoReturn

BROKEN = 2

_ERRORS = (
    (r"the following arguments are required: (.*)", r"thiếu: \1"),
    (r"unrecognized arguments: (.*)", r"không hiểu: \1"),
    (
        r"argument (.*?): invalid choice: (.*?) \(choose from .*",
        r"\1: không có lệnh hay giá trị \2",
    ),
    (r"argument (.*?): expected one argument", r"\1: thiếu giá trị đi sau"),
    (r"argument (.*?): expected at least one argument", r"\1: thiếu giá trị đi sau"),
    (r"argument (.*?): not allowed with argument (.*)", r"\1 không dùng chung với \2"),
    (r"argument (.*?): invalid .* value: (.*)", r"\1: giá trị \2 không dùng được"),
    (r"argument (.*?): (.*)", r"\1: \2"),
    (r"ambiguous option: (.*?) could match (.*)", r"\1 chưa rõ: có thể là \2"),
)


class _Help(argparse.RawDescriptionHelpFormatter):
    """The help text with Vietnamese headings."""

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        """Begin with “Cách dùng”."""
        super().add_usage(usage, actions, groups, prefix or "Cách dùng: ")


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are Vietnamese; errors exit with 2."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - argparse's own signature
        """Take what ArgumentParser takes."""
        super().__init__(formatter_class=_Help, add_help=False, **options)
        self._positionals.title = "Lệnh và tệp"
        self._optionals.title = "Tùy chọn"
        self.add_argument("-h", "--help", action="help", help="in hướng dẫn này")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how to get help."""
        for english, vietnamese in _ERRORS:
            if re.fullmatch(english, message, re.DOTALL):
                message = re.sub(english, vietnamese, message, flags=re.DOTALL)
                break
        sys.stderr.write(f"{self.prog}: {message}\nXem hướng dẫn: {self.prog} --help\n")
        sys.exit(BROKEN)
