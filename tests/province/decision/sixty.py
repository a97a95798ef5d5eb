"""A decision of sixty items over many pages: every kind, level and layout, and every trap at once."""

from __future__ import annotations

from collections.abc import Iterator

from tests.province.decision.description import Column, Description, Entry, Line, Listing, Section
from tests.province.decision.facts import SIGNING, WARD_COUNTER, articles

CITY = "UBND thành phố Huế"
ACTS = ("Cấp", "Cấp lại", "Gia hạn", "Thu hồi", "Điều chỉnh nội dung")
THINGS = (
    "giấy phép hoạt động của cơ sở dạy bơi cho trẻ em trong dịp hè do tổ chức, cá nhân thành lập trên địa bàn",
    "giấy xác nhận đủ điều kiện sử dụng vỉa hè, lòng đường để tổ chức lễ hội, hội chợ và các sự kiện văn hóa, thể thao, du lịch của cộng đồng",
    "sổ theo dõi cây xanh, hoa cảnh trồng tại khuôn viên công cộng",
)
LONG = (
    " Trường hợp hồ sơ liên quan đến nhiều địa bàn thì thực hiện tại nơi có phần diện tích lớn nhất; trường hợp"
    " tổ chức, cá nhân thay đổi tên gọi, địa chỉ trụ sở hoặc người đại diện theo pháp luật thì nêu rõ trong đơn đề nghị"
)
AMENDED_BY = (
    "Nghị quyết số 21/2026/NQ-HĐND ngày 10 tháng 7 năm 2026 của Hội đồng nhân dân thành phố"
)
NUMBER = Column("stt", "Số TT", width="1.1cm")
CUT = (
    Column("thoi_han_quy_dinh", "Theo quy định", "Thời hạn giải quyết"),
    Column("thoi_han_sau", "Sau cắt giảm", "Thời hạn giải quyết"),
)
ONLINE = (
    Column("toan_trinh", "Toàn trình", "Mức độ dịch vụ công", width="1.6cm"),
    Column("mot_phan", "Một phần", "Mức độ dịch vụ công", width="1.4cm"),
)
# What the cells show in place of the right words: cut codes, split syllables.
CUTS = {3: "{0}\n{1}", 8: "{0} {1}", 13: "{0}\n{1}"}
SPLIT = (
    ("giấy", "gi ấy"),
    ("nhận", "nh ận"),
    ("đường", "đư ờng"),
    ("hội", "h ội"),
    ("thể", "th ể"),
)


def _name(n: int, *, long: bool = False) -> str:
    return f"{ACTS[n % 5]} {THINGS[n % 3]} (mẫu số {n})" + (LONG if long else "")


def _code_cell(n: int, code: str) -> dict[str, str]:
    cut = CUTS.get(n % 15)
    return {"ma": cut.format(code[:7], code[7:])} if cut else {}


def _split(n: int, name: str) -> dict[str, str]:
    if n % 4:
        return {}
    for whole, pieces in SPLIT:
        name = name.replace(whole, pieces)
    return {"ten": name}


def _new(start: int, count: int, level: str, field: str) -> Iterator[Entry]:
    for n in range(start, start + count):
        code, name = f"1.2{n:05}", _name(n, long=n % 3 == 0)
        ruled, cut = f"{n % 20 + 5:02} ngày làm việc", f"{n % 20 + 3:02} ngày làm việc"
        yield Entry(
            "moi", code, name, (level,), field, WARD_COUNTER,
            thoi_han=f"{cut} (theo quy định: {ruled})" if n % 2 else ruled,
            phi="1.500.000 đồng/hồ sơ" if n % 3 else "Không quy định",
            can_cu=f"- Luật số {n}/2025/QH15;\n- Nghị định số {n}/2026/NĐ-CP ngày 01/7/2026",
            muc_do_truc_tuyen="toan_trinh" if n % 2 else "mot_phan",
            shown={"thoi_han_quy_dinh": ruled, "thoi_han_sau": cut if n % 2 else ""} | _code_cell(n, code) | _split(n, name),
        )  # fmt: skip


def _amended(start: int, count: int, level: str, field: str) -> Iterator[Entry]:
    for n in range(start, start + count):
        code, name = f"1.2{n:05}", _name(n, long=n % 4 == 1)
        yield Entry(
            "sua_doi", code, name, (level,), field, can_cu=AMENDED_BY,
            noi_dung_sua_doi="Thành phần hồ sơ; thời hạn giải quyết" if n % 2 else "Phí, lệ phí",
            shown={"co_quan": "Ủy ban nhân dân cấp xã" if level == "xa" else "Sở Xây dựng"} | _code_cell(n, code) | _split(n, name),
        )  # fmt: skip


def _replaced(start: int, count: int) -> Iterator[Entry]:
    for n in range(start, start + count):
        old = tuple(f"2.1{n:03}{k:02}" for k in range(1, n % 3 + 2))
        yield Entry(
            "thay_the",
            f"3.1{n:05}",
            _name(n),
            ("tinh", "xa"),
            "Du lịch",
            thay_cho=old,
            shown={"ma_cu": ",\n".join(old)},
        )


def _abolished(start: int, count: int, field: str) -> Iterator[Entry]:
    for n in range(start, start + count):
        code = f"1.1{n:05}"
        yield Entry(
            "bai_bo",
            code,
            _name(n),
            ("xa",),
            field,
            can_cu=AMENDED_BY,
            shown={"linh_vuc": field, "co_quan": "UBND cấp xã"} | _code_cell(n, code),
        )


def _standardised(start: int, count: int) -> Iterator[Entry]:
    for n in range(start, start + count):
        yield Entry(
            "chuan_hoa",
            f"2.2{n:05}",
            _name(n),
            ("bo", "tinh", "xa"),
            "Thi đua, khen thưởng",
            thoi_han="Không quy định",
        )


def _listings() -> tuple[Listing, ...]:
    new: tuple[Line, ...] = (
        Section("THỦ TỤC HÀNH CHÍNH CẤP TỈNH (10 TTHC)", "A"),
        Section("LĨNH VỰC THỂ DỤC, THỂ THAO (06 TTHC)", "I"),
        *_new(1, 6, "tinh", "Thể dục, thể thao"),
        Section("LĨNH VỰC ĐƯỜNG BỘ (04 TTHC)", "II"),
        *_new(7, 4, "tinh", "Đường bộ"),
        Section("THỦ TỤC HÀNH CHÍNH CẤP XÃ (08 TTHC)", "B"),
        Section("LĨNH VỰC CÂY XANH", "I"),
        *_new(11, 8, "xa", "Cây xanh"),
    )
    amended: tuple[Line, ...] = (
        Section("Lĩnh vực Hạ tầng kỹ thuật", "I"),
        *_amended(19, 9, "tinh", "Hạ tầng kỹ thuật"),
    )
    ward: tuple[Line, ...] = (
        Section("LĨNH VỰC VỈA HÈ (9 thủ tục)"),
        *_amended(28, 9, "xa", "Vỉa hè"),
    )
    amended_columns = (
        NUMBER, Column("ten", "Tên thủ tục hành chính được sửa đổi, bổ sung", width="2fr"), Column("ma", "Mã số", width="1.9cm"),
        Column("noi_dung_sua_doi", "Nội dung sửa đổi, bổ sung"), Column("can_cu", "Tên VBQPPL quy định nội dung sửa đổi, bổ sung", merged=True),
        Column("co_quan", "Cơ quan thực hiện", merged=True),
    )  # fmt: skip
    return (
        Listing(
            (NUMBER, Column("ten", "Tên thủ tục hành chính", width="1.7fr"), Column("ma", "Mã TTHC", width="1.9cm"), *CUT, Column("noi_tiep_nhan", "Nơi tiếp nhận"),
             Column("phi", "Phí, lệ phí (nếu có)"), *ONLINE, Column("can_cu", "Căn cứ pháp lý", width="1.2fr")),
            new,
            ("I. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH (18 TTHC)",),
        ),
        Listing(amended_columns, amended, ("II. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG", "1. Thủ tục hành chính thuộc thẩm quyền giải quyết của UBND thành phố")),
        Listing(amended_columns, ward, ("2. Thủ tục hành chính thuộc thẩm quyền giải quyết của UBND cấp xã",)),
        Listing(
            (NUMBER, Column("ma_cu", "Mã số TTHC được thay thế", width="2cm"), Column("ma", "Mã", "TTHC thay thế", width="2cm"), Column("ten", "Tên thủ tục", "TTHC thay thế"), Column("linh_vuc", "Lĩnh vực", merged=True)),
            tuple(_replaced(37, 6)),
            ("III. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC THAY THẾ CẤP TỈNH, CẤP XÃ",),
        ),
        Listing(
            (NUMBER, Column("ma", "Số hồ sơ TTHC", width="2cm"), Column("ten", "Tên thủ tục hành chính", width="2fr"), Column("can_cu", "Tên VBQPPL quy định việc bãi bỏ thủ tục hành chính", merged=True), Column("linh_vuc", "Lĩnh vực"), Column("co_quan", "Cơ quan thực hiện")),
            tuple(_abolished(43, 10, "Quảng cáo")),
            ("IV. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ CẤP XÃ (10 TTHC)",),
        ),
        Listing(
            (NUMBER, Column("ma", "Mã thủ tục hành chính", width="2cm"), Column("thoi_han", "Thời gian giải quyết"), Column("ten", "Thủ tục hành chính", width="2fr")),
            (Section("LĨNH VỰC THI ĐUA, KHEN THƯỞNG", "I"), *_standardised(53, 8)),
            ("V. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC CHUẨN HÓA DÙNG CHUNG (CẤP BỘ, CẤP TỈNH, CẤP XÃ)",),
        ),
    )  # fmt: skip


SIXTY = Description(
    so="4100/QĐ-UBND",
    ngay_ky="2026-11-05",
    hieu_luc="2026-11-05",
    co_quan=CITY,
    place="Huế",
    province="THÀNH PHỐ HUẾ",
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, được thay thế, bị bãi bỏ và được chuẩn hóa",
    articles=articles(
        "mới ban hành, được sửa đổi, bổ sung, được thay thế, bị bãi bỏ và được chuẩn hóa", SIGNING
    ),
    listings=_listings(),
    title_lines=(
        "PHỤ LỤC",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, ĐƯỢC SỬA ĐỔI, BỔ SUNG, ĐƯỢC THAY THẾ,",
        "BỊ BÃI BỎ VÀ ĐƯỢC CHUẨN HÓA",
    ),
)
