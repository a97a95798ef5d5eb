"""The decisions that are really there."""

from __future__ import annotations

import csv
import json

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import WITH_PROBLEMS, as_json, exit_code, summary
from tests.province.decision.all_decisions import ALL
from tests.real_data import DATA, needs_real_data

REAL = DATA / "decisions"
KINDS = {
    "repealed": "bai_bo",
    "new": "moi",
    "modified": "sua_doi",
    "reduced": "sua_doi",
    "standardised": "chuan_hoa",
}


@needs_real_data
def test_the_real_text_of_3218() -> None:
    decision = read_decision(REAL / "quangbinh_3218-QD-UBND_2024-11-18.txt")
    data = as_json(decision)

    assert (data["so"], data["ngay_ky"], data["hieu_luc"]) == (
        "3218/QĐ-UBND",
        "2024-11-18",
        "2024-11-18",
    )
    assert (data["co_quan"], data["loai_van_ban"]) == ("UBND tỉnh Quảng Bình", "cong_bo")
    assert [(item["loai"], item["ma"], item["linh_vuc"], item["phi"]) for item in data["muc"]] == [
        ("moi", None, "Chăn nuôi", "Không")
    ] * 2
    assert [item["thoi_han"][:7] for item in data["muc"]] == ["90 ngày", "40 ngày"]
    assert data["muc"][0]["noi_tiep_nhan"].endswith("quangbinh.gov.vn")
    assert all(item["can_cu"].startswith("Điều ") for item in data["muc"])
    assert exit_code(decision) == WITH_PROBLEMS
    assert summary(decision) == "2 dòng = 2 thủ tục + 0 dòng chưa xếp được; 1 điều khác cần xem"


@needs_real_data
def test_the_described_decisions_hold_the_real_facts() -> None:
    described = {(each.so, entry.ma): (each, entry) for each in ALL for entry in each.entries}
    with (REAL / "haiphong_changes_sample.csv").open(encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines))

    for row in rows:
        number, code, kind = row["Số quyết định"], row["Mã TTHC"], row["Loại thay đổi"]
        if row["Chi tiết thay đổi"] == "Bị thay thế":
            assert any(
                code in entry.thay_cho for (so, _), (_, entry) in described.items() if so == number
            )
            continue
        decision, entry = described[number, code]
        assert decision.ngay_ky == row["Ngày quyết định"]
        assert entry.loai == ("thay_the" if row["Chi tiết thay đổi"] == "Thay thế" else KINDS[kind])
        assert not row["Ngày hiệu lực"] or decision.hieu_luc == row["Ngày hiệu lực"]


@needs_real_data
def test_the_described_hai_phong_decisions_hold_the_real_names() -> None:
    described = {entry.ma: entry for each in ALL for entry in each.entries}
    for name, key in (
        ("2831-QD-UBND_2025-07-10_ho_kinh_doanh", "hkdCapXa"),
        ("556-QD-UBND_2026-02-09_nuoi_con_nuoi", "capXa"),
    ):
        facts = json.loads((REAL / f"haiphong_{name}.json").read_text(encoding="utf-8"))
        for row in facts[key]:
            entry = described[row["ma"]]
            assert (entry.ten, entry.thoi_han, entry.phi, entry.cap) == (
                row["ten"],
                row["thoiHan"],
                row["phi"],
                ("xa",),
            )
