"""`cchc import`: read the sources, plan, check, write; all or nothing as far as files allow."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from cchc.base.encoding import MAX_BYTES
from cchc.base.files import relative
from cchc.base.problems import Problem, Refused
from cchc.base.ward import load_ward
from cchc.changes.holding import held_on
from cchc.changes.imports.decide import Choice
from cchc.changes.imports.plan import Plan, make_plan
from cchc.changes.lists.guards import faults_of, not_ours
from cchc.changes.lists.items import WardView, source_of
from cchc.changes.reading import read_each
from cchc.procedures.files import canonical
from cchc.procedures.store import load, save, save_fields
from cchc.province.content import Content, Listing, codes_of
from cchc.province.formats import read
from cchc.province.levels import ward_level


def plan_import(root: Path, paths: Iterable[Path], choice: Choice) -> Plan:
    """Read the files and the catalogue and plan. Raise `Refused` where one of them is broken."""
    ward = load_ward(root)
    contents, unread = read_each(paths, read)
    if unread:
        raise Refused(unread)
    faults = [
        Problem(each.source, 0, reason)
        for each in contents
        if isinstance(each, Listing)
        and (reason := faults_of(each) or not_ours(each, ward.agency_code))
    ]
    if faults:
        raise Refused(faults)
    catalogue = load(root)
    held = held_on(catalogue, choice.day)
    known = held.keys() | choice.create | named_twice(contents)
    view = WardView(ward_level(ward), ward.agency_code, known)
    sources = [source_of(content, view) for content in contents]
    return make_plan(catalogue, held, sources, choice)


def named_twice(contents: Iterable[Content]) -> frozenset[str]:
    """List the codes that two files name: one may make the procedure, the other fill it."""
    seen = Counter(code for content in contents for code in codes_of(content))
    return frozenset(code for code, times in seen.items() if times > 1)


def carry_out(root: Path, plan: Plan) -> tuple[str, ...]:
    """Write the planned files; give the paths that changed.

    The fields go first and a moved file's old place last: whenever it stops, every procedure
    still stands somewhere, and the next run goes on from there.
    """
    _check_sizes(plan)
    changed = ["procedures/linh-vuc.yml"] if save_fields(root, plan.fields) else []
    old: list[Path] = [root / path for path in plan.clears]
    for write in plan.writes:
        path, new = save(root, plan.fields, write.procedure, write.effective)
        changed += [relative(path, root)] if new else []
        if write.leaves and root / write.leaves != path:
            old.append(root / write.leaves)
    for path in old:
        path.unlink(missing_ok=True)
    return tuple(changed)


def _check_sizes(plan: Plan) -> None:
    """Refuse before the first file is written: a file too big could never be read again."""
    big = [
        w.procedure.code for w in plan.writes if len(canonical(w.procedure).encode()) > MAX_BYTES
    ]
    if big:
        message = f"nội dung quá lớn cho một tệp ({MAX_BYTES // 1024} KB): {', '.join(big)}"
        raise Refused([Problem("import", 0, message)])
