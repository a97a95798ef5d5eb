"""Flags and questions, as JSON for programs and as a table for a person."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from cchc.changes.decisions.decision_report import (
    cell,
    decision_items,
    decision_markdown,
    decision_table,
)
from cchc.changes.findings import DIFFERS, NEW, Changes, Flag, Question
from cchc.changes.imports.import_report import short
from cchc.changes.tables import WIDEST, hanging

NO_LIST = "Bị từ chối, chưa so sánh: "
MEANS_NEW = "danh sách ghi là việc của cấp xã nhưng phường chưa có; xem có phải niêm yết, tiếp nhận"
IGNORED = ("không thuộc phường", "không ghi cơ quan", "thủ tục nội bộ")


def flags_json(changes: Changes) -> str:
    """Write `{"tu_choi", "muc", "cau_hoi"}` as one JSON object."""
    data: dict[str, Any] = {
        "tu_choi": changes.refused,
        "muc": [
            *(_flag(each) for each in changes.flags),
            *(item for found in changes.decisions for item in decision_items(found)),
        ],
        "cau_hoi": [_question(each) for each in all_questions(changes)],
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _flag(flag: Flag) -> dict[str, Any]:
    data: dict[str, Any] = {
        "loai": flag.kind,
        "ma": flag.code,
        "ten": flag.name,
        "thuoc_phuong": flag.concerns_ward,
        "nguon": flag.source,
        "dong": flag.line,
    }
    if flag.kind == NEW:
        return data | {"linh_vuc": flag.field_of_service, "co_quan": list(flag.agencies)}
    found = [
        {"muc": each.key, "ten_muc": each.title, "cua_phuong": each.ours, "cua_nguon": each.theirs}
        for each in flag.differences
    ]
    return data | {"khac": found}


def _question(question: Question) -> dict[str, Any]:
    return {
        "ma": question.code,
        "loai": question.kind,
        "noi_dung": question.text,
        "ten": question.name,
        "nguon": question.source,
        "quyet_dinh": question.decision or None,
    }


def all_questions(changes: Changes) -> tuple[Question, ...]:
    """List the questions of lists and of decisions."""
    of_decisions = (question for found in changes.decisions for question in found.questions)
    return (*changes.questions, *of_decisions)


def flags_table(changes: Changes, width: int = WIDEST) -> str:
    """Write what a person reads; `width` 0 wraps nothing."""
    parts = [hanging("", f"{NO_LIST}{changes.refused}.", width)] if changes.refused else []
    parts += [decision_table(found, width) for found in changes.decisions]
    parts += [*_new(changes, width), *_differs(changes, width), *_questions(changes, width)]
    parts += _unread(changes, width)
    if changes.counts or not (changes.refused or changes.decisions):
        parts.append(summary(changes, width))
    return "\n\n".join(parts)


def flags_markdown(changes: Changes) -> str:
    """Write the same for a report or a request for review, in Markdown."""
    parts = [f"**Bị từ chối:** {changes.refused}\n"] if changes.refused else []
    parts += [decision_markdown(found) for found in changes.decisions]
    for title, kind in (("Mới trong danh sách", NEW), ("Khác với danh sách", DIFFERS)):
        rows = [f"| {f.code} | {cell(f.name)} | {cell(_about(f))} |"
                for f in changes.flags if f.kind == kind]  # fmt: skip
        if rows:
            table = "\n".join(["| Mã | Tên | Ghi chú |", "|---|---|---|", *rows])
            parts.append(f"## {title} ({len(rows)})\n\n{table}\n")
    if changes.questions:
        lines = (f"- {q.code} {cell(q.name)}: {cell(q.text)}" for q in changes.questions)
        parts.append("## Câu hỏi\n\n" + "\n".join(lines) + "\n")
    return "\n".join([*parts, summary(changes, 0)])


def _about(flag: Flag) -> str:
    if flag.kind == NEW:
        return "; ".join(filter(None, (flag.field_of_service, ", ".join(flag.agencies))))
    return "; ".join(
        f"{d.title}: “{short(d.ours)}” → “{short(d.theirs)}”" for d in flag.differences
    )


def _new(changes: Changes, width: int) -> Iterator[str]:
    found = [each for each in changes.flags if each.kind == NEW]
    if found:
        heading = hanging(f"MỚI ({len(found)}): ", MEANS_NEW, width)
        yield "\n".join([heading, *(line for each in found for line in _new_lines(each, width))])


def _new_lines(flag: Flag, width: int) -> Iterator[str]:
    yield hanging(f"  {flag.code}  ", flag.name, width)
    about = "; ".join(filter(None, (flag.field_of_service, ", ".join(flag.agencies))))
    yield hanging("            ", f"{about} ({flag.source}, dòng {flag.line})", width)


def _differs(changes: Changes, width: int) -> Iterator[str]:
    found = [each for each in changes.flags if each.kind != NEW]
    if found:
        text = "danh sách ghi khác tệp của phường; xem quyết định công bố trước khi sửa"
        lines = (line for each in found for line in _differs_lines(each, width))
        yield "\n".join([hanging(f"KHÁC ({len(found)}): ", text, width), *lines])


def _differs_lines(flag: Flag, width: int) -> Iterator[str]:
    yield hanging(f"  {flag.code}  ", flag.name, width)
    for each in flag.differences:
        text = f"{each.title}: ở phường “{short(each.ours)}”; danh sách “{short(each.theirs)}”"
        yield hanging("            ", text, width)


def _questions(changes: Changes, width: int) -> Iterator[str]:
    """Write the questions under what is asked: the same words for fifty codes stand once."""
    groups: dict[str, list[Question]] = {}
    for each in changes.questions:
        groups.setdefault(each.text, []).append(each)
    for text, these in groups.items():
        lines = (hanging(f"  {each.code}  ", each.name, width) for each in these)
        yield "\n".join([hanging(f"CÂU HỎI ({len(these)}): ", text, width), *lines])


def _unread(changes: Changes, width: int) -> Iterator[str]:
    if changes.unread:
        heading = f"KHÔNG ĐỌC ĐƯỢC ({len(changes.unread)} dòng): "
        text = "chưa so sánh; sửa trong tệp rồi chạy lại, hoặc xem tay"
        lines = (hanging(f"  dòng {each.line}: ", each.message, width) for each in changes.unread)
        yield "\n".join([hanging(heading, text, width), *lines])


def summary(changes: Changes, width: int = WIDEST) -> str:
    """Write the totals, with what was left out and why."""
    counts = changes.counts
    total = sum(counts.values())
    new = sum(each.kind == NEW for each in changes.flags)
    left_out = ", ".join(f"{counts[key]} {key}" for key in IGNORED if counts.get(key))
    text = (
        f"Đã xem {total} thủ tục trong danh sách: {new} mới, {len(changes.flags) - new} khác,"
        f" {len(changes.questions)} câu hỏi." + (f" Bỏ qua: {left_out}." if left_out else "")
    )
    return hanging("", text, width)
