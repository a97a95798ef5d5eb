"""Where evidence can be read on the site: the page of a post, of a period's figures, of docs/."""

from __future__ import annotations

from cchc.reform.kind import FOLDER
from cchc.site.addresses import is_web
from cchc.site.portal import Portal

REFORM = FOLDER.removeprefix("docs/") + "/"
POSTS = "tin-tuc/posts/"


def read_at(link: str, portal: Portal) -> str:
    """Give the address that a link of the data leads to, below the site's root or of another site.

    Empty where nobody can read it there: no link, a post that is not shown, figures not read.
    """
    if not link or is_web(link):
        return link
    if link.startswith(POSTS):
        return next((each.address for each in portal.news if each.post.path == link), "")
    if link.startswith(REFORM) and link.endswith(".yml"):
        return _figures(link, portal)
    if link.endswith(".md"):
        name = link.removesuffix(".md")
        return (
            f"{name}/".removesuffix("index/") if name.rpartition("/")[2] == "index" else f"{name}/"
        )
    return link


def _figures(link: str, portal: Portal) -> str:
    folder, _, name = link.removeprefix(REFORM).removesuffix(".yml").partition("/")
    loaded = portal.reform.loaded.get(folder)
    return f"{REFORM}{folder}/{name}/" if loaded and name in loaded.sheets else ""
