"""What every template knows: dates, links, who runs the portal, the notice of the page before."""

from __future__ import annotations

from typing import Any

from flask import Flask, request

from cchc.base.clock import show_date
from cchc.base.problems import Refused
from cchc.base.ward import load_ward
from cchc.office.desk import links, plain
from cchc.office.desk.desk import Desk

NOTE = "da"
EDITOR, GUIDES = "/admin", "huong-dan"


def add_texts(app: Flask, desk: Desk) -> None:
    """Give templates their filters and names."""
    app.jinja_env.filters.update(ngay=show_date, thuong=plain.in_plain_words)
    app.jinja_env.globals["links"] = links

    @app.context_processor
    def known() -> dict[str, Any]:
        """Say what holds for this page."""
        note = desk.notes.get(request.args.get(NOTE, ""), "")
        return {
            "phuong": ward_name(desk),
            "nguoi": desk.who,
            "loi_nhan": note,
            "co_trinh_soan": any(rule.rule.startswith(EDITOR) for rule in app.url_map.iter_rules()),
            "co_huong_dan": (desk.root / "docs" / GUIDES / "index.md").is_file(),
        }


def ward_name(desk: Desk) -> str:
    """Give the agency's name; empty where the settings cannot be read: the check tells of that."""
    try:
        return load_ward(desk.root).agency.name
    except (Refused, OSError):
        return ""
