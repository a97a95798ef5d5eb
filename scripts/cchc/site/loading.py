"""A portal loaded for a build: what cannot be built is refused, what is left out is told."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from cchc.base.docs import check_docs
from cchc.base.lock import recover
from cchc.base.posts import DOCS, FOLDER
from cchc.base.problems import Problem, Refused
from cchc.procedures.check_posts import check_codes
from cchc.site.news.pictures import prepare
from cchc.site.pages import load_portal
from cchc.site.portal import Portal


def load_for_build(
    root: Path, day: dt.date, site_url: str, *, preview: bool = False
) -> tuple[Portal, tuple[Problem, ...]]:
    """Load a portal with its pictures ready, and what a person should be told of it.

    Raise `Refused` for broken settings, for a page that cannot be read, and for a bad post where
    the settings do not leave it out.
    """
    recover(root)  # a crash may have left a decision half written
    portal = load_portal(root, day, site_url, preview=preview)
    unreadable = sorted(_unreadable(root, portal))
    if unreadable:
        raise Refused(unreadable)
    pictures, lost = prepare(root, (each.post.picture for each in portal.news))
    wrong = (*portal.catalogue.problems, *portal.posts.problems, *portal.reform.problems)
    told = (*wrong, *_reminders(root, portal), *lost)
    return replace(portal, pictures=pictures), told


def _unreadable(root: Path, portal: Portal) -> set[Problem]:
    others = {each for each in check_docs(root) if not each.path.startswith(FOLDER)}
    return others if portal.ward.leaves_out_bad_posts else others | {*portal.posts.problems}


def _reminders(root: Path, portal: Portal) -> Iterator[Problem]:
    """Tell what should be mended in the posts that are shown; links are MkDocs' affair."""
    shown = {DOCS + each.post.path for each in portal.news}
    yield from (each for each in portal.posts.reminders if each.path in shown)
    yield from check_codes(root, (each.post for each in portal.news), portal.catalogue)
