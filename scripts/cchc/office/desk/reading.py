"""A Word file read into a plan; where its post is there already, another name is proposed."""

from __future__ import annotations

import dataclasses
import datetime as dt
from pathlib import Path

from cchc.base.post_file import open_post
from cchc.base.posts import FOLDER
from cchc.base.problems import Problem, Refused, warning
from cchc.news.importing import Asked, plan_import
from cchc.news.planning import Plan

MOST = 9
THERE = "đã có bài cùng tên; sửa bài ấy, hoặc đặt tên khác ở ô “Tên bài” rồi ghi thành bài mới"


def read_word(root: Path, file: Path, day: dt.date) -> Plan:
    """Read a file into the plan of a post that is not there. Raise `Refused` where it cannot be."""
    try:
        return plan_import(root, file, Asked(day))
    except Refused as refused:
        there = _post_there(refused)
        if there is None:
            raise
    title = open_post(there.path, (root / there.path).read_bytes()).title
    plan = _renamed(root, file, day, title)
    return dataclasses.replace(plan, problems=(warning(there.path, 0, THERE), *plan.problems))


def _post_there(refused: Refused) -> Problem | None:
    return next((each for each in refused.problems if each.path.startswith(f"{FOLDER}/")), None)


def _renamed(root: Path, file: Path, day: dt.date, title: str) -> Plan:
    """Plan it under the first title with a number that is free."""
    for number in range(2, MOST):
        try:
            return plan_import(root, file, Asked(day, title=f"{title} ({number})"))
        except Refused as refused:
            if _post_there(refused) is None:
                raise
    return plan_import(root, file, Asked(day, title=f"{title} ({MOST})"))
