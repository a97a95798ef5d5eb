"""A decision's flags for a person (table, Markdown) and for programs (JSON)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from cchc.base.clock import show_date
from cchc.base.text import one_line
from cchc.changes.findings import DecisionFlags, ItemFlag, Question
from cchc.changes.tables import hanging
from cchc.procedures.decision import Decision, DocumentKind
from cchc.procedures.terms import ChangeKind

UNKNOWN_KIND = "Chưa rõ loại"
ORDER = (*ChangeKind, None)
QUOTED = 160
INDENT = "              "


def decision_items(found: DecisionFlags) -> Iterator[dict[str, Any]]:
    """Give each item of a decision as an entry of `muc`; unknown is None."""
    decision = found.decision
    for flag in found.items:
        item = flag.item
        yield {
            "loai": item.kind.value if item.kind else None,
            "ma": item.code,
            "ten": item.name,
            "thuoc_phuong": flag.concerns_ward,
            "vi_sao": flag.why,
            "y_nghia": flag.meaning or None,
            "thay_cho": list(item.replaces),
            "quyet_dinh": decision.number,
            "hieu_luc": decision.effective.isoformat() if decision.effective else None,
            "han_niem_yet": found.deadline.isoformat() if found.deadline else None,
            "trang": item.page,
            "nguon": decision.source.file,
        }


def decision_title(found: DecisionFlags) -> str:
    """Name a decision in a line: number, day of signing, effect, the ward's limit."""
    decision = found.decision
    signed = f" ngày {show_date(decision.signed)}" if decision.signed else ""
    if decision.document_kind is DocumentKind.INTERNAL:
        return f"{decision.number}{signed}: quy trình nội bộ, chỉ ghi lại, không gắn cờ"
    effect = show_date(decision.effective) if decision.effective else "chưa rõ, phải hỏi"
    limit = f"; hạn niêm yết {show_date(found.deadline)}" if found.deadline else ""
    return f"{decision.number}{signed}; hiệu lực: {effect}{limit}"


def decision_table(found: DecisionFlags, width: int) -> str:
    """Write what a person reads of one decision; `width` 0 wraps nothing."""
    lines = [hanging("QUYẾT ĐỊNH ", decision_title(found), width)]
    lines += [hanging("  ", found.decision.title, width)] if found.decision.title else []
    for kind, flags in by_kind(found):
        lines.append(f"  {kind} ({len(flags)})")
        lines += [line for flag in flags for line in _lines(flag, width)]
    for group, others in _others(found):
        names = ", ".join(each.item.code or each.item.name for each in others)
        lines.append(hanging(f"  {group} ({len(others)}): ", names, width))
    lines += [*_asked(found.questions, width)]
    return "\n".join(lines)


def by_kind(found: DecisionFlags) -> Iterator[tuple[str, list[ItemFlag]]]:
    """Group the ward's items by kind of change, in the law's order."""
    for kind in ORDER:
        flags = [f for f in found.items if f.concerns_ward and f.item.kind is kind]
        if flags:
            yield (kind.label if kind else UNKNOWN_KIND), flags


def _others(found: DecisionFlags) -> Iterator[tuple[str, list[ItemFlag]]]:
    """Group the other items: those of which nothing says whose they are, and those of others."""
    for group, unplaced in (("Chưa rõ cấp, cần xem", True), ("Không thuộc phường", False)):
        flags = [f for f in found.items if not f.concerns_ward and f.unplaced is unplaced]
        if flags:
            yield group, flags


def _lines(flag: ItemFlag, width: int) -> Iterator[str]:
    yield hanging(f"    {flag.item.code or '(chưa có mã)'}  ", flag.item.name, width)
    yield hanging(INDENT, "; ".join(filter(None, (flag.why, flag.meaning))), width)


def _asked(questions: tuple[Question, ...], width: int) -> Iterator[str]:
    if questions:
        yield f"  Cần hỏi ({len(questions)})"
    for each in questions:
        yield hanging(f"    {each.code or '-'}  ", f"{each.name}: {each.text}", width)


def decision_markdown(found: DecisionFlags) -> str:
    """Write one decision as Markdown: a heading, a table of the ward's items, the questions."""
    lines = [f"## Quyết định {decision_title(found)}", "", found.decision.title, ""]
    rows = [_row(kind, flag) for kind, flags in by_kind(found) for flag in flags]
    if rows:
        head = "| Loại | Mã | Tên | Với phường | Việc phải làm |"
        lines += [head, "|---|---|---|---|---|", *rows, ""]
    for group, others in _others(found):
        lines += [f"{group}: {len(others)} thủ tục.", ""]
    lines += [f"- **Cần hỏi** {q.code} {cell(q.name)}: {cell(q.text)}" for q in found.questions]
    return "\n".join(lines).strip() + "\n"


def _row(kind: str, flag: ItemFlag) -> str:
    texts = (kind, flag.item.code or "", flag.item.name, flag.why, flag.meaning)
    return f"| {' | '.join(map(cell, texts))} |"


def cell(text: str) -> str:
    """Make a text safe inside a cell of a Markdown table."""
    return " ".join(text.replace("|", "\\|").split())


def decision_text(decision: Decision, width: int = 0) -> str:
    """Write a decision as read, for a person: heading, each item, what is unclear."""
    return "\n".join(_text_lines(decision, width))


def _text_lines(decision: Decision, width: int) -> Iterator[str]:
    signed = show_date(decision.signed) if decision.signed else "chưa rõ"
    effect = show_date(decision.effective) if decision.effective else "chưa rõ"
    head = f"{decision.number}; ký {signed}; hiệu lực {effect}"
    yield hanging(f"{decision.document_kind.label}: ", head, width)
    yield hanging(f"  {decision.issuer or 'Chưa rõ cơ quan ban hành'}: ", decision.title, width)
    for item in decision.items:
        kind = item.kind.label if item.kind else UNKNOWN_KIND
        levels = ", ".join(level.label for level in item.levels) or "chưa rõ cấp"
        old = f"; thay cho {', '.join(item.replaces)}" if item.replaces else ""
        yield hanging(f"    {item.code or '(chưa có mã)'}  ", item.name, width)
        yield hanging(INDENT, f"{kind}; {levels}{old}", width)
    for doubt in decision.doubts:
        page = f" (trang {doubt.page})" if doubt.page else ""
        words = f" – “{one_line(doubt.words)[:QUOTED]}”" if doubt.words else ""
        yield hanging(f"  Cần xem{page}: ", f"{doubt.message}{words}", width)
