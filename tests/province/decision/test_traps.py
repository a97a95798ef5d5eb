"""Each trap that real decisions have set (DOMAIN §3), by its name."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.province.decision.read import read_decision
from cchc.province.decision.report import WHOLE, WITH_PROBLEMS, exit_code
from tests.province.decision.description import Column, Entry, Listing, Section, Stray
from tests.province.decision.facts import BASIS, CODE, FEE, NAME, NUMBER, PLACE, TIME, articles
from tests.province.decision.make import make
from tests.province.decision.small import NEW, PLAIN, lost, read_back, said, small

BIRTH = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",))
DEATH = Entry("moi", "1.000656", "Đăng ký khai tử", ("xa",))
FORMS = ("docx", "xlsx", "pdf", "html", "txt")


@pytest.mark.parametrize("form", FORMS)
def test_missing_code_column(tmp_path: Path, form: str) -> None:
    data = read_back(tmp_path, small(BIRTH, DEATH, columns=(NUMBER, NAME, TIME)), form)

    assert [(item["ma"], item["ten"]) for item in data["muc"]] == [
        (None, "Đăng ký khai sinh"),
        (None, "Đăng ký khai tử"),
    ]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("cut", ["1.00119\n3", "1.0011 93", "1.\n001193", "1.001193.H57"])
def test_code_over_two_lines(tmp_path: Path, form: str, cut: str) -> None:
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown={"ma": cut})

    data = read_back(tmp_path, small(row), form)

    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
    assert data["van_de"] == []


@pytest.mark.parametrize("form", FORMS)
def test_a_code_with_its_long_suffix(tmp_path: Path, form: str) -> None:
    cell = {"ma": "1.001193.000.00.00.H57"}
    row = Entry("moi", "1.001193", "Đăng ký khai sinh", ("xa",), shown=cell)

    data = read_back(tmp_path, small(row), form)

    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
    # The page prints it over the next column, where its letters mix with the name's.
    overprinted = form == "pdf"
    assert ("ngoài mã thủ tục" in said(data)) is overprinted
    assert len(data["van_de"]) == overprinted


def test_sums_like_codes(tmp_path: Path) -> None:
    row = Entry(
        "moi",
        None,
        "Cấp bản sao",
        ("xa",),
        phi="1.500 đồng/trang, tối đa 1.500.000 đồng",
        shown={"ma": "1.500"},
    )

    data = read_back(tmp_path, small(row, columns=(NUMBER, CODE, NAME, FEE)))

    assert [(item["ma"], item["thay_cho"]) for item in data["muc"]] == [(None, [])]
    assert "“1.500”" in said(data)


@pytest.mark.parametrize("cell", [
    "3.000722 (thay thế 2.001023, 2.002621, 2.000986)",
    "2.001023, 2.002621, 2.000986 → 3.000722",
    "2.001023; 2.002621; 2.000986 thay bằng 3.000722",
])  # fmt: skip
def test_several_old_codes_in_one_row(tmp_path: Path, cell: str) -> None:
    row = Entry("thay_the", "3.000722", "Liên thông điện tử", ("xa",), shown={"ma": cell})

    data = read_back(
        tmp_path, small(row, before=("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC THAY THẾ CẤP XÃ",))
    )

    (item,) = data["muc"]
    assert (item["loai"], item["ma"]) == ("thay_the", "3.000722")
    assert item["thay_cho"] == ["2.001023", "2.002621", "2.000986"]


def test_several_codes_without_a_word_which_is_new_are_left_to_a_person(tmp_path: Path) -> None:
    row = Entry("moi", None, "Liên thông điện tử", ("xa",), shown={"ma": "2.001023, 2.002621"})

    data = read_back(tmp_path, small(row))

    assert data["muc"][0]["ma"] is None
    assert "2.001023, 2.002621" in said(data)


@pytest.mark.parametrize("form", FORMS)
def test_section_lines_carry_kind_level_and_field(tmp_path: Path, form: str) -> None:
    rows = (
        Section("THỦ TỤC HÀNH CHÍNH CẤP TỈNH", "A"),
        Section("LĨNH VỰC CHĂN NUÔI", "I"),
        Entry("bai_bo", "1.000001", "Việc một", ("tinh",), "Chăn nuôi"),
        Section("LĨNH VỰC TIÊU CHUẨN HÓA", "II"),
        Entry("bai_bo", "1.000002", "Việc hai", ("tinh",), "Tiêu chuẩn hóa"),
        Section("THỦ TỤC HÀNH CHÍNH CẤP XÃ", "B"),
        Entry("bai_bo", "1.000003", "Việc ba", ("xa",)),
        Section("THỦ TỤC HÀNH CHÍNH DÙNG CHUNG (CẤP BỘ, CẤP TỈNH, CẤP XÃ)", "C"),
        Entry("bai_bo", "1.000004", "Việc bốn", ("bo", "tinh", "xa")),
    )

    data = read_back(
        tmp_path, small(*rows, before=("DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ",)), form
    )

    wanted = [row.wanted() for row in rows if isinstance(row, Entry)]
    assert [{key: item[key] for key in wanted[0]} for item in data["muc"]] == wanted


@pytest.mark.parametrize(
    "count", ["(03 TTHC)", "(3 thủ tục)", ": 03 thủ tục hành chính", "(Tổng số: 03 TTHC)"]
)
def test_the_count_in_brackets_as_a_checksum(tmp_path: Path, count: str) -> None:
    data = read_back(tmp_path, small(Section(f"LĨNH VỰC HỘ TỊCH {count}", "I"), BIRTH, DEATH))

    assert len(data["muc"]) == 2
    assert "ghi 3 thủ tục nhưng đọc được 2 dòng" in said(data)
    assert data["muc"][0]["linh_vuc"] == "Hộ tịch"


def test_a_total_below_the_list_is_a_checksum_too(tmp_path: Path) -> None:
    right = read_back(tmp_path, small(BIRTH, DEATH, Section("Tổng số: 02 thủ tục")))
    wrong = read_back(tmp_path, small(BIRTH, DEATH, Section("Tổng cộng: 05 TTHC")))

    assert right["van_de"] == []
    assert "dòng tổng ghi 5 thủ tục nhưng đọc được 2" in said(wrong)


def test_names_over_a_page_break(tmp_path: Path) -> None:
    long = "Cấp phép cho hoạt động " + ", ".join(f"phần việc thứ {n} của hồ sơ" for n in range(60))
    rows = [Entry("moi", f"1.00{n:04}", f"{long} số {n}", ("xa",)) for n in range(8)]

    data = read_back(tmp_path, small(*rows), "pdf")

    assert [(item["ma"], item["ten"]) for item in data["muc"]] == [
        (row.ma, row.ten) for row in rows
    ]
    assert data["van_de"] == []


def test_a_code_cut_by_the_page_break(tmp_path: Path) -> None:
    cut = {"ma": "1.\n00\n00\n0\n{}"}
    rows = [
        Entry("moi", f"1.00000{n}", f"Việc số {n}", ("xa",), shown={"ma": cut["ma"].format(n)})
        for n in range(9)
    ]

    data = read_back(tmp_path, small(*rows), "pdf")

    assert [item["ma"] for item in data["muc"]] == [row.ma for row in rows]


def test_cap_xa_only_as_the_receiving_place(tmp_path: Path) -> None:
    row = Entry(
        "moi",
        "1.003976",
        "Việc của tỉnh",
        ("tinh",),
        noi_tiep_nhan="Trung tâm Phục vụ hành chính công cấp xã",
    )
    section = Section(
        "THỦ TỤC HÀNH CHÍNH CẤP TỈNH TIẾP NHẬN TẠI TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG CẤP XÃ", "A"
    )

    data = read_back(
        tmp_path,
        small(
            section,
            row,
            columns=(NUMBER, CODE, NAME, PLACE),
            before=("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH",),
        ),
    )

    assert data["muc"][0]["cap"] == ["tinh"]
    assert data["muc"][0]["noi_tiep_nhan"] == "Trung tâm Phục vụ hành chính công cấp xã"


def test_effect_months_later(tmp_path: Path) -> None:
    article = "Điều 3. Quyết định này có hiệu lực thi hành từ ngày 01/3/2027."

    data = read_back(tmp_path, small(BIRTH, articles=articles("mới", article)))

    assert (data["ngay_ky"], data["hieu_luc"]) == ("2026-03-02", "2027-03-01")


def test_no_effect_clause(tmp_path: Path) -> None:
    path = make(
        tmp_path,
        small(
            BIRTH, articles=articles("mới", "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành.")
        ),
        "docx",
    )

    decision = read_decision(path)

    assert decision.effective is None
    assert decision.must_ask
    assert exit_code(decision) == WITH_PROBLEMS


def test_internal_workflow_decision_is_recorded_and_changes_nothing(tmp_path: Path) -> None:
    title = "Về việc phê duyệt quy trình nội bộ giải quyết thủ tục hành chính lĩnh vực hộ tịch"
    row = Entry(None, "1.001193", "Đăng ký khai sinh", (), "Hộ tịch")
    decision = small(
        row,
        trich_yeu=title,
        before=("DANH MỤC QUY TRÌNH NỘI BỘ",),
        articles=("Điều 1. Phê duyệt quy trình nội bộ.", "Điều 2. Thi hành."),
    )

    data = read_back(tmp_path, decision)

    assert data["loai_van_ban"] == "quy_trinh_noi_bo"
    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
    assert data["van_de"] == []


@pytest.mark.parametrize(("title", "kind"), [
    ("Về việc công bố Danh mục thủ tục hành chính nội bộ giữa các cơ quan", "quy_trinh_noi_bo"),
    ("Về việc công bố Danh mục thủ tục hành chính mới ban hành và phê duyệt quy trình nội bộ", "cong_bo"),
    ("Về việc giao chỉ tiêu kế hoạch", "khac"),
])  # fmt: skip
def test_kinds_of_documents(tmp_path: Path, title: str, kind: str) -> None:
    decision = small(
        BIRTH,
        trich_yeu=title,
        articles=("Điều 1. Như trên.", "Điều 2. Quyết định này có hiệu lực từ ngày ký."),
    )

    assert read_back(tmp_path, decision)["loai_van_ban"] == kind


def test_a_workflow_annex_beside_the_list_says_nothing_new(tmp_path: Path) -> None:
    workflow = Listing(
        (NUMBER, CODE, Column("ten", "Tên thủ tục"), Column("thoi_han", "Thời gian giải quyết")),
        (BIRTH,),
        ("PHỤ LỤC II", "QUY TRÌNH NỘI BỘ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH"),
    )

    data = read_back(tmp_path, small(listings=(Listing(PLAIN, (BIRTH, DEATH), (NEW,)), workflow)))

    assert [item["ma"] for item in data["muc"]] == ["1.001193", "1.000656"]
    assert data["van_de"] == []


def test_the_same_code_twice(tmp_path: Path) -> None:
    lists = (
        Listing(PLAIN, (BIRTH,), ("A. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ",)),
        Listing(PLAIN, (BIRTH,), ("B. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ CẤP XÃ",)),
    )

    data = read_back(tmp_path, small(listings=lists))

    assert [(item["loai"], item["ma"]) for item in data["muc"]] == [
        ("sua_doi", "1.001193"),
        ("bai_bo", "1.001193"),
    ]
    assert "mã 1.001193 có ở 2 dòng" in said(data)


def test_one_decision_replacing_part_of_another(tmp_path: Path) -> None:
    article = "Điều 3. Quyết định này có hiệu lực kể từ ngày ký, thay thế một phần Quyết định số 2600/QĐ-UBND ngày 01/8/2025 và Quyết định số 93/QĐ-UBND ngày 08/01/2026."

    data = read_back(tmp_path, small(BIRTH, articles=articles("mới", article)))

    assert data["hieu_luc"] == "2026-03-02"
    assert data["thay_the_quyet_dinh"] == ["2600/QĐ-UBND", "93/QĐ-UBND"]
    assert "một phần" in said(data)


@pytest.mark.parametrize("form", FORMS)
def test_the_decisions_own_title_entered_as_a_procedure(tmp_path: Path, form: str) -> None:
    row = Stray({"stt": "2", "ten": "Quyết định về việc công bố danh mục thủ tục hành chính"})

    data = read_back(tmp_path, small(BIRTH, row), form)

    assert [item["ma"] for item in data["muc"]] == ["1.001193"]
    assert data["tong"] == {"dong": 2, "muc": 1, "van_de": 1, "nhac": 0}
    assert "tên của chính quyết định" in said(data)


def test_a_procedure_whose_name_begins_alike_is_one(tmp_path: Path) -> None:
    names = (
        "Công bố hợp quy đối với hàng hóa",
        "Quyết định phê duyệt kinh phí hỗ trợ",
        "Công nhận hộ nghèo",
    )
    rows = [Entry("moi", f"1.00000{n}", name, ("xa",)) for n, name in enumerate(names)]

    assert [item["ten"] for item in read_back(tmp_path, small(*rows))["muc"]] == list(names)


def test_names_that_differ_by_one_word_stay_two(tmp_path: Path) -> None:
    rows = [
        Entry("moi", f"1.00000{n}", f"Cấp giấy phép {what} thuốc lá", ("xa",))
        for n, what in enumerate(("bán lẻ", "sản xuất"))
    ]

    assert [item["ten"] for item in read_back(tmp_path, small(*rows))["muc"]] == [
        row.ten for row in rows
    ]


@pytest.mark.parametrize("form", FORMS)
def test_columns_in_another_order_with_other_headings(tmp_path: Path, form: str) -> None:
    columns = (
        Column("stt", "Số TT"), Column("phi", "Phí, lệ phí (nếu có)"), Column("can_cu", "Căn cứ pháp lý"),
        Column("noi_tiep_nhan", "Nơi tiếp nhận"), Column("ten", "Thủ tục"), Column("linh_vuc", "Lĩnh vực"),
        Column("thoi_han", "Thời gian giải quyết"), Column("ma", "Số hồ sơ TTHC"), Column("muc_do", "Dịch vụ công trực tuyến"),
    )  # fmt: skip
    row = Entry(
        "moi",
        "1.001193",
        "Đăng ký khai sinh",
        ("xa",),
        "Hộ tịch",
        "UBND phường",
        phi="8.000 đồng",
        can_cu="Luật Hộ tịch 2014",
        thoi_han="Trong ngày",
        muc_do_truc_tuyen="mot_phan",
        shown={"muc_do": "Một phần"},
    )

    data = read_back(tmp_path, small(row, columns=columns), form)

    assert {key: data["muc"][0][key] for key in row.wanted()} == row.wanted()


@pytest.mark.parametrize("form", FORMS)
def test_merged_cells(tmp_path: Path, form: str) -> None:
    columns = (
        NUMBER,
        CODE,
        NAME,
        Column("can_cu", "Căn cứ pháp lý", merged=True),
        Column("linh_vuc", "Lĩnh vực", merged=True),
    )
    rows = [
        Entry(
            "moi",
            f"1.00000{n}",
            f"Việc số {n}",
            ("xa",),
            "Hộ tịch" if n < 3 else "Đất đai",
            can_cu="Luật số 60/2014/QH13",
        )
        for n in range(5)
    ]

    data = read_back(tmp_path, small(*rows, columns=columns), form)

    assert [(item["linh_vuc"], item["can_cu"]) for item in data["muc"]] == [
        (row.linh_vuc, row.can_cu) for row in rows
    ]


def test_a_name_merged_over_two_lines_is_one_row(tmp_path: Path) -> None:
    columns = tuple(Column(c.part, c.heading, merged=c.part != "thoi_han") for c in PLAIN)
    shown = {"stt": "1"}
    first = Entry(
        "moi", "1.001193", "Đăng ký khai sinh", ("xa",), thoi_han="Trong ngày", shown=shown
    )
    second = Entry(
        "moi", "1.001193", "Đăng ký khai sinh", ("xa",), thoi_han="Trực tuyến: 01 ngày", shown=shown
    )

    for form in ("docx", "xlsx", "html", "pdf"):
        data = read_back(tmp_path, small(first, second, columns=columns), form)
        assert [(item["ma"], item["thoi_han"]) for item in data["muc"]] == [
            ("1.001193", "Trong ngày\nTrực tuyến: 01 ngày")
        ]


@pytest.mark.parametrize("form", FORMS)
def test_toan_trinh_and_mot_phan_by_a_cross(tmp_path: Path, form: str) -> None:
    columns = (
        NUMBER,
        CODE,
        NAME,
        Column("toan_trinh", "Toàn trình", "Mức độ DVC"),
        Column("mot_phan", "Một phần", "Mức độ DVC"),
    )
    rows = [
        Entry("moi", f"1.00000{n}", f"Việc số {n}", ("xa",), muc_do_truc_tuyen=level)
        for n, level in enumerate(("toan_trinh", "mot_phan", None))
    ]

    data = read_back(tmp_path, small(*rows, columns=columns), form)

    assert [item["muc_do_truc_tuyen"] for item in data["muc"]] == ["toan_trinh", "mot_phan", None]


def test_levels_by_a_cross_in_their_columns(tmp_path: Path) -> None:
    columns = (
        NUMBER,
        CODE,
        NAME,
        Column("cap_tinh", "Cấp tỉnh", "Cấp thực hiện"),
        Column("cap_xa", "Cấp xã", "Cấp thực hiện"),
    )
    rows = [
        Entry("moi", f"1.00000{n}", f"Việc số {n}", shown=shown)
        for n, shown in enumerate(
            ({"cap_tinh": "x"}, {"cap_xa": "x"}, {"cap_tinh": "x", "cap_xa": "x"})
        )
    ]

    data = read_back(
        tmp_path,
        small(*rows, columns=columns, before=("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH",)),
    )

    assert [item["cap"] for item in data["muc"]] == [["tinh"], ["xa"], ["tinh", "xa"]]


def test_a_title_naming_several_kinds_sets_none(tmp_path: Path) -> None:
    row = Entry(None, "1.001193", "Đăng ký khai sinh", ("xa",))

    data = read_back(
        tmp_path,
        small(
            row,
            DEATH,
            before=("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG HOẶC BÃI BỎ CẤP XÃ",),
        ),
    )

    assert [item["loai"] for item in data["muc"]] == [None, None]
    assert "không rõ loại thay đổi" in said(data)


def test_a_column_of_kinds(tmp_path: Path) -> None:
    columns = (NUMBER, CODE, NAME, Column("loai_cot", "Tính chất"))
    kinds = (
        ("moi", "Mới"),
        ("sua_doi", "Sửa đổi, bổ sung"),
        ("bai_bo", "Bị bãi bỏ"),
        ("chuan_hoa", "Chuẩn hóa"),
    )
    rows = [
        Entry(kind, f"1.00000{n}", f"Việc số {n}", ("xa",), shown={"loai_cot": word})
        for n, (kind, word) in enumerate(kinds)
    ]

    data = read_back(
        tmp_path, small(*rows, columns=columns, before=("DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ",))
    )

    assert [item["loai"] for item in data["muc"]] == [kind for kind, _ in kinds]


def test_district_level_is_not_guessed_to_be_another(tmp_path: Path) -> None:
    row = Entry("moi", "1.001193", "Việc của huyện", ("khac",))

    data = read_back(
        tmp_path,
        small(
            Section("THỦ TỤC HÀNH CHÍNH CẤP HUYỆN", "A"),
            row,
            before=("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH",),
        ),
    )

    assert data["muc"][0]["cap"] == ["khac"]
    assert "cấp huyện" in said(data)


@pytest.mark.parametrize("form", FORMS)
def test_a_row_that_nobody_can_place_is_kept_as_a_problem(tmp_path: Path, form: str) -> None:
    stray = Stray({"thoi_han": "Xem phụ lục kèm theo công văn"})

    data = read_back(tmp_path, small(BIRTH, stray, DEATH), form)

    assert data["tong"] == {"dong": 3, "muc": 2, "van_de": 1, "nhac": 0}
    assert any("Xem phụ lục kèm theo công văn" in words for words in lost(data))


def test_a_code_outside_every_list_is_kept_as_a_problem(tmp_path: Path) -> None:
    articles_ = articles("mới", "Điều 3. Quyết định này có hiệu lực từ ngày ký.")
    listing = Listing(PLAIN, (BIRTH,), (NEW,))
    after = Listing(
        (Column("a", "Công việc"), Column("b", "Ai làm")),
        (Stray({"a": "Rà soát 2.009999", "b": "Sở"}),),
    )

    data = read_back(tmp_path, small(listings=(listing, after), articles=articles_))

    assert data["tong"]["dong"] == 2
    assert "mã 2.009999 đứng ngoài bảng" in said(data)


def test_codes_of_internal_procedures_are_pointed_out(tmp_path: Path) -> None:
    data = read_back(tmp_path, small(Entry("moi", "5.003909", "Việc nội bộ", ("xa",))))

    assert "thủ tục nội bộ (đầu 5, 6)" in said(data)


def test_a_procedure_replaced_by_nobody_knows_what(tmp_path: Path) -> None:
    row = Entry("thay_the", "2.001023", "Việc cũ", ("xa",))

    data = read_back(
        tmp_path, small(row, before=("DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ THAY THẾ CẤP XÃ",))
    )

    assert (data["muc"][0]["loai"], data["muc"][0]["ma"]) == ("thay_the", "2.001023")
    assert "không ghi thủ tục nào thay" in said(data)


def test_a_whole_decision_has_no_problem(tmp_path: Path) -> None:
    decision = read_decision(
        make(tmp_path, small(BIRTH, DEATH, columns=(NUMBER, CODE, NAME, TIME, BASIS)), "docx")
    )

    assert exit_code(decision) == WHOLE
