"""Every generated page of a portal, in a fixed order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cchc.base.files import relative
from cchc.base.notices import load_notices
from cchc.base.posts import load_posts
from cchc.base.problems import Problem, warning
from cchc.base.ward import load_ward
from cchc.procedures.decision_files import load_decisions
from cchc.procedures.life_events import load_life_events
from cchc.procedures.store import load
from cchc.reform.kinds import load_reform
from cchc.site.addresses import LIVES, is_web
from cchc.site.board.board_page import board_page
from cchc.site.history.changes_page import changes_page
from cchc.site.history.ended_page import ended_page
from cchc.site.lists.finding import ways_bar
from cchc.site.lists.life_pages import life_page, lives_of, lives_page
from cchc.site.lists.list_pages import field_page, fields_page, letters_page
from cchc.site.lists.view_pages import choice_pages, views_page
from cchc.site.lists.views import views
from cchc.site.news.articles import news_on
from cchc.site.news.news_pages import news_pages
from cchc.site.portal import Entry, Portal, make_portal
from cchc.site.procedure.procedure_page import procedure_page
from cchc.site.procedure.sections import forms
from cchc.site.reform.sections import reform_pages
from cchc.site.rendering import PageText

DOWNLOADS = "tai-ve/"


def load_portal(root: Path, day: dt.date, site_url: str = "", *, preview: bool = False) -> Portal:
    """Read settings, catalogue and posts of a portal. Raise `Refused` for broken settings.

    A preview shows drafts and posts whose day is to come.
    """
    decisions = load_decisions(root).by_path.values()
    ward = load_ward(root)
    portal = make_portal(ward, load(root), load_posts(root), day, decisions)
    lives, notices = load_life_events(root).all, load_notices(root)
    downloads = _downloads(root / "docs" / DOWNLOADS)
    news = news_on(portal.posts, day, preview=preview)
    return replace(
        portal,
        lives=lives,
        notices=notices,
        site_url=site_url,
        downloads=downloads,
        news=news,
        reform=load_reform(root, ward),
    )


def _downloads(folder: Path) -> dict[str, int]:
    found = (path for path in sorted(folder.rglob("*")) if path.is_file())
    return {relative(path, folder): path.stat().st_size for path in found}


def all_pages(portal: Portal) -> Iterator[PageText]:
    """Make every page: the lists, the changes, then each procedure."""
    yield fields_page(portal)
    yield letters_page(portal)
    yield from _other_lists(portal)
    yield changes_page(portal)
    yield board_page(portal)
    yield from news_pages(portal)
    yield from reform_pages(portal)
    for field, entries in portal.all_shelves():
        yield field_page(field, entries, portal)
    for entry in every_entry(portal):
        yield procedure_page(entry, portal)
    for entry in portal.ended.values():
        if end := entry.procedure.abolished:
            yield ended_page(entry, end, portal)


def _other_lists(portal: Portal) -> Iterator[PageText]:
    if portal.lives:
        yield lives_page(portal, ways_bar(portal, LIVES))
    for life in lives_of(portal):
        yield life_page(life, portal)
    for view in views(portal):
        yield views_page(view, portal)
        for choice in view.choices:
            yield from choice_pages(choice, view, portal)


def every_entry(portal: Portal) -> Iterator[Entry]:
    """List the procedures that have a page: those in force, then those still to take effect."""
    yield from portal.entries.values()
    yield from portal.awaited.values()


def missing_forms(portal: Portal, files: frozenset[str]) -> Iterator[Problem]:
    """Find the forms that procedures name and docs/tai-ve/ does not hold.

    `files` are paths below docs/.
    """
    for entry in every_entry(portal):
        for paper in forms(entry.procedure):
            if paper.file and not is_web(paper.file) and DOWNLOADS + paper.file not in files:
                path = f"procedures/{entry.field.folder}/{entry.procedure.code}.yml"
                message = f"không có tệp mẫu docs/{DOWNLOADS}{paper.file}; thêm tệp hoặc xóa `tep`"
                yield warning(path, 1, message)
