"""An empty post, ready to be written."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.news.front_matter import FrontMatter, head_text
from cchc.news.markdown.inlines import escaped, heading_end
from cchc.news.planning import Plan, categories_of, category_of, new_path, ward_of

BODY = """
# {title}

<!-- Đoạn mở đầu: chuyện gì, ai làm, ở đâu, khi nào. Xóa dòng này. -->

<!-- more -->

<!-- Phần còn lại của bài. Xóa dòng này. -->
"""


def new_post_text(title: str, day: dt.date, category: str, author: str) -> str:
    """Give the text of a draft with a head to fill in."""
    head = head_text(FrontMatter(day, "", (category,), author))
    head = head.replace("categories:", 'description: ""\ncategories:', 1)
    return f"{head}{BODY.format(title=heading_end(escaped(title)))}"


def plan_new(root: Path, title: str, day: dt.date, category: str) -> Plan:
    """Plan an empty draft, of the first category where none is said.

    Raise `Refused` where that post is there already, or the category is not.
    """
    path = new_path(root, day, title)
    ward = ward_of(root)
    named = category_of(root, category) if category else categories_of(root)[0]
    return Plan(path, {path: new_post_text(title, day, named, ward.agency.name if ward else "")})
