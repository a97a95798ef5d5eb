"""Documents: numbers compared, what the check refuses, who still cites what has ended."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

import pytest

from cchc.procedures.store import load
from cchc.publish.checking import check_portal
from cchc.reform.documents.citations import citing, library
from cchc.reform.documents.document import Force
from cchc.reform.documents.document_faults import DOCUMENTS, REVIEW
from cchc.reform.documents.numbers import cited, number_key
from cchc.reform.kinds import check_reform
from cchc.reform.store import canonical_sheet, read_sheet
from tests.reform.samples import add_sample

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "tests/fixtures/cai-cach"
DAY = dt.date(2026, 11, 24)
OLD = (FIXTURES / "van-ban/2015.yml").read_text(encoding="utf-8")
NEW = (FIXTURES / "van-ban/2026.yml").read_text(encoding="utf-8")
LOOKED = (FIXTURES / "ra-soat/2026.yml").read_text(encoding="utf-8")
PATH = "docs/cai-cach/van-ban/2026.yml"
REVIEW_PATH = "docs/cai-cach/ra-soat/2026.yml"


@pytest.mark.parametrize(
    "written",
    [
        "123/2015/NĐ-CP",
        "123/2015/nđ-cp",
        "123 / 2015 / NĐ – CP",
        "123/2015/NÐ-CP",
        "123/2015/ND-CP",
        "123/2015/NĐ-СР",
        "Số: 123/2015/NĐ-CP",
        "0123/2015/NĐ-CP.",
        "123/2015/N\u0110\u00a0-\u00a0CP",
    ],
)
def test_one_number_however_it_is_written(written: str) -> None:
    assert number_key(written) == number_key("123/2015/NĐ-CP")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("123/2015/NĐ-CP", "123/2016/NĐ-CP"),
        ("123/2015/NĐ-CP", "12/2015/NĐ-CP"),
        ("123/2015/NĐ-CP", "123/2015/TT-BTP"),
        ("66.7/2025/NQ-CP", "667/2025/NQ-CP"),
    ],
)
def test_other_numbers(one: str, other: str) -> None:
    assert number_key(one) != number_key(other)


def test_the_year_stands_in_the_number_or_in_the_date() -> None:
    assert cited("123/2015/NĐ-CP", dt.date(2020, 1, 1)).year == 2015
    assert cited("163/QĐ-BTP", dt.date(2026, 2, 5)).year == 2026
    assert cited("163/QĐ-BTP", None).year is None


def left(portal: Path, text: str, path: str = PATH) -> list[str]:
    (portal / path).parent.mkdir(parents=True, exist_ok=True)
    (portal / path).write_text(text, encoding="utf-8")
    return [str(each) for each in check_reform(portal) if each.path == path]


FAULTS = [
    ("so: 45/2026/QĐ-UBND\n", "so: 12/2026/qđ – ubnd\n", 14, "đã có ở trên"),
    ('ngay: "2026-11-16"', 'ngay: "2025-11-16"', 23, "ngày ban hành 16/11/2025 ngoài năm 2026"),
    ("so: 45/2026/QĐ-UBND\n", "so: 45/2025/QĐ-UBND\n", 14, "năm trong số 45/2025/QĐ-UBND khác"),
    ('hieu_luc: "2026-03-20"', 'hieu_luc: "2026-03-01"', 9, "trước ngày ban hành 10/03/2026"),
    ("  tinh_trang: het_toan_bo\n", "", 10, "ghi `tinh_trang: het_toan_bo`"),
    ("  - 45/2026/QĐ-UBND", "  - 12/2026/QĐ-UBND", 12, "không thể thay thế chính nó"),
    ("loai: ke_hoach", "loai: lich", 22, "“lich” không dùng được; chọn một trong"),
    ("linh_vuc: Tuyên truyền", "tep: van-ban/khong-co.pdf", 26, "không có tệp docs/van-ban/"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "message"), FAULTS)
def test_what_is_wrong_with_a_document_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in NEW
    told = left(portal, NEW.replace(right, wrong, 1))
    assert any(each.startswith(f"{PATH}:{line}: lỗi: ") and message in each for each in told), told


REVIEW_FAULTS = [
    ("tong_so: 3", "tong_so: 5", 7, "ghi 5 văn bản, danh sách có 3"),
    ('den_ngay: "2026-10-31"', 'den_ngay: "2020-10-31"', 5, "ngày cuối trước ngày đầu"),
    ('ngay: "2026-11-02"', 'ngay: "2024-11-02"', 3, "không thuộc rà soát năm 2026"),
    ("don_vi: tu-phap", "don_vi: tp", 6, "không có bộ phận “tp”"),
    ("so: 7/2024", "so: 45/2026", 16, "đã có ở trên"),
]


@pytest.mark.parametrize(("right", "wrong", "line", "message"), REVIEW_FAULTS)
def test_what_is_wrong_with_a_review_is_told_with_its_line(
    portal: Path, right: str, wrong: str, line: int, message: str
) -> None:
    assert right in LOOKED
    told = left(portal, LOOKED.replace(right, wrong, 1), REVIEW_PATH)
    assert any(
        each.startswith(f"{REVIEW_PATH}:{line}: lỗi: ") and message in each for each in told
    ), told


def test_the_samples_are_right_and_canonical(portal: Path) -> None:
    assert left(portal, NEW) == left(portal, LOOKED, REVIEW_PATH) == []
    for text in (OLD, NEW):
        assert canonical_sheet(read_sheet(DOCUMENTS, "x.yml", text.encode())) == text
    assert canonical_sheet(read_sheet(REVIEW, "x.yml", LOOKED.encode())) == LOOKED


def test_a_state_begins_and_ends_on_its_day() -> None:
    first, second, third = read_sheet(DOCUMENTS, PATH, NEW.encode()).documents
    assert first.force_on(dt.date(2026, 8, 31)) is Force.IN_FORCE
    assert first.force_on(dt.date(2026, 9, 1)) is Force.ENDED
    assert second.force_on(dt.date(2026, 8, 31)) is Force.TO_COME
    assert third.force_on(DAY) is Force.TO_COME


def test_a_document_that_ended_names_every_procedure_that_still_cites_it(portal: Path) -> None:
    add_sample(portal)
    ended = '  tinh_trang: het_toan_bo\n  het_tu: "2026-10-01"\n  thay_the_boi:\n  - 1/2026/NĐ-CP\n'
    text = OLD.replace("  linh_vuc: Hộ tịch\n", "  linh_vuc: Hộ tịch\n" + ended)
    left(portal, text, "docs/cai-cach/van-ban/2015.yml")
    told = [
        str(e) for e in check_portal(portal, load(portal), DAY) if "đã hết hiệu lực" in e.message
    ]
    assert told == [
        (
            "procedures/ho-tich/1.001193.yml:80: nhắc: căn cứ 123/2015/NĐ-CP đã hết hiệu lực từ"
            " ngày 01/10/2026; thay bằng 1/2026/NĐ-CP nếu đúng, rồi sửa `can_cu` của thủ tục"
        )
    ]
    before = check_portal(portal, load(portal), dt.date(2026, 9, 30))
    assert not [each for each in before if "đã hết hiệu lực" in each.message]


def test_the_ward_s_real_procedures_cite_the_real_decrees() -> None:
    known = library({"2015": read_sheet(DOCUMENTS, "x.yml", OLD.encode())})
    procedures = load(ROOT).in_force(DAY).values()
    found = citing(known, procedures)
    written = Counter(
        number for each in procedures for number in {basis.number for basis in each.legal_basis}
    )
    by_number = {key.key: len(codes) for key, codes in found.items()}
    assert by_number[number_key("123/2015/NĐ-CP")] >= written["123/2015/NĐ-CP"] > 30
    assert by_number[number_key("23/2015/NĐ-CP")] >= written["23/2015/NĐ-CP"] > 10
