"""Every feed of the ward's whole site, read as the programs of others read it.

Three judges: the grammar of the Atom standard, feedparser (what most readers are built on), and
the rules that no grammar can say: ids once only, the newest date, its own address.
"""

from __future__ import annotations

import copy
import json
from collections import Counter
from pathlib import Path
from typing import Any

import feedparser  # type: ignore[import-untyped]  # it brings no types
import icalendar
import pytest
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "atom.rng"))


def listed(site: Path, kind: str) -> list[Path]:
    """Give the files of a kind that feeds.json names: nobody finds a feed that is not there."""
    feeds = json.loads((site / "du-lieu/feeds.json").read_text(encoding="utf-8"))["nguon_tin"]
    return [(site / "du-lieu" / f["dia_chi"]).resolve() for f in feeds if f["kieu"] == kind]


@pytest.fixture(scope="module")
def feeds(shipped: Path) -> list[Path]:
    return listed(shipped, "application/atom+xml")


def test_every_feed_of_the_site_is_listed_for_machines(shipped: Path, feeds: list[Path]) -> None:
    assert sorted(feeds) == sorted(each.resolve() for each in shipped.rglob("atom.xml"))
    assert len(feeds) > 40
    assert listed(shipped, "text/calendar") == [(shipped / "thay-doi/lich.ics").resolve()]


def test_the_grammar_of_the_standard_finds_no_fault(feeds: list[Path]) -> None:
    for file in feeds:
        document = etree.parse(file)
        assert GRAMMAR.validate(document), (file, GRAMMAR.error_log.last_error)


@pytest.mark.parametrize("part", ["id", "title", "updated", "author", "link"])
def test_the_grammar_misses_what_is_missing(feeds: list[Path], part: str) -> None:
    broken = copy.deepcopy(etree.parse(feeds[0]))
    root = broken.getroot()
    for each in root.findall(f"{ATOM}{part}"):
        root.remove(each)
    assert not GRAMMAR.validate(broken)


def test_ids_are_once_only_and_the_feed_as_new_as_its_newest_entry(feeds: list[Path]) -> None:
    seen: Counter[str] = Counter()
    for file in feeds:
        root = etree.parse(file).getroot()
        seen[str(root.findtext(f"{ATOM}id"))] += 1
        entries = root.findall(f"{ATOM}entry")
        ids = [each.findtext(f"{ATOM}id") for each in entries]
        assert len(ids) == len(set(ids))
        days = [str(each.findtext(f"{ATOM}updated")) for each in entries]
        assert days == sorted(days, reverse=True)
        assert not days or root.findtext(f"{ATOM}updated") == days[0]
    assert set(seen.values()) == {1}


def test_a_reader_gets_titles_days_and_pages_that_are_there(
    shipped: Path, feeds: list[Path]
) -> None:
    told = 0
    for file in feeds:
        read: Any = feedparser.parse(file.read_bytes())
        assert not read.bozo, (file, read.get("bozo_exception"))
        assert read.version == "atom10"
        assert read.feed.language == "vi"
        told += len(read.entries)
        for each in read.entries:
            assert each.title
            assert each.summary
            assert each.updated_parsed
            page = file.parent / each.link
            assert (page / "index.html").is_file(), (file, each.link)
            assert page.resolve().is_relative_to(shipped.resolve())
    assert told > 2


def test_the_calendar_opens_in_a_calendar(shipped: Path) -> None:
    read = icalendar.Calendar.from_ical((shipped / "thay-doi/lich.ics").read_bytes())
    assert not read.errors
    assert read.walk("VEVENT")
