"""The index's pages, charts, figures and files: filled with the sample years, and as shipped."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from lxml import etree

from cchc.reform.index_faults import INDEX
from cchc.reform.index_sums import lost_points, total
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.index.places import ranked
from cchc.site.reform.index.section import index_figures, index_outputs, index_pages
from cchc.site.reform.words import SAMPLE
from tests.reform.samples import add_sample
from tests.reform.test_index import RIGHT

DAY = dt.date(2026, 11, 24)
TOP = "cai-cach/chi-so/"
YEAR = f"{TOP}2025/"


def loaded(portal: Path, day: dt.date = DAY) -> Portal:
    return load_portal(portal, day)


def put(portal: Path, text: str, year: str = "2026") -> Path:
    path = portal / INDEX.path(year)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return portal


def page(portal: Portal, address: str = TOP) -> str:
    return next(each for each in index_pages(portal) if each.address == address).text


def test_the_answer_stands_first_with_day_base_and_distance(portal: Path) -> None:
    text = page(loaded(add_sample(portal))).partition("\n# ")[2]
    answer = (
        "Năm 2025, phường Hương An đứng hạng 4 trên 40 đơn vị trong thành phố (công bố ngày"
        " 20/02/2026). Mục tiêu: trong nhóm 3 đơn vị đứng đầu, còn cách 1 bậc."
    )
    assert (
        text.index(SAMPLE) < text.index(answer) < text.index("{#hang}") < text.index("{#mat-diem}")
    )


def test_figures_pages_and_table_say_the_same(portal: Path) -> None:
    found = loaded(add_sample(portal))
    (figure,) = index_figures(found)
    assert (figure.value, figure.day, figure.address) == ("4/40", dt.date(2026, 2, 20), YEAR)
    assert figure.base == "đơn vị được xếp hạng, mục tiêu trong nhóm 3: còn cách 1 bậc"
    assert figure.sample
    sums = total(found.reform.of(INDEX)["2025"])
    assert sums.verified is not None
    assert "86,25/100 điểm thẩm định (ngày 15/01/2026); phường tự chấm 89." in page(found, YEAR)


def test_a_rank_not_yet_made_known_is_not_shown(portal: Path) -> None:
    add_sample(portal)
    before = loaded(portal, dt.date(2026, 2, 19))
    assert next(ranked(before)).year == "2024"
    assert next(ranked(loaded(portal, dt.date(2026, 2, 20)))).year == "2025"


def test_what_would_gain_the_most_stands_on_top_with_its_reason(portal: Path) -> None:
    found = loaded(add_sample(portal))
    most = lost_points(found.reform.of(INDEX)["2026"])[0]
    text = page(found).partition("{#mat-diem}")[2]
    assert text.index(most.leaf.item.name) < text.index(most.leaf.item.explanation)
    assert "Mất 6,75 điểm ở 9 tiêu chí" in text
    assert 'href="2026/#tc-13.1"' in text
    assert 'id="tc-13.1"' in page(found, f"{TOP}2026/")


def test_every_criterion_stands_in_the_table(portal: Path) -> None:
    found = loaded(add_sample(portal))
    text = page(found, YEAR)
    for criterion in found.reform.of(INDEX)["2025"].criteria:
        for each in (criterion, *criterion.components):
            assert f'id="tc-{each.number}"' in text
            assert each.name in text
    assert 'href="../../../tin-tuc/">Danh sách tin, bài mẫu năm 2025</a>' in text
    assert 'href="https://van-ban.example/bien-ban-mau.pdf"' in text


def test_charts_and_workbooks_are_files_beside_the_pages(portal: Path) -> None:
    found = loaded(add_sample(portal))
    files = dict(index_outputs(found))
    assert list(files) == [
        f"{TOP}hang-thanh-pho.svg", f"{TOP}hang-tinh.svg",
        f"{YEAR}bang-diem.xlsx", f"{YEAR}linh-vuc.svg",
        f"{TOP}2026/bang-diem.xlsx", f"{TOP}2026/linh-vuc.svg",
    ]  # fmt: skip
    for address, content in files.items():
        if address.endswith(".svg"):
            words = " ".join(etree.fromstring(content).itertext())
            assert "Số liệu mẫu để thử, không có thật" in words
            folder, _, name = address.rpartition("/")
            assert f'src="{name}"' in page(found, f"{folder}/")
    assert dict(index_outputs(found)) == files


def test_the_published_workbook_is_the_page_s_table(portal: Path, tmp_path: Path) -> None:
    files = dict(index_outputs(loaded(add_sample(portal))))
    path = tmp_path / "b.xlsx"
    path.write_bytes(files[f"{YEAR}bang-diem.xlsx"])
    cells = [cell.value for row in openpyxl.load_workbook(path).worksheets[0] for cell in row]
    assert "Tỷ lệ hồ sơ nộp trực tuyến" in cells
    assert cells[0] == "UBND phường Hương An"


def test_the_shipped_page_says_that_nothing_is_known(portal: Path) -> None:
    found = loaded(portal)
    (only,) = index_pages(found)
    assert "Hạng của phường: chưa có số liệu." in only.text
    assert "Văn phòng – Thống kê ghi điểm tự chấm khi chấm xong" in only.text
    assert "lien-he/" in only.text
    assert SAMPLE not in only.text
    assert list(index_outputs(found)) == []
    (figure,) = index_figures(found)
    assert (figure.value, figure.day, figure.address) == ("", None, TOP)


def test_of_true_figures_nothing_says_sample(portal: Path) -> None:
    put(portal, RIGHT.replace('"2027-01-20"', '"2026-11-20"'))
    found = loaded(portal)
    for each in index_pages(found):
        assert "mẫu" not in each.text
    assert "chưa có mục tiêu" in page(found)
    assert all(
        "mẫu" not in content.decode()
        for name, content in index_outputs(found)
        if name.endswith("svg")
    )


@pytest.mark.parametrize(
    ("drop", "said"),
    [
        ((), "10 điểm thẩm định"),
        (("tham_dinh",), "tự chấm 9,5/10 điểm (chốt ngày 20/11/2026); chưa có thẩm định."),
        (("tham_dinh", 'tu_cham: "4"'), "mới chấm 2/3 tiêu chí, được 5,5 điểm; tối đa cả bảng 10 điểm."),
        (("tham_dinh", "tu_cham"), "có 2 tiêu chí, tối đa 10 điểm; chưa chấm điểm."),
    ],
)  # fmt: skip
def test_how_far_the_points_are(portal: Path, drop: tuple[str, ...], said: str) -> None:
    kept = [line for line in RIGHT.splitlines(keepends=True)
            if not any(each in line and "ngay" not in line for each in drop)]  # fmt: skip
    assert said in page(loaded(put(portal, "".join(kept))), f"{TOP}2026/")
