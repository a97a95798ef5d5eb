from __future__ import annotations

from pathlib import Path
from typing import Any

import docx
import pytest

from cchc.base.problems import Refused
from cchc.base.text import clean, one_line
from cchc.procedures.model import Procedure
from cchc.procedures.terms import FeeKind, Level, Method, TimeUnit
from cchc.province import word_export
from cchc.province.phrases import BULLET
from tests.province.word_files import Style, write
from tests.real_data import WORD_ROWS, json_lines, needs_real_data

FACTS: dict[str, Any] = {
    "metadata": {
        "mã_thủ_tục": "1.013133",
        "tên_thủ_tục": "Thủ tục đăng ký nghĩa vụ quân sự lần đầu",
        "số_quyết_định": "Quyết định số 6375/QĐ-BQP",
        "cấp_thực_hiện": "Cấp Tỉnh, Cấp Xã",
        "loại_thủ_tục": "TTHC được luật giao quy định chi tiết",
        "lĩnh_vực": "Nghĩa vụ quân sự",
    },
    "content": {
        "trình_tự_thực_hiện": "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
        "đối_tượng_thực_hiện": "Công dân Việt Nam, Tổ chức (không bao gồm doanh nghiệp, HTX)",
        "cơ_quan_thực_hiện": "Ban chỉ huy quân sự cấp Xã",
        "cơ_quan_có_thẩm_quyền": "Chủ tịch UBND cấp xã",
        "cơ_quan_được_ủy_quyền": "Không có thông tin",
        "cơ_quan_phối_hợp": "Không có thông tin",
        "địa_chỉ_tiếp_nhận_hs": "Không có thông tin",
        "kết_quả_thực_hiện": "Giấy chứng nhận",
        "yêu_cầu_điều_kiện_thực_hiện": "Không",
        "từ_khóa": "Không có thông tin",
        "mô_tả": "Không có thông tin",
    },
    "tables": {
        "hinh_thuc_nop": [
            {"hinh_thuc": "Trực tiếp", "thoi_han_giai_quyet": "1 Ngày làm việc",
             "phi_le_phi": "Phí : 0 Đồng", "mo_ta": "Nộp tại trụ sở"},
            {"hinh_thuc": "Trực tuyến", "thoi_han_giai_quyet": "Không quy định",
             "phi_le_phi": "Lệ phí : 50.000 Đồng (theo hồ sơ)", "mo_ta": ""},
        ],
        "thanh_phan_ho_so": [
            {"ten_giay_to": "Phiếu tự khai", "so_luong": "Mau1.docx",
             "ghi_chu": "Bản chính: 1\nBản sao: 0"},
        ],
        "can_cu_phap_ly": [
            {"so_ky_hieu": "78/2015/QH13", "trich_yeu": "Nghĩa vụ quân sự",
             "ngay_ban_hanh": "19-06-2015", "co_quan_ban_hanh": "Quốc hội"},
            {"so_ky_hieu": "12", "trich_yeu": "Quyết định số 12/2021/QĐ-TTg về ứng phó sự cố",
             "ngay_ban_hanh": "", "co_quan_ban_hanh": None},
        ],
    },
}  # fmt: skip


def check(procedure: Procedure) -> None:
    assert procedure.code == "1.013133"
    assert procedure.decision is not None
    assert procedure.decision.number == "6375/QĐ-BQP"
    assert procedure.levels == (Level.PROVINCE, Level.WARD)
    assert procedure.audience == (
        "Công dân Việt Nam",
        "Tổ chức (không bao gồm doanh nghiệp, HTX)",
    )
    assert procedure.agencies.executing == ("Ban chỉ huy quân sự cấp Xã",)
    assert procedure.agencies.coordinating == ()
    assert procedure.steps == ("Bước 1: Nộp hồ sơ.", "Bước 2: Nhận kết quả.")
    in_person, online = procedure.methods
    assert in_person.method is Method.IN_PERSON
    assert in_person.time_limit is not None
    assert (in_person.time_limit.value, in_person.time_limit.unit) == (1, TimeUnit.WORKING_DAY)
    assert in_person.fees == (), "số 0 của Cổng không phải miễn phí"
    assert online.time_limit is not None
    assert online.time_limit.words == "Không quy định"
    (fee,) = online.fees
    assert (fee.kind, fee.amount, fee.words) == (FeeKind.CHARGE, 50_000, "theo hồ sơ")
    (case,) = procedure.cases
    assert (case.name, case.papers[0].name, case.papers[0].form) == (
        "", "Phiếu tự khai", "Mau1.docx",
    )  # fmt: skip
    assert (case.papers[0].originals, case.papers[0].copies) == (1, 0)
    assert [basis.number for basis in procedure.legal_basis] == ["78/2015/QH13", "12/2021/QĐ-TTg"]
    assert procedure.results[0].name == "Giấy chứng nhận"


@pytest.mark.parametrize("style", Style)
def test_one_procedure_in_each_layout(tmp_path: Path, style: Style) -> None:
    record = word_export.read(write(tmp_path / "ChiTietTTHC_1.013133.docx", FACTS, style))
    check(record.procedure)
    assert record.problems == ()


def test_papers_by_case(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Mã thủ tục: 1.013133", "Tên thủ tục: A", "Thành phần hồ sơ:"):
        document.add_paragraph(line)
    for case in ("Trường hợp đăng ký mới:", "Trường hợp đăng ký lại"):
        document.add_paragraph(case)
        table = document.add_table(2, 1)
        table.rows[0].cells[0].text, table.rows[1].cells[0].text = "Tên giấy tờ", "Tờ khai"
    document.save((tmp_path / "a.docx").as_posix())
    cases = word_export.read(tmp_path / "a.docx").procedure.cases
    assert [case.name for case in cases] == ["Trường hợp đăng ký mới", "Trường hợp đăng ký lại"]


def test_a_part_in_plain_lines_is_told_for_typing_by_hand(tmp_path: Path) -> None:
    document = docx.Document()
    for line in ("Mã thủ tục: 1.013133", "Tên thủ tục: A", "Thành phần hồ sơ:", "- Tờ khai"):
        document.add_paragraph(line)
    document.save((tmp_path / "a.docx").as_posix())
    (problem,) = word_export.read(tmp_path / "a.docx").problems
    assert "Thành phần hồ sơ không ở trong bảng" in problem.message


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        word_export.read(path)
    return refused.value.problems[0].message


def test_the_code_inside_must_be_the_one_of_the_name(tmp_path: Path) -> None:
    path = write(tmp_path / "ChiTietTTHC_1.001193.docx", FACTS, Style.ONE_LINE)
    assert "tên tệp là mã 1.001193 nhưng bên trong là mã 1.013133" in refusal(path)


def test_an_internal_procedure_and_another_document(tmp_path: Path) -> None:
    internal = FACTS | {"metadata": FACTS["metadata"] | {"mã_thủ_tục": "6.003494"}}
    assert "nội bộ" in refusal(write(tmp_path / "a.docx", internal, Style.ONE_LINE))
    docx.Document().save((tmp_path / "b.docx").as_posix())
    assert "không có mục “Mã thủ tục:”" in refusal(tmp_path / "b.docx")


@needs_real_data
def test_all_real_exports_are_read_back(tmp_path: Path) -> None:
    for number, facts in enumerate(json_lines(WORD_ROWS)):
        style = list(Style)[number % len(Style)]
        code = facts["metadata"]["mã_thủ_tục"]
        record = word_export.read(write(tmp_path / f"ChiTietTTHC_{code}.docx", facts, style))
        _same(record.procedure, facts)
        assert record.problems == ()


def _same(procedure: Procedure, facts: dict[str, Any]) -> None:
    """Nothing of a real export is lost: counts and words of each part."""
    metadata, content, tables = facts["metadata"], facts["content"], facts["tables"]
    assert procedure.name == one_line(metadata["tên_thủ_tục"])
    assert procedure.field_of_service == metadata["lĩnh_vực"]
    assert len(procedure.levels) == metadata["cấp_thực_hiện"].count("C")
    steps = clean(content["trình_tự_thực_hiện"])
    assert "".join(" ".join(procedure.steps).split()) == "".join(steps.split())
    assert len(procedure.methods) == len(tables["hinh_thuc_nop"])
    papers = [paper.name for case in procedure.cases for paper in case.papers]
    assert papers == [
        BULLET.sub("", one_line(row["ten_giay_to"])) for row in tables["thanh_phan_ho_so"]
    ]
    assert len(procedure.legal_basis) == len(tables["can_cu_phap_ly"])
    joined = ", ".join(procedure.agencies.executing)
    assert joined == one_line(content["cơ_quan_thực_hiện"])
