from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from cchc.base.codes import is_internal
from cchc.base.problems import Refused
from cchc.procedures.terms import Level
from cchc.province import portal_pages
from cchc.province.flattened import legal_numbers, results
from tests.real_data import PAGES, json_lines, needs_real_data

PAGE = {
    "ma_thu_tuc": "1.002755",
    "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bf7-6762-77ee-9a0c-965773ce7afe",
    "ten_thu_tuc": "Gia hạn tạm trú",
    "so_quyet_dinh": "9354/QĐ-BCA-C06",
    "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
    "linh_vuc": "Đăng ký, quản lý cư trú",
    "doi_tuong_thuc_hien": "Tổ chức (không bao gồm doanh nghiệp, HTX), Cán bộ, công chức",
    "co_quan_thuc_hien": "Công an cấp Xã, Sở Tư pháp Thành phố Hà Nội",
    "co_quan_co_tham_quyen": "",
    "can_cu_phap_ly": "Tên văn bản pháp lýMã văn bảnLuật Cư trú 202068/2020/QH14",
    "ket_qua_xu_ly": "Thông báoMã: KQ.G01.000065Từ khóaKhông có thông tinNộp hồ sơ",
    "trinh_tu_thuc_hien": "Bước 1: một câu dài của người khác",
    "_ma_trong_trang": "1.002755",
    "_khop_ma": True,
}


def write(path: Path, *pages: dict[str, object]) -> Path:
    path.write_text("\n".join(json.dumps(page) for page in pages), encoding="utf-8")
    return path


def test_facts_are_taken_and_sentences_are_not(tmp_path: Path) -> None:
    (record,) = portal_pages.read(write(tmp_path / "a.jsonl", PAGE)).records
    procedure = record.procedure
    assert procedure.name == "Gia hạn tạm trú"
    assert procedure.levels == (Level.PROVINCE, Level.WARD)
    assert procedure.audience == (
        "Tổ chức (không bao gồm doanh nghiệp, HTX)", "Cán bộ, công chức",
    )  # fmt: skip
    assert procedure.portal_id == "019d2bf7-6762-77ee-9a0c-965773ce7afe"
    assert [basis.number for basis in procedure.legal_basis] == ["68/2020/QH14"]
    assert [(each.name, each.code) for each in procedure.results] == [
        ("Thông báo", "KQ.G01.000065")
    ]
    assert (procedure.steps, procedure.cases, procedure.methods) == ((), (), ())


@pytest.mark.parametrize("number", ["1681", "Demo/QĐ-BCA", "QĐCB", "QĐ/0001-BCA"])
def test_an_odd_decision_number_is_kept_and_told(tmp_path: Path, number: str) -> None:
    path = write(tmp_path / "a.jsonl", PAGE | {"so_quyet_dinh": f" {number} "})
    (record,) = portal_pages.read(path).records
    assert record.procedure.decision is not None
    assert record.procedure.decision.number == number
    assert number in record.procedure.cautions[0]


def test_pages_of_another_procedure_and_decisions_titles_are_refused(tmp_path: Path) -> None:
    title = "Công bố Danh mục và Quy trình nội bộ thủ tục hành chính của Sở Nội vụ"
    path = write(
        tmp_path / "a.jsonl",
        PAGE,
        PAGE | {"_ma_trong_trang": "1.014023"},
        PAGE | {"_khop_ma": False},
        PAGE | {"ten_thu_tuc": title},
        PAGE | {"ten_thu_tuc": "Công bố mở cảng cá loại III"},
        PAGE | {"ma_thu_tuc": "6.003494", "_ma_trong_trang": "6.003494"},
        {"khac": 1},
    )
    found = portal_pages.read(path)
    assert [record.line for record in found.records] == [1, 5]
    assert [problem.line for problem in found.problems] == [2, 3, 4, 7]
    assert found.internal == ("6.003494",)


def test_packed_pages_and_a_broken_line(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl.gz"
    path.write_bytes(gzip.compress(f"{json.dumps(PAGE)}\n{{hỏng".encode()))
    found = portal_pages.read(path)
    assert len(found.records) == 1
    assert "không phải JSON" in found.problems[0].message


def test_a_file_without_one_good_page_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        portal_pages.read(write(tmp_path / "a.jsonl", PAGE | {"_khop_ma": False}))


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Luật Cư trú 202068/2020/QH14", ("68/2020/QH14",)),
        ("Luật Khiếu nại năm 201102/2011/QH13Luật", ("02/2011/QH13",)),
        ("Thông tư 57/2021/TT-BCA57/2021/TT-BCAThông tư", ("57/2021/TT-BCA",)),
        ("Thông tư A56/2021/TT-BCASỬA ĐỔI B12/2020/TT-BTP", ("56/2021/TT-BCA", "12/2020/TT-BTP")),
        ("Sửa Nghị định 10/2020/NĐ-CP25/2022/NĐ-CP", ("25/2022/NĐ-CP",)),
        ("Biểu mẫu (thay Thông tư số 55/2021/TT-BCA) đăng ký66/2023/TT-BCA", ("66/2023/TT-BCA",)),
        ("Thông tư số 09/2024/TT-BKHĐT của Bộ09/2024/TT-BKHĐT", ("09/2024/TT-BKHĐT",)),
        ("Cắt giảm thủ tục66.7/2025/NQ-CPThông tư", ("66.7/2025/NQ-CP",)),
        ("Hiến pháp năm 2013.18/2020/NQ-CPLuật", ("18/2020/NQ-CP",)),
        ("Một cửa118/2025/NĐ-CQuy định", ()),
        ("Thông tư 85/2024/TT-BT\u0421151/2025/TT-BT\u0421", ("151/2025/TT-BTC",)),
        ("Liên tịch10/2013/TTLT-BTTTT-BQP-BCALuật", ("10/2013/TTLT-BTTTT-BQP-BCA",)),
        ("Việt NamLuật 47/2014/QH13Thông tư", ("47/2014/QH13",)),
        ("Thông tư số 1234/2020/TT-BCA", ()),
        ("Không có thông tin", ()),
    ],
)
def test_numbers_out_of_a_table_without_borders(text: str, numbers: tuple[str, ...]) -> None:
    assert legal_numbers(f"Tên văn bản pháp lýMã văn bản{text}") == numbers


def test_results_only_where_each_has_its_code() -> None:
    assert results("AMã: KQ.G01.00263- BMã: KQ.G17.000314Từ khóaX") == (
        ("A", "KQ.G01.00263"), ("B", "KQ.G17.000314"),
    )  # fmt: skip
    assert results("AMã: 000.00.00.G04-KQ0257") == (("A", "000.00.00.G04-KQ0257"),)
    assert results("AMã: KQ.G01.000263B không mã") == ()
    assert results("AMã: dsfas") == ()
    assert results(f"{'dài ' * 80}Mã: KQ.G01.000263") == ()


@needs_real_data
def test_the_real_pages() -> None:
    pages, found = json_lines(PAGES), portal_pages.read(PAGES)
    matching = [page for page in pages if page["_khop_ma"]]
    public = [page for page in matching if not is_internal(page["ma_thu_tuc"])]
    assert len(pages) == 588
    assert [r.procedure.code for r in found.records] == [page["ma_thu_tuc"] for page in public]
    assert len(found.internal) == len(matching) - len(public)
    assert len(found.problems) == 17
    assert all(record.problems == () for record in found.records)
    assert all(record.procedure.portal_id for record in found.records)
