"""`cchc check`, `cchc fmt`, `cchc schema`."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from cchc.base.clock import today
from cchc.base.files import relative, write_atomically
from cchc.base.problems import Problem, Severity, errors
from cchc.procedures import schema
from cchc.procedures.completeness import missing_parts, unstated_parts
from cchc.procedures.formatting import format_files
from cchc.procedures.store import FOLDER, Catalogue, load
from cchc.province.sources.settings import FILE as SOURCES
from cchc.province.sources.settings import canonical_sources, read_sources
from cchc.publish.checking import check_portal
from cchc.reform.kinds import forms, schemas


def add_commands(commands: Any) -> None:  # noqa: ANN401 - argparse hides this type
    """Add this room's commands."""
    check = commands.add_parser("check", help="kiểm tra dữ liệu: cấu trúc, mã, phần còn thiếu")
    check.add_argument("tep", nargs="*", metavar="TỆP", help="chỉ in điều của các tệp này")
    check.add_argument("--summary", action="store_true", help="chỉ in lỗi và số đếm")
    check.set_defaults(run=run_check)
    fmt = commands.add_parser("fmt", help="viết lại tệp dữ liệu theo dạng chuẩn")
    fmt.add_argument("tep", nargs="*", metavar="TỆP", help="mặc định: mọi tệp dữ liệu và mọi bài")
    fmt.set_defaults(run=run_fmt, writes=True)
    command = commands.add_parser("schema", help="viết lại các tệp schema.json từ mô hình")
    command.set_defaults(run=run_schema, writes=True)


def run_check(root: Path, options: argparse.Namespace) -> int:
    """Print every problem, then the counts; 1 where there is an error."""
    catalogue = load(root)
    asked = {relative(Path(each), root) for each in options.tep}
    every = (*_absent(root, asked), *check_portal(root, catalogue, today()))
    found = [each for each in every if not asked or each.path in asked]
    for problem in errors(found) if options.summary else found:
        print(problem)
    print(_counts(catalogue, found))
    return 1 if errors(found) else 0


def _absent(root: Path, asked: Iterable[str]) -> Iterator[Problem]:
    for name in sorted(asked):
        if not (root / name).is_file():
            yield Problem(name, 0, "không có tệp này; xem lại tên và thư mục")


def _counts(catalogue: Catalogue, found: list[Problem]) -> str:
    current = catalogue.in_force(today()).values()
    missing = Counter(part.title for each in current for part in missing_parts(each))
    complete = sum(not missing_parts(each) for each in current)
    unstated = sum(bool(unstated_parts(each)) for each in current if not missing_parts(each))
    unconfirmed = sum(each.confirmed is None for each in current)
    kinds = Counter(each.severity for each in found)
    lines = [
        f"Thủ tục đang hiệu lực: {len(current)}.",
        f"Đủ phần: {complete} (trong đó {unstated} có phần nguồn không ghi).",
        f"Còn thiếu phần: {len(current) - complete}.",
        f"Chưa có người xác nhận: {unconfirmed}.",
        *(f"  thiếu {title}: {count}" for title, count in missing.most_common()),
        f"Lỗi: {kinds[Severity.ERROR]}; nhắc: {kinds[Severity.WARNING]}.",
    ]
    return "\n".join(lines)


def run_fmt(root: Path, options: argparse.Namespace) -> int:
    """Print what was rewritten and what could not be read; 1 where something could not."""
    asked = [Path(each) for each in options.tep]
    done = format_files(root, asked, {SOURCES: _sources_form}, dict(forms(root)))
    for problem in done.problems:
        print(problem)
    for path in done.written:
        print(f"đã viết lại: {path}")
    print(f"Viết lại {len(done.written)} tệp; {len(done.problems)} điều phải sửa tay.")
    return 1 if done.problems else 0


def _sources_form(name: str, raw: bytes) -> str:
    return canonical_sources(read_sources(name, raw))


def run_schema(root: Path, _options: argparse.Namespace) -> int:
    """Write the JSON Schemas beside the data."""
    texts = {f"{FOLDER}/{schema.FILE}": schema.schema_text(), **schemas()}
    for path, text in texts.items():
        changed = write_atomically(root / path, text.encode())
        print(f"{path}: {'đã viết lại' if changed else 'không đổi'}.")
    return 0
