"""Where the desk's links lead: the editor's forms, the preview. The one place for it."""

from __future__ import annotations

import re
from urllib.parse import quote

from cchc.base.notices import PLACE as NOTICES
from cchc.base.posts import FOLDER as POSTS
from cchc.procedures.decision_files import DECISIONS
from cchc.procedures.life_events import PLACE as LIFE_EVENTS
from cchc.procedures.questions import FILE as QUESTIONS
from cchc.procedures.store import FOLDER as PROCEDURES

# As the browser editor names its collections and their entries.
EDITOR = "/admin/#/collections"
OTHER_COLLECTION = "khac"
POST_COLLECTION, PROCEDURE_COLLECTION = "tin-tuc", "thu-tuc"
OTHERS = {NOTICES: "thong-bao", LIFE_EVENTS: "su-kien"}
PROCEDURE = re.compile(r"procedures/(?P<folder>[a-z0-9-]+)/(?P<name>\d\.\d{6}(?:@[\d-]+)?)\.yml")
POST = re.compile(rf"{POSTS}/(?P<name>[^/]+)\.md")


def entry(collection: str, slug: str) -> str:
    """Give the address of the form of one entry."""
    return f"{EDITOR}/{collection}/entries/{quote(slug, safe='@/')}"


def form_of(path: str) -> str:
    """Give what mends a file (from the portal on): a form of the editor, a page of the desk.

    Empty where there is neither.
    """
    if post := POST.fullmatch(path):
        return entry(POST_COLLECTION, post["name"])
    if procedure := PROCEDURE.fullmatch(path):
        return entry(PROCEDURE_COLLECTION, f"{procedure['folder']}/{procedure['name']}")
    if path in OTHERS:
        return entry(OTHER_COLLECTION, OTHERS[path])
    if path == f"{PROCEDURES}/{QUESTIONS}":
        return "/cau-hoi"
    return "/quyet-dinh" if path.startswith(f"{DECISIONS}/") else ""


def new_post() -> str:
    """Give the form of a new post."""
    return f"{EDITOR}/{POST_COLLECTION}/new"


def preview(address: str = "") -> str:
    """Give the desk's address that leads to a page of the preview (`tin-tuc/2026/11/…/`)."""
    return f"/xem-truoc?trang={quote(address)}" if address else "/xem-truoc"
