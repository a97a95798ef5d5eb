"""What a procedure's page says of its past, and what an abolished one leaves out."""

from __future__ import annotations

import datetime as dt
from typing import Any

from cchc.site.history.word_diff import ADDED, REMOVED, SAME, differences, word_diff
from cchc.site.pages import all_pages
from cchc.site.portal import Portal
from cchc.site.procedure.procedure_page import procedure_page
from cchc.site.search.search_rows import ended_row, plain_text
from tests.site.samples import portal_of, procedure, version

AT_COUNTER = {"hinh_thuc": "truc_tiep", "thoi_han": {"gia_tri": 5, "don_vi": "ngay_lam_viec"}}
SOONER = {"hinh_thuc": "truc_tiep", "thoi_han": {"gia_tri": 3, "don_vi": "ngay_lam_viec"}}
NUMBER = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
STEPS: dict[str, Any] = {"trinh_tu": ["Nộp hồ sơ cũ"], "cach_nop": [AT_COUNTER]}


def record(kind: str, day: str = "2027-03-01", **rest: object) -> dict[str, Any]:
    return {"ngay": day, "loai": kind, "quyet_dinh": NUMBER, **rest}


AMENDED = procedure(trinh_tu=["Nộp hồ sơ cũ"], cach_nop=[SOONER],
                    lich_su=[record("sua_doi", noi_dung="Rút ngắn thời hạn")])  # fmt: skip
GONE = procedure(
    bai_bo={"ngay": "2027-03-01", "quyet_dinh": NUMBER, "thay_bang": ["3.000722", "1.999999"]},
    lich_su=[record("bai_bo")],
)


def portal(after: Any, day: str) -> Portal:  # noqa: ANN401 - a procedure
    new = procedure("3.000722", "Liên thông mới", lien_quan=["1.001193"])
    return portal_of(procedure(**STEPS), version(after, "2027-03-01"), new,
                     day=dt.date.fromisoformat(day))  # fmt: skip


def said(of: Portal, code: str = "1.001193") -> str:
    page = next(p for p in all_pages(of) if p.address.endswith(f"/{code}/"))
    return plain_text(page.html)


def test_before_the_day_the_old_text_stands_with_what_will_change() -> None:
    text = said(portal(AMENDED, "2027-02-28"))
    assert "Sắp có hiệu lực từ 01/03/2027: nội dung mới." in text
    assert "05 ngày làm việc" in text
    assert "Sắp có hiệu lực" in text
    assert "bỏ: 05" in text
    assert "thêm: 03" in text


def test_on_the_day_the_new_text_stands_and_the_history_tells_why() -> None:
    text = said(portal(AMENDED, "2027-03-01"))
    assert "Sửa đổi từ 01/03/2027." in text
    assert "Quyết định số 3582/QĐ-UBND ngày 10/11/2026" in text
    assert "Nội dung sửa đổi: Rút ngắn thời hạn" in text
    assert "Sắp có hiệu lực" not in text


def test_procedure_without_changes_has_no_history() -> None:
    alone = portal_of(procedure(**STEPS))
    assert "Lịch sử thay đổi" not in plain_text(
        procedure_page(alone.entries["1.001193"], alone).html
    )


def test_abolished_procedure_keeps_its_address_and_nothing_as_if_valid() -> None:
    of = portal(GONE, "2027-03-01")
    text = said(of)
    assert "Đã được thay thế từ 01/03/2027." in text
    assert "Nộp hồ sơ cũ" not in text
    assert "05 ngày" not in text
    assert "Liên thông mới 3.000722" in text
    assert "1.999999 (phường chưa có trang của thủ tục này)" in text
    addresses = [page.address for page in all_pages(of)]
    assert addresses.count("thu-tuc/ho-tich/1.001193/") == 1


def test_abolished_procedure_is_in_no_list_and_marked_where_others_link_to_it() -> None:
    of = portal(GONE, "2027-03-01")
    lists = [p for p in all_pages(of) if p.listed and p.address != "thay-doi/"]
    assert lists
    assert not [page.address for page in lists if "1.001193" in page.html]
    assert "Đăng ký khai sinh 1.001193 Đã bãi bỏ" in said(of, "3.000722")


def test_day_before_its_end_it_is_valid_and_the_end_announced() -> None:
    text = said(portal(GONE, "2027-02-28"))
    assert "Sắp bị bãi bỏ từ 01/03/2027." in text
    assert "Nộp hồ sơ cũ" in text


def test_search_finds_it_after_those_in_force_and_says_so() -> None:
    row = ended_row(portal(GONE, "2027-03-01").ended["1.001193"])
    assert (row.kind, row.title) == ("t", "Đăng ký khai sinh (đã bãi bỏ)")


def test_words_that_stay_are_shortened_around_the_change() -> None:
    old = ("một hai ba bốn năm sáu bảy tám chín mười cũ cuối",)
    new = ("một hai ba bốn năm sáu bảy tám chín mười mới cuối",)
    pieces = word_diff(old, new)
    assert [(each.kind, each.words) for each in pieces] == [
        (SAME, "… năm sáu bảy tám chín mười"),
        (REMOVED, "cũ"),
        (ADDED, "mới"),
        (SAME, "cuối"),
    ]


def test_texts_with_nothing_in_common_stand_one_after_the_other() -> None:
    pieces = word_diff(("a b c",), ("x y z",))
    assert [(each.kind, each.words) for each in pieces] == [(REMOVED, "a b c"), (ADDED, "x y z")]


def test_lines_are_told_apart() -> None:
    (added,) = [each for each in word_diff(("một",), ("một", "hai")) if each.kind == ADDED]
    assert added.lines[-1] == "hai"


def test_only_the_parts_that_differ_are_named() -> None:
    assert [each.title for each in differences(procedure(**STEPS), AMENDED)] == [
        "Bao lâu có kết quả"
    ]


def test_two_builds_of_one_page_are_the_same() -> None:
    assert said(portal(AMENDED, "2027-03-01")) == said(portal(AMENDED, "2027-03-01"))


def test_part_that_a_decision_touched_is_named_though_its_words_are_the_same() -> None:
    same = procedure(**STEPS, lich_su=[record("sua_doi", phan=["cach_nop", "yeu_cau"])])
    text = said(portal(same, "2027-03-01"))
    assert "Phần thay đổi: Cách thức thực hiện; Yêu cầu, điều kiện" in text


def test_address_notes_forms_and_sets_are_parts_too() -> None:
    papers = [{"ten": "Đơn", "mau": "Mẫu số 01"}]
    changed = procedure(dia_chi_tiep_nhan="Quầy số 3", so_bo=2,
                        ho_so=[{"giay_to": papers, "luu_y": ["Xuất trình căn cước"]}])  # fmt: skip
    found = {d.title: d.pieces[-1].words for d in differences(procedure(), changed)}
    assert found["Nộp ở đâu"] == "Quầy số 3"
    assert found["Mẫu đơn, tờ khai"] == "Mẫu số 01"
    assert found["Cần mang theo"] == "Đơn ¶ Xuất trình căn cước ¶ Số lượng: 02 bộ"


def test_procedure_that_takes_the_place_of_others_names_them() -> None:
    new = version(procedure("3.000722", "Mới", lich_su=[record("thay_the")]), "2027-03-01")
    gone = version(GONE, "2027-03-01")
    of = portal_of(procedure(**STEPS), gone, new, day=dt.date(2027, 3, 1))
    assert "Thay cho: Đăng ký khai sinh 1.001193" in said(of, "3.000722")


def test_decision_leads_to_its_place_on_the_page_of_changes() -> None:
    of = portal(GONE, "2027-03-01")
    pages = {page.address: page.html for page in all_pages(of)}
    place = "qd-3582-qd-ubnd-2026-01-03-2027"
    assert f'id="{place}"' in pages["thay-doi/"]
    assert f'href="../../../thay-doi/#{place}"' in pages["thu-tuc/ho-tich/1.001193/"]
