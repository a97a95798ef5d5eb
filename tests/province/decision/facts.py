"""Decisions built from the facts of real ones: numbers, dates, codes, names; the rest is neutral."""

from __future__ import annotations

from tests.province.decision.description import Column, Description, Entry, Line, Listing, Section

WARD_COUNTER = "Trung tâm Phục vụ hành chính công cấp xã"
CITY_COUNTER = "Trung tâm Phục vụ hành chính công thành phố"
SIGNING = "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký."
NUMBER, CODE, NAME = (
    Column("stt", "STT", width="1.2cm"),
    Column("ma", "Mã TTHC", width="2.2cm"),
    Column("ten", "Tên thủ tục hành chính", width="2.2fr"),
)
TIME, PLACE, FEE = (
    Column("thoi_han", "Thời hạn giải quyết"),
    Column("noi_tiep_nhan", "Địa điểm thực hiện"),
    Column("phi", "Phí, lệ phí (nếu có)"),
)
BASIS = Column("can_cu", "Căn cứ pháp lý", width="1.5fr")
USUAL = (NUMBER, CODE, NAME, TIME, PLACE, FEE, BASIS)
ABOLISHED = (
    NUMBER,
    CODE,
    NAME,
    Column("can_cu", "Tên VBQPPL quy định việc bãi bỏ", merged=True),
    Column("linh_vuc", "Lĩnh vực"),
    Column("co_quan", "Cơ quan thực hiện"),
)


def articles(what: str, *more: str) -> tuple[str, ...]:
    return (
        f"Điều 1. Công bố kèm theo Quyết định này Danh mục thủ tục hành chính {what}.",
        "Điều 2. Các cơ quan liên quan cập nhật danh mục trên hệ thống.",
        *more,
    )


def _household(kind: str, rows: list[tuple[str, str, str]]) -> tuple[Line, ...]:
    return tuple(
        Entry(
            kind,
            code,
            name,
            ("xa",),
            "Hộ kinh doanh",
            WARD_COUNTER,
            thoi_han=time,
            phi="Không quy định",
        )
        for code, name, time in rows
    )


D2831 = Description(
    so="2831/QĐ-UBND",
    ngay_ky="2025-07-10",
    hieu_luc="2025-07-10",
    co_quan="UBND thành phố Hải Phòng",
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính mới ban hành, được sửa đổi, bổ sung, bị bãi bỏ lĩnh vực hộ kinh doanh, doanh nghiệp",
    articles=articles("lĩnh vực hộ kinh doanh", SIGNING),
    listings=(
        Listing(
            (NUMBER, CODE, NAME, TIME, PLACE, FEE),
            (
                Section("LĨNH VỰC HỘ KINH DOANH (02 TTHC)", "I"),
                *_household(
                    "moi",
                    [
                        (
                            "1.014034",
                            "Đăng ký cập nhật, bổ sung thông tin trong hồ sơ đăng ký hộ kinh doanh; hiệu đính thông tin đăng ký hộ kinh doanh",
                            "Cập nhật/bổ sung: 01 ngày; Hiệu đính: 03 ngày làm việc",
                        ),
                        (
                            "1.014035",
                            "Dừng thực hiện thủ tục đăng ký hộ kinh doanh",
                            "03 ngày làm việc",
                        ),
                    ],
                ),
            ),
            ("A. DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH CẤP XÃ",),
        ),
        Listing(
            (NUMBER, CODE, NAME, TIME, PLACE, FEE),
            (
                Section("LĨNH VỰC HỘ KINH DOANH (05 TTHC)", "I"),
                *_household(
                    "sua_doi",
                    [
                        ("1.001612", "Đăng ký thành lập hộ kinh doanh", "03 ngày làm việc"),
                        (
                            "2.000720",
                            "Đăng ký thay đổi nội dung đăng ký hộ kinh doanh",
                            "03 ngày làm việc",
                        ),
                        (
                            "1.001570",
                            "Đăng ký tạm ngừng kinh doanh, tiếp tục kinh doanh trước thời hạn đã đăng ký của hộ kinh doanh",
                            "01 ngày làm việc",
                        ),
                        ("1.001266", "Chấm dứt hoạt động hộ kinh doanh", "05 ngày làm việc"),
                        (
                            "2.000575",
                            "Cấp lại Giấy chứng nhận đăng ký hộ kinh doanh; Cấp đổi sang Giấy chứng nhận đăng ký hộ kinh doanh",
                            "Cấp đổi: 03 ngày; Cấp lại (mất/cháy/rách): 01 ngày làm việc",
                        ),
                    ],
                ),
            ),
            ("B. DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP XÃ",),
        ),
        Listing(
            ABOLISHED,
            tuple(
                Entry(
                    "bai_bo",
                    f"2.00{number}",
                    f"Thủ tục đăng ký doanh nghiệp {what}",
                    ("tinh",),
                    "Doanh nghiệp",
                    can_cu="Nghị định số 168/2025/NĐ-CP",
                    shown={"co_quan": "Sở Tài chính", "linh_vuc": "Doanh nghiệp"},
                )
                for number, what in (
                    (1583, "tư nhân"),
                    (1199, "một thành viên"),
                    (2042, "hai thành viên trở lên"),
                    (2043, "cổ phần"),
                    (2044, "hợp danh"),
                    (1996, "xã hội"),
                    (1992, "chuyển đổi"),
                    (1954, "giải thể"),
                )
            ),
            ("C. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ CẤP TỈNH (08 TTHC)",),
        ),
    ),
)

D556 = Description(
    so="556/QĐ-UBND",
    ngay_ky="2026-02-09",
    hieu_luc="2026-02-09",
    co_quan="UBND thành phố Hải Phòng",
    trich_yeu="Về việc công bố 08 thủ tục hành chính được sửa đổi, bổ sung trong lĩnh vực nuôi con nuôi",
    articles=articles(
        "được sửa đổi, bổ sung",
        "Điều 3. Quyết định này có hiệu lực kể từ ngày ký và thay thế một phần Quyết định số 2600/QĐ-UBND ngày 01/8/2025, Quyết định số 93/QĐ-UBND ngày 08 tháng 01 năm 2026.",
    ),
    supersedes=("2600/QĐ-UBND", "93/QĐ-UBND"),
    doubts=("thay thế một phần",),
    listings=(
        Listing(
            (NUMBER, NAME, CODE, FEE, TIME, PLACE),
            (
                Section("THỦ TỤC HÀNH CHÍNH CẤP TỈNH (04 TTHC)", "A"),
                # Handed in at the ward's counter, decided by the province.
                *(
                    Entry(
                        "sua_doi",
                        code,
                        f"Thủ tục về nuôi con nuôi có yếu tố nước ngoài, trường hợp {n}",
                        ("tinh",),
                        "Nuôi con nuôi",
                        WARD_COUNTER,
                        thoi_han="20 ngày",
                        phi="9.000.000đ/trường hợp",
                    )
                    for n, code in enumerate(
                        ("1.003976", "1.004878", "1.003160", "1.003198"), start=1
                    )
                ),
                Section("THỦ TỤC HÀNH CHÍNH CẤP XÃ (04 TTHC)", "B"),
                Entry(
                    "sua_doi",
                    "2.001263",
                    "Đăng ký việc nuôi con nuôi trong nước",
                    ("xa",),
                    "Nuôi con nuôi",
                    WARD_COUNTER,
                    thoi_han="Xác minh: 3,5–12 ngày; kiểm tra/lấy ý kiến: 10 ngày; thay đổi ý kiến: 10 ngày; đăng ký giao nhận: 05 ngày (sau cắt giảm)",
                    phi="400.000đ/trường hợp (miễn: cha dượng/mẹ kế nhận con riêng; cô/cậu/dì/chú/bác nhận cháu; trẻ khuyết tật/HIV/bệnh hiểm nghèo; người có công)",
                ),
                Entry(
                    "sua_doi",
                    "1.003005",
                    "Giải quyết việc người nước ngoài cư trú ở khu vực biên giới nước láng giềng nhận trẻ em Việt Nam làm con nuôi",
                    ("xa",),
                    "Nuôi con nuôi",
                    WARD_COUNTER,
                    thoi_han="UBND xã kiểm tra/lấy ý kiến: 05 ngày; thay đổi ý kiến: 10 ngày; Sở Tư pháp: 04 ngày; đăng ký giao nhận: 05 ngày (sau cắt giảm)",
                    phi="4.500.000đ/trường hợp",
                ),
                Entry(
                    "sua_doi",
                    "2.002349",
                    "Cấp giấy xác nhận công dân Việt Nam thường trú ở khu vực biên giới đủ điều kiện nhận trẻ em nước láng giềng cư trú biên giới làm con nuôi",
                    ("xa",),
                    "Nuôi con nuôi",
                    WARD_COUNTER,
                    thoi_han="05 ngày (sau cắt giảm)",
                    phi="Không quy định",
                ),
                Entry(
                    "sua_doi",
                    "2.002363",
                    "Ghi vào Sổ đăng ký nuôi con nuôi việc nuôi con nuôi đã được giải quyết tại cơ quan có thẩm quyền của nước ngoài",
                    ("xa",),
                    "Nuôi con nuôi",
                    WARD_COUNTER,
                    thoi_han="Ngay trong ngày; xác minh: tối đa 1,5 ngày (sau cắt giảm)",
                    phi="75.000đ (miễn: gia đình có công, hộ nghèo, người khuyết tật)",
                ),
            ),
            ("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG", "TRONG LĨNH VỰC NUÔI CON NUÔI"),
        ),
    ),
)

D3218 = Description(
    so="3218/QĐ-UBND",
    ngay_ky="2024-11-18",
    hieu_luc="2024-11-18",
    co_quan="UBND tỉnh Quảng Bình",
    place="Quảng Bình",
    province="TỈNH QUẢNG BÌNH",
    trich_yeu="VỀ VIỆC CÔNG BỐ DANH MỤC THỦ TỤC HÀNH CHÍNH BAN HÀNH MỚI TRONG LĨNH VỰC CHĂN NUÔI THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA UBND CẤP HUYỆN",
    articles=articles("ban hành mới trong lĩnh vực Chăn nuôi", SIGNING),
    doubts=("cấp huyện",),
    listings=(
        Listing(
            (
                Column("stt", "Số TT", width="1.2cm"),
                Column("ten", "Tên TTHC", width="2fr"),
                TIME,
                PLACE,
                Column("phi", "Phí, lệ phí"),
                BASIS,
                Column("co_quan", "Cơ quan thực hiện"),
            ),
            tuple(
                Entry(
                    "moi",
                    None,
                    name,
                    ("khac",),
                    "Chăn nuôi",
                    "Nộp hồ sơ tại Bộ phận một cửa của UBND cấp huyện:\n- Trực tiếp.\n- Qua dịch vụ bưu chính.\n- Trực tuyến.",
                    thoi_han=time,
                    phi="Không",
                    can_cu="Điều 8, Nghị định số 106/2024/NĐ-CP ngày 01 tháng 8 năm 2024",
                    shown={"co_quan": "UBND cấp huyện"},
                )
                for name, time in (
                    (
                        "Hỗ trợ chi phí nâng cao hiệu quả chăn nuôi cho đơn vị đã cung cấp vật tư phối giống",
                        "90 ngày, kể từ ngày nhận được hồ sơ hợp lệ",
                    ),
                    (
                        "Quyết định phê duyệt kinh phí hỗ trợ đào tạo, tập huấn để chuyển đổi từ chăn nuôi sang các nghề khác",
                        "40 ngày, kể từ ngày nhận được hồ sơ",
                    ),
                )
            ),
            ("DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH TRONG LĨNH VỰC CHĂN NUÔI",),
        ),
    ),
)
