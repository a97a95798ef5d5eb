"""Material's style sheet without what no page of this site has: a third of it is left.

Minified CSS is taken apart into rules; a selector that asks for a component or a direction of
writing that the pages never have can match nothing, and goes. What is left keeps its order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# The components of Material that base.html and the partials use.
USED = (
    "md-container|md-content|md-content__inner|md-grid|md-header|md-main|md-main__inner|md-nav"
    "|md-nav--primary|md-nav--secondary|md-nav__item|md-nav__link|md-nav__list|md-nav__title"
    "|md-overlay|md-sidebar|md-sidebar--primary|md-sidebar--secondary|md-sidebar__scrollwrap"
    "|md-skip|md-toggle|md-typeset|md-typeset__scrollwrap|md-typeset__table"
)
# Other components, and parts of Markdown that mkdocs.yml does not turn on.
ABSENT = re.compile(
    rf"\.(?!(?:{USED})(?![\w-]))md-"
    r"|\.(?:tabbed|mermaid|highlight|task-list|keys|critic|emojione|twemoji|gemoji|giscus|arithmatex"
    r"|glightbox|grid\b|linenos|lb-)"
    r"|\[dir=rtl\]|\[data-md-toggle=search\]|\[data-md-state|\[type=radio\]"
)
# Up to the next brace or the end of a statement; words in quotes may hold either.
PIECE = re.compile(r"""((?:"[^"]*"|'[^']*'|\\.|[^{};"'\\])*)([{};]|$)""")
COMMA = re.compile(r""",(?![^()\[\]]*[)\]])""")
GROUPS = ("@media", "@supports")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# What must not be there asks for nothing.
NEGATED = re.compile(r":not\([^()]*\)")


def trimmed(css: str) -> str:
    """Give the sheet without the rules that can match nothing."""
    return "".join(_rules(COMMENT.sub("", css)))


def _rules(css: str) -> Iterator[str]:
    at = 0
    while at < len(css):
        head, after, brace = _next(css, at)
        if brace != "{":
            yield css[at:after]
            at = after
            continue
        end = _closing(css, after)
        yield _kept(head, css[after : end - 1])
        at = end


def _next(css: str, at: int) -> tuple[str, int, str]:
    found = PIECE.match(css, at)
    if found is None or found.end() == at:
        return "", len(css), ""
    return found[1], found.end(), found[2]


def _closing(css: str, at: int) -> int:
    """Find where the block ends whose opening brace is just before `at`."""
    depth = 1
    while depth and at < len(css):
        _, at, brace = _next(css, at)
        depth += {"{": 1, "}": -1}.get(brace, 0)
    return at


def _kept(head: str, body: str) -> str:
    if head.startswith(GROUPS):
        inside = trimmed(body)
        return f"{head}{{{inside}}}" if inside else ""
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    selectors = [each for each in COMMA.split(head) if not _idle(each)]
    return f"{','.join(selectors)}{{{body}}}" if selectors else ""


def _idle(selector: str) -> bool:
    return ABSENT.search(NEGATED.sub("", selector)) is not None
