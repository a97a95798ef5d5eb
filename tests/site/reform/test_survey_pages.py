"""The surveys' pages, charts and figure: filled with the sample year, and as shipped."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path
from xml.etree import ElementTree as ET

from cchc.base.ward import load_ward
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.rates import general_rate
from cchc.site.open_data.reform_files import reform_files
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.survey.charts import survey_charts
from cchc.site.reform.survey.section import survey_figures
from cchc.site.reform.survey.survey_pages import survey_pages
from cchc.site.reform.words import SAMPLE, percent
from cchc.site.rendering import PageText
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 24)
LAST = "cai-cach/khao-sat/2026-Q3/"
SMALL = """\
thu_ve: 64
cau_hoi:
- ma: C1
  cau: Chung
  chung: true
  tra_loi:
  - muc: hai_long
    so: 50
  - muc: binh_thuong
    so: 14
  theo_linh_vuc:
  - linh_vuc: Hộ tịch
    tra_loi: 30
    hai_long: 25
  - linh_vuc: Chứng thực
    tra_loi: 31
    hai_long: 23
  - linh_vuc: Lĩnh vực khác
    tra_loi: 3
    hai_long: 2
"""


def loaded(portal: Path) -> Portal:
    return load_portal(portal, DAY)


def pages(portal: Portal) -> dict[str, PageText]:
    return {each.address: each for each in survey_pages(portal)}


def test_the_rate_stands_first_with_its_base_and_interval(portal: Path) -> None:
    page = pages(loaded(add_sample(portal)))[LAST]
    said = "Khảo sát quý III năm 2026: tỷ lệ hài lòng chung 92,4% (122/132 phiếu; khoảng tin cậy 95%: 86,6% đến 95,8%)."
    assert page.description == said
    assert page.html.index(SAMPLE) < page.html.index(said) < page.html.index("<table")


def test_no_percent_stands_without_its_base(portal: Path) -> None:
    """Each row of a table with a percent has a count beside it; each sentence a base."""
    for page in pages(loaded(add_sample(portal))).values():
        for row in re.findall(r"<tr.*?</tr>", page.html, re.DOTALL):
            cells = re.findall(r"<td[^>]*>(.*?)</td>", row, re.DOTALL)
            if "%" in "".join(cells):
                assert re.search(r"^\d+(/\d+)?$", "\n".join(cells), re.MULTILINE), row
        for words in re.findall(r"<p[^>]*>([^<]*\d%[^<]*)</p>", page.html):
            assert "phiếu" in words


def test_figure_page_and_file_say_the_same(portal: Path) -> None:
    found = loaded(add_sample(portal))
    (figure,) = survey_figures(found)
    rate = general_rate(found.reform.of(SURVEY)["2026-Q3"])
    assert rate is not None
    assert figure.value == percent(rate.share) == "92,4%"
    assert figure.base == "122/132 phiếu quý III năm 2026; khoảng tin cậy 95%: 86,6% đến 95,8%"
    assert (figure.day, figure.address) == (dt.date(2026, 9, 18), LAST)
    assert figure.sample


def test_the_trend_has_every_period_in_order(portal: Path) -> None:
    found = loaded(add_sample(portal))
    page = pages(found)["cai-cach/khao-sat/"].html
    assert re.findall(r'href="(2026-Q\d)/">Quý', page) == ["2026-Q3", "2026-Q2", "2026-Q1"]
    charts = dict(survey_charts(found))
    assert set(charts) == {
        "cai-cach/khao-sat/xu-huong.svg",
        *(f"cai-cach/khao-sat/2026-Q{n}/hai-long.svg" for n in (1, 2, 3)),
    }
    for address, content in charts.items():
        drawn = ET.fromstring(content)  # noqa: S314 - our own
        words = "".join(drawn.itertext())
        assert "Số liệu mẫu để thử, không có thật" in words
        assert ("2026-Q1" in words) == address.endswith("xu-huong.svg")


def test_small_groups_are_on_no_page_and_in_no_open_data(portal: Path) -> None:
    path = portal / "docs/cai-cach/khao-sat/2026-Q3.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SMALL, encoding="utf-8")
    found = loaded(portal)
    html = pages(found)[LAST].html
    assert html.count(">Che</td>") == 2
    assert "nhóm dưới 5 phiếu" in html
    files = {each.name: each.content for each in reform_files(found, "application/json")}
    (record,) = json.loads(files["khao-sat.json"])["khao_sat"]
    assert record["cau_hoi"][0]["theo_linh_vuc"] == [
        {"linh_vuc": "Hộ tịch", "che": True},
        {"linh_vuc": "Chứng thực", "tra_loi": 31, "hai_long": 23},
        {"linh_vuc": "Lĩnh vực khác", "che": True},
    ]


def test_as_shipped_it_says_that_nobody_knows(portal: Path) -> None:
    found = loaded(portal)
    (page,) = pages(found).values()
    assert page.description == "Chưa có số liệu khảo sát."
    assert "%" not in page.html
    assert SAMPLE not in page.html
    (figure,) = survey_figures(found)
    assert (figure.value, figure.base, figure.day) == ("", "", None)
    assert list(survey_charts(found)) == []


def test_a_period_without_answers_has_a_page_that_says_so(portal: Path) -> None:
    path = portal / "docs/cai-cach/khao-sat/2026-Q4.yml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("phat_ra: 100\n", encoding="utf-8")
    page = pages(loaded(portal))["cai-cach/khao-sat/2026-Q4/"]
    assert "Chưa có số liệu." in page.html
    assert "%" not in page.html.replace("95%", "")


def test_the_official_channel_is_a_setting(portal: Path) -> None:
    assert not load_ward(portal).survey_portal
    file = portal / "mkdocs.yml"
    text = file.read_text(encoding="utf-8")
    file.write_text(
        text.replace('khao_sat: ""', "khao_sat: https://khaosat.example/hue"), encoding="utf-8"
    )
    page = pages(loaded(portal))["cai-cach/khao-sat/"].html
    assert 'href="https://khaosat.example/hue"' in page
    assert "khaosat.example" in page
