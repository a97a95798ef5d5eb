"""Blocks a Markdown page of docs/ asks for with a line such as `<!-- cchc: lien-he -->`.

So the home and the contact page stay files that an officer edits, and what the data say stays out
of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from types import MappingProxyType

from cchc.base.codes import is_code
from cchc.base.problems import Problem, warning
from cchc.site import addresses
from cchc.site.contact import dial, place
from cchc.site.history.changes_page import latest
from cchc.site.lists.finding import ways_to_find
from cchc.site.lists.life_pages import lives_of
from cchc.site.news.articles import current
from cchc.site.news.news_pages import all_news, news_list
from cchc.site.open_data.data_file import DataFile
from cchc.site.open_data.feed_list import feed_list
from cchc.site.opening import openings
from cchc.site.portal import Portal
from cchc.site.reform.reception.reception_pages import reception_block
from cchc.site.rendering import render

CALL = re.compile(r"^<!--\s*cchc:\s*(?P<name>[a-z-]+)(?P<arguments>[^>]*?)-->[ \t]*$", re.MULTILINE)
NEWS = 3
CHANGES = 3


@dataclass(frozen=True, slots=True)
class Asked:
    """What a block may use: portal, the asking page's address, its arguments, the open data."""

    portal: Portal
    page: str
    arguments: tuple[str, ...] = ()
    data: tuple[DataFile, ...] = ()


def fill(path: str, markdown: str, asked: Asked) -> tuple[str, tuple[Problem, ...]]:
    """Put the blocks in their places; an unknown name stays empty and is told."""
    problems: list[Problem] = []

    def block(found: re.Match[str]) -> str:
        name, arguments = found["name"], tuple(found["arguments"].split())
        maker = MAKERS.get(name)
        line = markdown.count("\n", 0, found.start()) + 1
        if maker is None:
            message = f"không có khối “{name}”; chọn một trong: {', '.join(MAKERS)}"
            problems.append(warning(path, line, message))
            return ""
        problems.extend(warning(path, line, each) for each in _unknown_codes(asked, arguments))
        return maker(replace(asked, arguments=arguments))

    return CALL.sub(block, markdown), tuple(problems)


def _unknown_codes(asked: Asked, arguments: tuple[str, ...]) -> list[str]:
    unknown = [each for each in arguments if each not in asked.portal.entries]
    return [
        f"không có thủ tục {each} đang áp dụng; xóa mã này"
        if is_code(each)
        else f"“{each}” không phải mã thủ tục; viết như 1.001193"
        for each in unknown
    ]


def _search(asked: Asked) -> str:
    portal = asked.portal
    return render("blocks/search.html", entries=portal.entries, ward=portal.ward, page=asked.page)


def _lives(asked: Asked) -> str:
    lives = lives_of(asked.portal)
    return render("blocks/lives.html", lives=lives, page=asked.page) if lives else ""


def _ways(asked: Asked) -> str:
    return render("blocks/ways.html", ways=ways_to_find(asked.portal), page=asked.page)


def _fields(asked: Asked) -> str:
    return render("blocks/fields.html", shelves=asked.portal.shelves(), page=asked.page)


def _chosen(asked: Asked) -> str:
    known = asked.portal.entries
    entries = [known[code] for code in asked.arguments if code in known]
    return render("blocks/chosen.html", entries=entries, page=asked.page) if entries else ""


def _news(asked: Asked) -> str:
    return render("blocks/news.html", news=current(asked.portal.news)[:NEWS], page=asked.page)


def _news_list(asked: Asked) -> str:
    return news_list(all_news(asked.portal), addresses.NEWS, asked.portal)


def _changes(asked: Asked) -> str:
    return render("blocks/changes.html", changes=latest(asked.portal, CHANGES), page=asked.page)


def _opening(asked: Asked) -> str:
    """Say when the counters are open, and the hotline; nothing where the settings know neither."""
    every, hotline = openings(asked.portal), asked.portal.ward.hotline
    if not every and not hotline:
        return ""
    return render(
        "blocks/opening.html", openings=every, hotline=hotline, hotline_call=dial(hotline)
    )


def _contact(asked: Asked) -> str:
    portal = asked.portal
    places = [place(counter, portal) for counter in portal.ward.counters]
    return render("blocks/contact.html", ward=portal.ward, places=places, portal=portal)


def _contact_line(asked: Asked) -> str:
    at = place(asked.portal.ward.counter(""), asked.portal)
    return render("blocks/contact-line.html", place=at, ward=asked.portal.ward, page=asked.page)


def _reception(asked: Asked) -> str:
    return reception_block(asked.portal, asked.page)


def _organisation(asked: Asked) -> str:
    """List the units with their duties, the counters with their positions, by role."""
    ward, day = asked.portal.ward, asked.portal.day
    counters = [(each, each.name_on(day)) for each in ward.counters]
    return render("blocks/organisation.html", units=ward.units, counters=counters)


def _licence(asked: Asked) -> str:
    return render("blocks/licence.html", licence=asked.portal.ward.licence, page=asked.page)


def _kept(asked: Asked) -> str:
    keeps = asked.portal.ward.keeps_pages
    return render("blocks/kept.html", keeps=keeps, page=asked.page)


def _data(asked: Asked) -> str:
    """List the files of open data: what each is for, its size, how many records."""
    files = [each for each in asked.data if not each.is_schema]
    return render("blocks/data.html", files=files, portal=asked.portal, page=asked.page)


def _feeds(asked: Asked) -> str:
    return render("blocks/feeds.html", feeds=tuple(feed_list(asked.portal)), page=asked.page)


MAKERS: Mapping[str, Callable[[Asked], str]] = MappingProxyType(
    {
        "tim-kiem": _search,
        "su-kien": _lives,
        "cach-tim": _ways,
        "linh-vuc": _fields,
        "thu-tuc": _chosen,
        "tin-moi": _news,
        "danh-sach-tin": _news_list,
        "thay-doi": _changes,
        "gio-mo-cua": _opening,
        "du-lieu": _data,
        "nguon-tin": _feeds,
        "giay-phep": _licence,
        "luu-tren-may": _kept,
        "lien-he": _contact,
        "lien-he-ngan": _contact_line,
        "tiep-cong-dan": _reception,
        "to-chuc": _organisation,
    }
)
