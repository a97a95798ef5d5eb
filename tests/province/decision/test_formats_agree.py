"""One description, five formats: what is read is what was described, item by item."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.all_decisions import ALL
from tests.province.decision.description import Description
from tests.province.decision.make import MAKERS, make
from tests.province.decision.make_xlsx import write_annex_alone
from tests.province.decision.score import differences
from tests.province.decision.sixty import SIXTY


@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("decision", ALL, ids=lambda decision: decision.name)
def test_every_format_gives_the_same_decision(
    tmp_path: Path, decision: Description, form: str
) -> None:
    data = as_json(read_decision(make(tmp_path, decision, form)))

    assert list(differences(decision, data)) == []


def test_sixty_items_lie_on_six_pages_or_more(tmp_path: Path) -> None:
    decision = read_decision(make(tmp_path, SIXTY, "pdf"))

    assert decision.rows == len(decision.items) == 60
    assert len({item.page for item in decision.items}) >= 6


def test_each_item_keeps_the_row_it_was_read_from(tmp_path: Path) -> None:
    decision = read_decision(make(tmp_path, SIXTY, "docx"))

    assert all(item.name.split()[0] in item.words for item in decision.items)
    assert "gi ấy" in decision.items[3].words
    assert "giấy" in decision.items[3].name


def test_a_workbook_with_the_annex_alone_has_number_and_date_but_no_effect(tmp_path: Path) -> None:
    data = as_json(read_decision(write_annex_alone(tmp_path / "phu-luc.xlsx", SIXTY)))

    assert (data["so"], data["ngay_ky"], data["co_quan"]) == (
        "4100/QĐ-UBND",
        "2026-11-05",
        "UBND thành phố Huế",
    )
    assert data["hieu_luc"] is None
    assert [item["ma"] for item in data["muc"]] == [entry.ma for entry in SIXTY.entries]
    assert any("hiệu lực" in problem["noi_dung"] for problem in data["van_de"])
