"""Five decisions of 2026 with their codes, kinds and days of effect, in the layouts of their kind."""

from __future__ import annotations

from tests.province.decision.description import Column, Description, Entry, Listing, Section
from tests.province.decision.facts import (
    ABOLISHED,
    BASIS,
    CODE,
    NAME,
    NUMBER,
    PLACE,
    SIGNING,
    TIME,
    articles,
)

CITY = "UBND thành phố Hải Phòng"
CUT = (
    Column("thoi_han_quy_dinh", "Theo quy định", "Thời hạn giải quyết"),
    Column("thoi_han_sau", "Sau cắt giảm", "Thời hạn giải quyết"),
)
BY_CITY = {"co_quan": "Sở Nội vụ", "linh_vuc": "Nội vụ"}

D3500 = Description(
    so="3500/QĐ-UBND",
    ngay_ky="2026-08-30",
    hieu_luc="2026-08-30",
    co_quan=CITY,
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính mới ban hành, được sửa đổi, bổ sung và bị bãi bỏ trong lĩnh vực nội vụ",
    articles=articles("trong lĩnh vực nội vụ", SIGNING),
    title_lines=(
        "PHỤ LỤC",
        "DANH MỤC THỦ TỤC HÀNH CHÍNH MỚI BAN HÀNH, ĐƯỢC SỬA ĐỔI, BỔ SUNG",
        "VÀ BỊ BÃI BỎ TRONG LĨNH VỰC NỘI VỤ",
    ),
    listings=(
        Listing(
            (NUMBER, CODE, NAME, *CUT, BASIS),
            (
                Section("DANH MỤC THỦ TỤC HÀNH CHÍNH BAN HÀNH MỚI", "I"),
                Section("THỦ TỤC HÀNH CHÍNH CẤP TỈNH (01 TTHC)", "A"),
                Entry(
                    "moi",
                    "1.116316",
                    "Kiểm tra chất lượng hàng hóa nhập khẩu có mức độ rủi ro cao thuộc trách nhiệm quản lý nhà nước của Bộ Nội vụ",
                    ("tinh",),
                    "Nội vụ",
                    thoi_han="05 ngày làm việc",
                    can_cu="Thông tư số 16/2026/TT-BNV",
                    shown={"thoi_han_quy_dinh": "05 ngày làm việc"},
                ),
                Section("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG", "II"),
                Section("THỦ TỤC HÀNH CHÍNH DÙNG CHUNG (CẤP BỘ, CẤP TỈNH, CẤP XÃ) (02 TTHC)", "A"),
                Entry(
                    "sua_doi",
                    "1.014111",
                    "Thủ tục thi tuyển công chức",
                    ("bo", "tinh", "xa"),
                    "Nội vụ",
                    thoi_han="90 ngày (theo quy định: 120 ngày)",
                    can_cu="Nghị định số 300/2026/NĐ-CP",
                    shown={"thoi_han_quy_dinh": "120 ngày", "thoi_han_sau": "90 ngày"},
                ),
                Entry(
                    "sua_doi",
                    "1.014113",
                    "Thủ tục xét tuyển công chức",
                    ("bo", "tinh", "xa"),
                    "Nội vụ",
                    thoi_han="90 ngày",
                    can_cu="Nghị định số 300/2026/NĐ-CP",
                    shown={"thoi_han_quy_dinh": "90 ngày"},
                ),
            ),
        ),
        Listing(
            ABOLISHED,
            (
                Entry(
                    "bai_bo",
                    "1.013337",
                    "Đăng ký công bố hợp quy đối với các sản phẩm, hàng hóa được quản lý bởi các quy chuẩn kỹ thuật quốc gia",
                    ("tinh",),
                    "Nội vụ",
                    can_cu="Nghị định số 22/2026/NĐ-CP ngày 16/01/2026",
                    shown=BY_CITY,
                ),
                Entry(
                    "bai_bo",
                    "1.013723",
                    "Thủ tục kiểm tra nhà nước về chất lượng hàng hóa nhóm 2 nhập khẩu",
                    ("tinh",),
                    "Nội vụ",
                    can_cu="Nghị định số 37/2026/NĐ-CP ngày 23/01/2026",
                    shown=BY_CITY,
                ),
                Entry(
                    "bai_bo",
                    "1.014116",
                    "Thủ tục tiếp nhận vào công chức không giữ chức vụ lãnh đạo, quản lý",
                    ("tinh", "xa"),
                    "Nội vụ",
                    can_cu="Nghị định số 300/2026/NĐ-CP",
                    shown={"linh_vuc": "NỘI VỤ", "co_quan": "Sở Nội vụ; UBND cấp xã"},
                ),
            ),
            ("III. DANH MỤC THỦ TỤC HÀNH CHÍNH BỊ BÃI BỎ (03 TTHC)",),
        ),
    ),
)

D3501 = Description(
    so="3501/QĐ-UBND",
    ngay_ky="2026-09-01",
    hieu_luc="2027-03-01",
    co_quan=CITY,
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung lĩnh vực phòng bệnh",
    articles=articles(
        "được sửa đổi, bổ sung lĩnh vực phòng bệnh",
        "Điều 3. Quyết định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2027.",
    ),
    listings=(
        Listing(
            (NUMBER, CODE, NAME, *CUT, PLACE),
            (
                Section("LĨNH VỰC PHÒNG BỆNH", "I"),
                Entry(
                    "sua_doi",
                    "1.013860",
                    "Cấp giấy chứng nhận bị phơi nhiễm với HIV do tai nạn rủi ro nghề nghiệp",
                    ("tinh",),
                    "Phòng bệnh",
                    thoi_han="03 ngày làm việc (theo quy định: 05 ngày làm việc)",
                    shown={
                        "ten": "Cấp gi ấy chứng nhận bị phơi nhi ễm với HIV do tai nạn r ủi ro nghề nghiệp",
                        "thoi_han_quy_dinh": "05 ngày làm việc",
                        "thoi_han_sau": "03 ngày làm việc",
                    },
                ),
                Entry(
                    "sua_doi",
                    "1.013864",
                    "Cấp giấy chứng nhận bị phơi nhiễm với HIV do tai nạn rủi ro nghề nghiệp",
                    ("tinh",),
                    "Phòng bệnh",
                    thoi_han="05 ngày làm việc",
                    shown={
                        "thoi_han_quy_dinh": "05 ngày làm việc",
                        "thoi_han_sau": "Không cắt giảm",
                    },
                ),
            ),
            ("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG CẤP TỈNH",),
        ),
    ),
)

D3508 = Description(
    so="3508/QĐ-UBND",
    ngay_ky="2026-09-03",
    hieu_luc=None,
    co_quan=CITY,
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính được sửa đổi, bổ sung lĩnh vực đường bộ",
    articles=articles(
        "được sửa đổi, bổ sung lĩnh vực đường bộ",
        "Điều 3. Chánh Văn phòng và các cơ quan liên quan chịu trách nhiệm thi hành Quyết định này.",
    ),
    doubts=("không có điều khoản về hiệu lực",),
    listings=(
        Listing(
            (
                NUMBER,
                CODE,
                NAME,
                Column("noi_dung_sua_doi", "Nội dung sửa đổi, bổ sung"),
                Column("can_cu", "Tên VBQPPL quy định nội dung sửa đổi, bổ sung", merged=True),
                Column("co_quan", "Cơ quan thực hiện", merged=True),
            ),
            (
                Entry(
                    "sua_doi",
                    "1.000302",
                    "Cấp, cấp lại Giấy phép vận tải đường bộ",
                    ("tinh",),
                    "Đường bộ",
                    can_cu="Nghị định số 18/2026/NĐ-CP",
                    noi_dung_sua_doi="Thành phần hồ sơ",
                    shown={
                        "ten": "Cấp, c ấp l ại Giấy phép v ận tải đư ờng b ộ",
                        "co_quan": "Sở Xây dựng",
                    },
                ),
                Entry(
                    "sua_doi",
                    "1.000321",
                    "Đăng ký khai thác tuyến, bổ sung, thay thế phương tiện",
                    ("tinh",),
                    "Đường bộ",
                    can_cu="Nghị định số 18/2026/NĐ-CP",
                    noi_dung_sua_doi="Trình tự thực hiện, thời hạn giải quyết",
                    shown={
                        "ten": "Đăng ký khai thác tuy ến, b ổ sung, thay th ế phương tiện",
                        "co_quan": "Sở Xây dựng",
                    },
                ),
                Entry(
                    "sua_doi",
                    "1.000703",
                    "Cấp Giấy phép kinh doanh vận tải bằng xe ô tô, bằng xe bốn bánh có gắn động cơ",
                    ("tinh",),
                    "Đường bộ",
                    can_cu="Nghị định số 19/2026/NĐ-CP",
                    noi_dung_sua_doi="Thành phần hồ sơ",
                    shown={
                        "ten": "Cấp Gi ấy phép kinh doanh v ận tải bằng xe ô tô, bằng xe b ốn bánh có g ắn động cơ",
                        "co_quan": "Sở Xây dựng",
                    },
                ),
            ),
            ("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC SỬA ĐỔI, BỔ SUNG", "LĨNH VỰC ĐƯỜNG BỘ (03 THỦ TỤC)"),
        ),
    ),
)

D3582 = Description(
    so="3582/QĐ-UBND",
    ngay_ky="2026-09-08",
    hieu_luc="2026-09-08",
    co_quan=CITY,
    trich_yeu="Về việc công bố Danh mục thủ tục hành chính được thay thế lĩnh vực tư pháp",
    articles=articles("được thay thế lĩnh vực tư pháp", SIGNING),
    listings=(
        Listing(
            (
                NUMBER,
                Column("ma_cu", "Mã TTHC được thay thế"),
                Column("ma", "Mã TTHC thay thế", width="2.2cm"),
                Column("ten", "Tên thủ tục hành chính thay thế", width="2fr"),
                PLACE,
            ),
            (
                Entry(
                    "thay_the",
                    "3.000722",
                    "Liên thông điện tử: đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế, cấp thẻ căn cước cho trẻ em dưới 6 tuổi",
                    ("xa",),
                    "Tư pháp",
                    thay_cho=("2.001023", "2.002621", "2.000986"),
                ),
                Entry(
                    "thay_the",
                    "2.002913",
                    "Liên thông điện tử: đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất",
                    ("xa",),
                    "Tư pháp",
                    thay_cho=("2.002622",),
                ),
            ),
            (
                "DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC THAY THẾ LĨNH VỰC TƯ PHÁP THUỘC THẨM QUYỀN GIẢI QUYẾT CỦA UBND CẤP XÃ",
            ),
        ),
    ),
)

D3626 = Description(
    so="3626/QĐ-UBND",
    ngay_ky="2026-09-10",
    hieu_luc="2026-09-10",
    co_quan=CITY,
    trich_yeu="Về việc công bố thủ tục hành chính được chuẩn hóa thuộc thẩm quyền giải quyết của Ủy ban nhân dân cấp xã",
    articles=articles("được chuẩn hóa", SIGNING),
    listings=(
        Listing(
            (NUMBER, Column("linh_vuc", "Lĩnh vực"), NAME, CODE, TIME),
            tuple(
                Entry(
                    "chuan_hoa",
                    code,
                    name,
                    ("xa",),
                    field,
                    thoi_han=time,
                    shown={"linh_vuc": field.upper()},
                )
                for code, name, field, time in (
                    ("2.001909", "Thủ tục tiếp công dân tại cấp xã", "Tiếp công dân", "Trong ngày"),
                    ("2.001801", "Thủ tục xử lý đơn tại cấp xã", "Xử lý đơn", "10 ngày làm việc"),
                    (
                        "2.002409",
                        "Thủ tục giải quyết khiếu nại lần đầu tại cấp xã",
                        "Khiếu nại",
                        "30 ngày",
                    ),
                    ("2.002396", "Thủ tục giải quyết tố cáo tại cấp xã", "Tố cáo", "30 ngày"),
                )
            ),
            ("DANH MỤC THỦ TỤC HÀNH CHÍNH ĐƯỢC CHUẨN HÓA",),
        ),
    ),
)
