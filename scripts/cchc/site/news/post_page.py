"""A post's page: what stands around the text that Markdown made of it."""

from __future__ import annotations

import re

from cchc.base.text import fold
from cchc.site import addresses
from cchc.site.news.articles import NewsItem, related
from cchc.site.portal import Portal
from cchc.site.rendering import render
from cchc.site.search.search_rows import plain_text

H1 = re.compile(r"\s*(?P<h1><h1\b.*?</h1>)", re.DOTALL)
SCRIPTS = ("assets/cchc/share.js",)
# Who reads less than this needs not be told how long it takes.
SHORT, A_MINUTE = 200, 220
# A summary that begins as the text does is the text's own first sentence.
SAME_LETTERS = 40


def framed(item: NewsItem, html: str, portal: Portal) -> str:
    """Give the whole content of a post's page around its HTML."""
    found = H1.match(html)
    heading, text = (found["h1"], html[found.end() :]) if found else ("", html)
    words = plain_text(text)
    data = {
        "item": item,
        "post": item.post,
        "page": item.address,
        "heading": heading,
        "minutes": minutes(words),
        "lead": "" if repeats(item.post.description, words) else item.post.description,
        "picture": portal.pictures.get(item.post.picture),
        "procedures": [each for each in map(portal.entry, item.post.procedures) if each],
        "ended": portal.ended,
        "related": related(item, portal.news),
        "category": addresses.category,
        "news": addresses.NEWS,
    }
    return "\n".join(
        (render("news/post-top.html", **data), text, render("news/post-end.html", **data))
    )


def minutes(words: str) -> int:
    """Give how long a text takes to read, in minutes; 0 for a short notice."""
    count = len(words.split())
    return -(-count // A_MINUTE) if count > SHORT else 0


def repeats(summary: str, words: str) -> bool:
    """Tell whether a text begins with its own summary, or as good as that."""
    key = fold(summary)[:SAME_LETTERS]
    return fold(words[: 2 * len(summary)]).startswith(key)
