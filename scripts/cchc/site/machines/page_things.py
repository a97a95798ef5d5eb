"""Which things of schema.org stand on a page: what the page is, and the way to it; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from cchc.base.posts import Post
from cchc.site import addresses
from cchc.site.machines.structured import Thing, article, path, questions, service
from cchc.site.portal import Entry, Portal

HOME = ("Trang chủ", addresses.HOME)
PROCEDURES = ("Thủ tục", addresses.PROCEDURES)
NEWS = ("Tin tức", addresses.NEWS)
# The head of a page of questions and answers says so by this key.
IS_QUESTIONS = "hoi_dap"


@dataclass(frozen=True, slots=True)
class Shown:
    """A page as the theme is about to show it; `entry` or `post` where it is one's own page."""

    address: str
    title: str
    content: str
    meta: Mapping[str, object]
    entry: Entry | None = None
    post: Post | None = None


def things(shown: Shown, portal: Portal) -> tuple[Thing, ...]:
    """Describe a page; the home needs no way to itself."""
    if shown.address == addresses.HOME:
        return ()
    return (*_itself(shown, portal), path(_trail(shown), shown.address, portal))


def _itself(shown: Shown, portal: Portal) -> tuple[Thing, ...]:
    """Describe what the page is; a procedure only while it is in force."""
    if shown.entry and shown.entry.procedure.code in portal.entries:
        return (service(shown.entry, portal),)
    if shown.post:
        return (article(shown.post, shown.title, shown.address, portal),)
    return (questions(shown.content),) if shown.meta.get(IS_QUESTIONS) else ()


def _trail(shown: Shown) -> tuple[tuple[str, str], ...]:
    here = (shown.title, shown.address)
    if entry := shown.entry:
        return (HOME, PROCEDURES, (entry.field.name, entry.field_address), here)
    if shown.post:
        return (HOME, NEWS, here)
    if shown.address.startswith(addresses.NEWS) and shown.address != addresses.NEWS:
        return (HOME, NEWS, here)
    below = shown.address.startswith(addresses.PROCEDURES) and here[1] != addresses.PROCEDURES
    return (HOME, PROCEDURES, here) if below else (HOME, here)
