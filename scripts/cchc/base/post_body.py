"""What a post's text may hold: judged on the HTML that Markdown makes of it, as a browser sees it.

Writings such as `[x](java&#115;cript:…)` hide from a look at the text and not from one at the HTML.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise

import markdown
from lxml import html as lxml_html

from cchc.base.post_file import PostFile
from cchc.base.problems import Problem, Refused, warning
from cchc.base.text import one_line

# Those of mkdocs.yml that change what HTML comes out.
EXTENSIONS = ("abbr", "admonition", "attr_list", "fenced_code", "footnotes", "tables", "toc")
REFUSED = re.compile(
    "applet|base|button|embed|form|frame|iframe|input|link|math|meta|noscript|object|script|select"
    "|style|svg|template|textarea"
)
ADDRESS = re.compile("href|.*:href|src|srcset|action|formaction|poster|cite|background|data")
SCHEME = re.compile(r"([a-z][a-z0-9+.-]*):")
# A browser passes over these within an address.
IGNORED = re.compile(r"[\x00-\x20]")
HARMLESS = frozenset({"http", "https", "mailto", "tel"})
# Markdown's own, for the columns of a table: the site makes a class of it.
ALIGNED = re.compile(r"text-align: (?:left|center|right);")
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def elements(file: PostFile) -> tuple[lxml_html.HtmlElement, ...]:
    """Give every element of the HTML, in order. Raise `Refused` where Markdown gives up."""
    try:
        made = html_of(file.body)
    except RecursionError:
        raise Refused([file.problem("các phần lồng nhau quá sâu; viết phẳng hơn")]) from None
    whole = lxml_html.fragment_fromstring(made, create_parent="div")
    return tuple(each for each in whole.iterdescendants() if isinstance(each.tag, str))


@lru_cache(maxsize=1024)
def html_of(text: str) -> str:
    """Give the HTML of a post's text; Markdown is asked once, however many look at it."""
    return markdown.markdown(text, extensions=list(EXTENSIONS))


def body_faults(file: PostFile) -> Iterator[Problem]:
    """Find what may not be shown: code that runs, pictures of other sites."""
    every = elements(file)
    for each in every:
        yield from _element(file, each)
    yield from _headings(file, [each for each in every if each.tag in HEADINGS])


def _element(file: PostFile, each: lxml_html.HtmlElement) -> Iterator[Problem]:
    tag = str(each.tag)
    if REFUSED.fullmatch(tag):
        message = f"có thẻ <{tag}>; bài chỉ có chữ, ảnh và bảng: xóa thẻ này"
        yield file.problem(message, f"<{tag}")
    for name, value in each.attrib.items():
        yield from _attribute(file, each, str(name).lower(), str(value))


def _attribute(
    file: PostFile, each: lxml_html.HtmlElement, name: str, value: str
) -> Iterator[Problem]:
    drawn = name == "style" and not (each.tag in {"td", "th"} and ALIGNED.fullmatch(value))
    if name.startswith("on") or name == "srcdoc" or drawn:
        message = f"có thuộc tính {name}=…, trình duyệt sẽ chặn; xóa phần này"
        yield file.problem(message, f"{name}=", name)
    if not ADDRESS.fullmatch(name):
        return
    scheme = SCHEME.match(IGNORED.sub("", value).lower())
    if scheme and scheme[1] not in HARMLESS:
        said = one_line(value)[:60]
        message = f"địa chỉ “{said}” có thể chạy mã; chỉ dùng https://, mailto:, tel:"
        yield file.problem(message, value, f"{scheme[1]}:", "](")
    elif name in {"src", "srcset"} and (scheme or value.startswith("//")):
        message = f"ảnh “{value[:60]}” nằm ở trang khác; tải ảnh về, đặt cạnh tệp bài"
        yield file.problem(message, value)


def _headings(file: PostFile, every: list[lxml_html.HtmlElement]) -> Iterator[Problem]:
    levels = [HEADINGS.index(str(each.tag)) + 1 for each in every]
    for each in [each for each in every if each.tag == "h1"][1:]:
        words = _words(each)
        message = f"“{words}”: chỉ tên bài có một dấu #; đề mục trong bài bắt đầu bằng ##"
        yield warning(file.document.path, file.line(f"# {words}", words), message)
    for (before, level), each in zip(pairwise([1, *levels]), every, strict=True):
        if level > before + 1:
            words, right = _words(each), "#" * (before + 1)
            message = f"đề mục “{words}” sâu quá một bậc; dùng {right} thay cho {'#' * level}"
            yield warning(file.document.path, file.line(f"# {words}", words), message)


def _words(element: lxml_html.HtmlElement) -> str:
    return one_line(str(element.text_content()))
