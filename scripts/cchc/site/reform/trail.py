"""Where a page of the reform side stands: the way from the home, and its heading."""

from __future__ import annotations

from cchc.site.reform.evidence_links import REFORM
from cchc.site.rendering import Heading, Part, render

HOME = ("Trang chủ", "")
TOP = ("Cải cách hành chính", REFORM)


def opened(page: str, here: str, title: str, *above: tuple[str, str]) -> tuple[Part, Part]:
    """Give a page's path and its heading; `above` are the pages between it and the reform's."""
    trail = (HOME, TOP, *above)
    path = render("reform/path.html", page=page, trail=trail, here=here)
    return path, Heading(1, title, "noi-dung")
