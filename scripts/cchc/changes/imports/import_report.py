"""What an import did, for a person: a table of counts, then what differs, then what was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping

from cchc.changes.imports.decide import Outcome
from cchc.changes.imports.plan import FileReport, Plan
from cchc.changes.lists.differences import Difference
from cchc.changes.tables import WIDEST, columns, hanging

SHOWN = 20
SHORT = 160


def import_report(plan: Plan, *, dry_run: bool, width: int = WIDEST) -> str:
    """Write the report; `width` 0 wraps nothing."""
    parts = [
        _table(plan),
        *_created(plan, width),
        *_differing(plan, width),
        *_problems(plan, width),
        *_unseen(plan, width),
    ]
    return "\n\n".join([*parts, _closing(plan, dry_run=dry_run)])


def _table(plan: Plan) -> str:
    total: Counter[Outcome] = Counter()
    for report in plan.reports:
        total.update(report.counts)
    used = [outcome for outcome in Outcome if total[outcome]]
    rows = [[_name(r.name), str(r.rows), *_cells(r.counts, used)] for r in plan.reports]
    if len(rows) > 1:
        rows.append(["Tổng cộng", str(total.total()), *_cells(total, used)])
    return columns(["Tệp", "Dòng", *(outcome.label for outcome in used)], rows)


def _cells(counts: Mapping[Outcome, int], used: list[Outcome]) -> list[str]:
    return [str(counts[outcome]) for outcome in used]


def _name(name: str) -> str:
    longest = 30
    return name if len(name) <= longest else f"…{name[-longest + 1 :]}"


def _created(plan: Plan, width: int) -> Iterator[str]:
    found = [each for report in plan.reports for each in report.created]
    if found:
        lines = [hanging(f"  {code}  ", name, width) for code, name in found[:SHOWN]]
        yield "\n".join([f"Tạo mới {len(found)}:", *lines, *_more(len(found))])


def _differing(plan: Plan, width: int) -> Iterator[str]:
    for report in plan.reports:
        if report.differing:
            lines = [line for each in report.differing for line in _one(*each, width)]
            heading = f"Khác với {report.name} ({len(report.differing)} thủ tục; tệp của phường giữ"
            yield "\n".join([f"{heading} nguyên, cần người xem):", *lines])


def _one(code: str, name: str, found: tuple[Difference, ...], width: int) -> Iterator[str]:
    yield hanging(f"  {code}  ", name, width)
    for each in found:
        text = f"{each.title}: ở phường “{short(each.ours)}”; nguồn ghi “{short(each.theirs)}”"
        yield hanging("            ", text, width)


def short(text: str) -> str:
    """Cut a long text for a line of a table."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1]}…"


def _problems(plan: Plan, width: int) -> Iterator[str]:
    found = [(report, problem) for report in plan.reports for problem in report.problems]
    if found:
        lines = [_problem(report, problem.line, problem.message, width)
                 for report, problem in found[:SHOWN]]  # fmt: skip
        yield "\n".join([f"Không dùng được {len(found)}:", *lines, *_more(len(found))])


def _unseen(plan: Plan, width: int) -> Iterator[str]:
    if plan.unseen:
        yield hanging("Không có trong nguồn: ", ", ".join(plan.unseen), width)


def _problem(report: FileReport, line: int, message: str, width: int) -> str:
    return hanging(f"  {report.name}:{line}: ", message, width)


def _more(count: int) -> list[str]:
    return [f"  … và {count - SHOWN} điều nữa"] if count > SHOWN else []


def _closing(plan: Plan, *, dry_run: bool) -> str:
    files = len(plan.writes)
    if not files and not plan.clears:
        return "Không có gì phải ghi."
    if dry_run:
        return f"Sẽ ghi {files} tệp trong procedures/ (chạy thử, chưa ghi gì)."
    return f"Đã ghi {files} tệp trong procedures/."
