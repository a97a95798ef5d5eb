"""The plans' deadlines in `cchc status`."""

from __future__ import annotations

import json
from pathlib import Path

from cchc.base.clock import today
from cchc.base.ward import load_ward
from cchc.changes.tables import hanging, terminal_width
from cchc.reform.deadlines import Deadline, as_data, deadlines, told
from cchc.reform.kinds import load_reform


def _waiting(root: Path) -> tuple[Deadline, ...]:
    return deadlines(load_reform(root), load_ward(root), today())


def plan_text(root: Path) -> str:
    """Write what is late or soon due; nothing where nothing is."""
    width = terminal_width()
    lines = (hanging(label, text, width) if text else label for label, text in told(_waiting(root)))
    return "".join(f"{line}\n" for line in lines)


def with_plan(root: Path, text: str) -> str:
    """Add the deadlines to the status as JSON, under `ke_hoach`."""
    data = json.loads(text) | {"ke_hoach": as_data(_waiting(root))}
    return json.dumps(data, ensure_ascii=False, indent=2)
