"""The plan's pages, figure and calendar: filled with the sample year, and as shipped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar

from cchc.reform.plan_faults import PLAN
from cchc.reform.progress import dues, tally
from cchc.site.open_data.feed_list import feed_list
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import read_at
from cchc.site.reform.plan.calendar_file import calendar_files
from cchc.site.reform.plan.plan_pages import plan_pages
from cchc.site.reform.plan.section import plan_figures
from cchc.site.reform.words import SAMPLE, percent
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
YEAR = "cai-cach/ke-hoach/2026/"


def loaded(portal: Path, day: dt.date = DAY, url: str = "") -> Portal:
    return load_portal(portal, day, url)


def page(portal: Portal, address: str = YEAR) -> str:
    return next(each for each in plan_pages(portal) if each.address == address).text


def test_the_answer_stands_first_with_its_day_and_base(portal: Path) -> None:
    text = page(loaded(add_sample(portal))).partition("\n# ")[2]
    answer = text.index("Đến ngày 24/11/2026: 18/21 việc")
    assert text.index(SAMPLE) < answer < text.index("{#qua-han}") < text.index("{#sap-toi}")
    assert "(85,7%); 2 việc quá hạn." in text


def test_figure_page_and_counts_say_the_same(portal: Path) -> None:
    found = loaded(add_sample(portal))
    (figure,) = plan_figures(found)
    counted = tally(dues(found.reform.of(PLAN)["2026"], 2026, DAY))
    assert figure.value == f"{counted.in_time}/{counted.fell_due}" == "18/21"
    assert figure.value in page(found)
    assert (figure.day, figure.address, figure.sample) == (DAY, YEAR, True)


def test_units_and_months_add_up(portal: Path) -> None:
    text = page(loaded(add_sample(portal)))
    by_unit, by_month = text.split("{#theo-thang}")[0], text.split("{#theo-thang}")[1]
    sum_of = '<th scope="row">Cộng</th>\n<td class="n" data-label="Tất cả">28</td>'
    assert sum_of in by_unit
    assert sum_of in by_month


def test_as_shipped_it_says_what_is_not_known(portal: Path) -> None:
    found = loaded(portal)
    assert "21 nhiệm vụ, chưa có số liệu tiến độ." in page(found, "cai-cach/ke-hoach/2022/")
    assert "Năm 2026: chưa có kế hoạch trong dữ liệu." in page(found)
    (figure,) = plan_figures(found)
    assert (figure.value, figure.day) == ("", None)
    assert list(calendar_files(found)) == []
    for text in (page(found), page(found, "cai-cach/ke-hoach/2022/")):
        assert "{#qua-han}" not in text
        assert SAMPLE not in text


def test_the_shipped_plan_of_2022_shows_every_task(portal: Path) -> None:
    found = loaded(portal)
    text = page(found, "cai-cach/ke-hoach/2022/")
    for task in found.reform.of(PLAN)["2022"].tasks:
        assert f'<tr id="{task.key.lower()}">' in text


def test_the_calendar_has_every_deadline_that_holds(portal: Path) -> None:
    found = loaded(add_sample(portal), url="https://huongan.example/")
    files = dict(calendar_files(found))
    events = icalendar.Calendar.from_ical(files[f"{YEAR}han.ics"]).walk("VEVENT")
    assert len(events) == 28
    assert len({str(each["UID"]) for each in events}) == 28
    late = next(each for each in events if "VP6" in str(each["SUMMARY"]))
    assert late.decoded("DTSTART") == dt.date(2026, 10, 30)
    assert str(late["URL"]) == f"https://huongan.example/{YEAR}#vp6"
    assert f"{YEAR}han.ics" in [each.address for each in feed_list(found)]


def test_evidence_leads_to_the_page_that_shows_it(portal: Path) -> None:
    found = loaded(add_sample(portal))
    assert read_at("https://a.example/b.pdf", found) == "https://a.example/b.pdf"
    assert read_at("lien-he/index.md", found) == "lien-he/"
    assert read_at("tai-ve/to-khai.docx", found) == "tai-ve/to-khai.docx"
    assert read_at("cai-cach/ke-hoach/2026.yml", found) == YEAR
    assert not read_at("cai-cach/ke-hoach/2019.yml", found)
    assert not read_at("tin-tuc/posts/khong-dang.md", found)
    for item in found.news:
        assert read_at(item.post.path, found) == item.address


def test_shares_have_a_comma_and_no_idle_nought() -> None:
    assert [percent(each) for each in (0.9239, 1, 0, 18 / 21)] == ["92,4%", "100%", "0%", "85,7%"]
