"""The feeds: valid, with ids that stay and dates from the data."""

from __future__ import annotations

import datetime as dt
import re
from typing import Any

import icalendar
from lxml import etree

from cchc.procedures.decision import Decision
from cchc.site.feeds.change_feeds import MOST, feeds
from cchc.site.feeds.ical import Appointment, calendar
from tests.site.samples import portal_of, procedure, version

ATOM = "{http://www.w3.org/2005/Atom}"
NUMBER = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
RECORD = {"ngay": "2027-03-01", "loai": "sua_doi", "quyet_dinh": NUMBER, "noi_dung": "a < b & c"}


def files(
    day: str, name: str = "Đăng ký khai sinh", url: str = "https://a.vn/"
) -> dict[str, bytes]:
    later = version(procedure("1.001193", name, lich_su=[RECORD]), "2027-03-01")
    portal = portal_of(procedure("1.001193", name), later, procedure("2.000815", "B",
                       linh_vuc="Chứng thực"), day=dt.date.fromisoformat(day))  # fmt: skip
    return dict(feeds(portal, "Trang phường", url))


def parsed(content: bytes) -> Any:  # noqa: ANN401 - lxml's element
    return etree.fromstring(content)


def text(element: Any, name: str) -> str:  # noqa: ANN401 - lxml's element
    return str(element.findtext(f"{ATOM}{name}"))


def test_one_for_all_changes_and_one_a_field() -> None:
    made = files("2026-11-24")
    assert {each for each in made if each.endswith(".xml")} == {
        "thay-doi/atom.xml", "thu-tuc/ho-tich/atom.xml", "thu-tuc/chung-thuc/atom.xml",
    }  # fmt: skip
    assert len(parsed(made["thu-tuc/ho-tich/atom.xml"]).findall(f"{ATOM}entry")) == 1
    assert not parsed(made["thu-tuc/chung-thuc/atom.xml"]).findall(f"{ATOM}entry")


def test_feed_has_what_the_standard_asks_for() -> None:
    for name, content in files("2026-11-24").items():
        if not name.endswith(".xml"):
            continue
        feed = parsed(content)
        for part in (feed, *feed.findall(f"{ATOM}entry")):
            assert text(part, "id").startswith("urn:uuid:")
            assert text(part, "title")
            assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+07:00", text(part, "updated"))
        assert feed.find(f"{ATOM}author/{ATOM}name").text == "UBND phường Hương An"
        own = [e for e in feed.findall(f"{ATOM}link") if e.get("rel") == "self"]
        assert own[0].get("href") == f"https://a.vn/{name}"


def entry(content: bytes) -> Any:  # noqa: ANN401 - lxml's element
    return parsed(content).find(f"{ATOM}entry")


def test_id_stays_when_the_title_changes_and_the_day_comes() -> None:
    before = entry(files("2026-11-24")["thay-doi/atom.xml"])
    after = entry(files("2027-03-01", "Tên khác", "https://khac.vn/")["thay-doi/atom.xml"])
    assert text(before, "id") == text(after, "id")
    assert text(before, "updated") == "2026-11-10T00:00:00+07:00"
    assert text(after, "updated") == "2027-03-01T00:00:00+07:00"
    assert "Sắp có hiệu lực từ 01/03/2027" in text(before, "summary")
    assert "a < b & c" in text(before, "summary")


def test_site_that_does_not_know_its_address_links_from_the_feed() -> None:
    made = files("2026-11-24", url="")
    link = entry(made["thay-doi/atom.xml"]).find(f"{ATOM}link").get("href")
    assert link == "../thu-tuc/ho-tich/1.001193/"


def test_same_files_and_day_give_the_same_bytes_whatever_the_clock() -> None:
    assert files("2026-11-24") == files("2026-11-24")


def appointments(content: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(content).walk("VEVENT"))


def test_calendar_holds_the_days_to_come() -> None:
    content = files("2026-11-24")["thay-doi/lich.ics"]
    (event,) = appointments(content)
    assert event["DTSTART"].dt == dt.date(2027, 3, 1)
    assert str(event["SUMMARY"]) == "Có hiệu lực: Quyết định 3582/QĐ-UBND (1 thủ tục)"
    assert "1.001193 Đăng ký khai sinh" in str(event["DESCRIPTION"])
    assert not appointments(files("2027-03-01")["thay-doi/lich.ics"])


def test_calendar_folds_long_lines_between_letters() -> None:
    words = "Thủ tục, có; dấu \\ rất dài " * 10 + "\nhết"
    day = dt.date(2027, 3, 1)
    content = calendar("x", [Appointment("a", day, day, words, words, "")])
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    (event,) = appointments(content)
    assert str(event["DESCRIPTION"]) == words


def decided(day: str, **log: Any) -> Any:  # noqa: ANN401 - lxml's element
    decision = Decision.model_validate(
        {"so": "3582/QĐ-UBND", "ngay_ky": "2026-11-10", "hieu_luc": "2026-11-20",
         "trang_thai": "da_xac_nhan", **log}
    )  # fmt: skip
    changed = version(procedure(lich_su=[RECORD | {"ngay": "2026-11-20"}]), "2026-11-20")
    portal = portal_of(procedure(), changed, day=dt.date.fromisoformat(day), decisions=[decision])
    return entry(dict(feeds(portal, "Trang", "https://a.vn/"))["thay-doi/atom.xml"])


def test_decision_entered_late_is_news_on_the_day_it_was_entered() -> None:
    late = decided("2026-12-31", ap_dung="2026-12-05")
    assert text(late, "updated") == "2026-12-05T00:00:00+07:00"
    assert text(decided("2026-12-31"), "updated") == "2026-11-20T00:00:00+07:00"


def test_latest_news_stands_first_and_is_never_cut_by_what_is_to_come() -> None:
    far = [version(procedure(f"1.{n:06}", nguon=[{"ten": "x", "ngay": "2026-01-01"}]), "2027-06-01")
           for n in range(MOST)]  # fmt: skip
    now = version(procedure("3.000722", "Vừa có"), "2026-11-20")
    content = dict(feeds(portal_of(*far, now), "Trang", ""))["thay-doi/atom.xml"]
    entries = parsed(content).findall(f"{ATOM}entry")
    assert len(entries) == MOST
    assert "Vừa có" in text(entries[0], "title")


def test_feed_is_never_newer_than_the_build() -> None:
    portal = portal_of(version(procedure(), "2027-06-01"))
    feed = parsed(dict(feeds(portal, "Trang", ""))["thay-doi/atom.xml"])
    assert text(feed, "updated") == "2025-07-01T00:00:00+07:00"
