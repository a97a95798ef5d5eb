"""Personal data: what must be found in a text, and what must not be taken for it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from cchc.reform.privacy.finding import Secret
from cchc.reform.privacy.search import Public, personal_data

# Nobody's, and in no file of the repository as a whole: the check of the repository looks for such.
PHONE = "0905.123.456".replace(".", "")
CARD = "046.090.012345".replace(".", "")
ROOT = Path(__file__).parents[2]
PUBLIC = Public(frozenset({"02343123456"}), ("số 5 đường Lý Thần Tông", "ubnd@huongan.example"))

PERSONAL = [
    (Secret.PHONE, f"Xin liên hệ {PHONE} khi có kết quả."),
    (Secret.PHONE, "Số của tôi: 0905 123 456."),
    (Secret.PHONE, "Gọi 0905.123.456 hoặc 0234.3.999.888"),
    (Secret.PHONE, "Zalo +84 905 123 456"),
    (Secret.PHONE, "(+84) 905-123-456 là số của tôi"),
    (Secret.PHONE, "84905123456 không ai nghe"),
    (Secret.PHONE, "Gọi lại theo số 0084 905 123 456."),
    (Secret.PHONE, "điện thoại bàn (0234) 3 999 888"),
    (Secret.PHONE, "O905 123 456 (chữ O thay số không)"),
    (Secret.PHONE, "０９０５１２３４５６"),
    (Secret.PHONE, "SĐT: 905123456"),
    (Secret.PHONE, "0 9 0 5 1 2 3 4 5 6 là số của em"),
    (Secret.PHONE, "0168 1234 567"),
    (Secret.PHONE, "Zalo 0905,123,456"),
    (Secret.PHONE, "sđt o9o5123456"),
    (Secret.PHONE, "Gọi không chín không năm một hai ba bốn năm sáu"),
    (Secret.PHONE, f"https://zalo.me/{PHONE}"),
    (Secret.IDENTITY, "CMND số 191234567 cấp năm 2010"),
    (Secret.IDENTITY, "CCCD: 046 090 012 345"),
    (Secret.IDENTITY, f"số căn cước của tôi là {CARD}"),
    (Secret.IDENTITY, "Giấy tờ 191.234.567 bị mất"),
    (Secret.IDENTITY, "Hộ chiếu B1234567 đã hết hạn"),
    (Secret.IDENTITY, "mã số BHXH 4612345678"),
    (Secret.ACCOUNT, "Hoàn phí vào tài khoản 123456789012 tại ngân hàng"),
    (Secret.ACCOUNT, "STK 0161 0001 23456 Vietcombank"),
    (Secret.ACCOUNT, "chuyển khoản vào 19034567890123"),
    (Secret.EMAIL, "Trả lời qua hoa.nguyen@gmail.com nhé"),
    (Secret.EMAIL, "hoa (at) gmail.com"),
    (Secret.PLATE, "Xe 75A-123.45 đỗ trước cổng"),
    (Secret.PLATE, "xe máy 75-F1 234.56 lấn đường"),
    (Secret.PLATE, "biển số 75h1 12345"),
    (Secret.PLATE, "xe 75C-1234 chở đất làm rơi vãi"),
    (Secret.DOSSIER, "Hồ sơ H57.112-261103-0012 quá hạn"),
    (Secret.DOSSIER, "mã 000.00.12.H57-261103-0012"),
    (Secret.ADDRESS, "Tôi ở số nhà 12, tổ 5"),
    (Secret.ADDRESS, "nhà số 12/5 bị ngập"),
    (Secret.ADDRESS, "trước 12 đường Lý Nhân Tông có hố ga hỏng"),
    (Secret.ADDRESS, "Nhà tại 24/3 kiệt 15 bị mất nước"),
    (Secret.ADDRESS, "Tôi sống ở 12A Lý Nhân Tông"),
    (Secret.ADDRESS, "quán ở số 45 Trần Phú mở nhạc to"),
    (Secret.ADDRESS, "3/12 Nguyễn Trãi gây ồn"),
    (Secret.ADDRESS, "tôi trú tại tổ dân phố 7, phường Hương An"),
    (Secret.ADDRESS, "Thường trú: thôn Bồn Trì"),
    (Secret.ADDRESS, "nhà tôi ở kiệt 30 đường Lý Nhân Tông"),
    (Secret.ADDRESS, "K12/5 Lý Nhân Tông bị ngập"),
    (Secret.PARCEL, "thửa đất số 123, tờ bản đồ số 45"),
    (Secret.PARCEL, "tờ bản đồ 12 thửa 330"),
    (Secret.BIRTH, "cháu sinh ngày 12/03/2019"),
    (Secret.NAME, "Ông Hoa phản ánh về rác"),
    (Secret.NAME, "bà Nguyễn Thị Hoa ở tổ 3"),
    (Secret.NAME, "anh Hùng tiếp nhận hồ sơ chậm"),
    (Secret.NAME, "chị Lan ở quầy số 2 rất nhiệt tình"),
    (Secret.NAME, "ông (bà) Trần Văn Bình"),
    (Secret.NAME, "ông NGUYỄN VĂN HÙNG"),
    (Secret.NAME, "đồng chí Dũng hứa trả lời"),
    (Secret.NAME, "Tôi tên là Lê Thanh Bình"),
    (Secret.NAME, "Họ và tên: Phan Minh Đức"),
    (Secret.NAME, "Người gửi: Hoàng Minh Châu"),
    (Secret.NAME, "Kính mong xem xét. Nguyễn Thị Thu Hà"),
    (Secret.NAME, "Kính mong xem xét. Nguyễn Hoàng Anh"),
    (Secret.NAME, "cô giáo Lan, cán bộ tên Bình"),
    (Secret.NAME, "bác sĩ Lan ở trạm y tế"),
    (Secret.NAME, "ba\u0300 Lan hỏi lại"),
]  # fmt: skip

HARMLESS = [
    "Căn cứ Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ.",
    "Theo Nghị quyết 66.7/2025/NQ-CP và Quyết định số 163/QĐ-BTP ngày 05/02/2026",
    "Công văn số 1234/UBND-VP ngày 24-11-2026 đã trả lời.",
    "Quyết định 3582/QĐ-UBND, Thông tư 01/2022/TT-BTP, Luật số 60/2014/QH13",
    "Thủ tục 1.001193 và 2.000205.000.00.00.H17, dịch vụ 1.001193.01",
    "Lệ phí 8.000 đồng, phạt 1.500.000 đồng, tổng 12.345.678.900 đồng.",
    "Kinh phí 84.905.123.456 đồng cho tuyến đường",
    "Dự toán 191.234.567 đã được công khai",
    "Thu phí 50000đ một lần, hoặc 50.000 đ.",
    "Từ 7 giờ 30 đến 11 giờ 30 ngày 24/11/2026 và 2026-11-25",
    "Giai đoạn 2021-2025, các năm 2024, 2025, 2026 và 2027 2028 2029",
    "Gọi đường dây nóng 0234 3 123 456 của phường.",
    "Gọi 0234.3123456 hoặc (0234) 3123456 trong giờ làm việc",
    "Tổng đài 1900 1234, cấp cứu 115, công an 113, cổng 1022, 18001234",
    "Gửi thư đến ubnd@huongan.example để được trả lời",
    "Trụ sở tại số 5 đường Lý Thần Tông",
    "Đường Lý Nhân Tông đoạn qua tổ dân phố 5 bị ngập khi mưa.",
    "Kiệt 25 đường Lý Nhân Tông chưa có đèn chiếu sáng",
    "Sửa cống ở ngã tư Lý Nhân Tông – Nguyễn Văn Linh",
    "Mở rộng đường Nguyễn Thị Minh Khai và Bà Triệu",
    "Nắp cống trên đường Bà Triệu bị vỡ, cầu Ông Thượng xuống cấp",
    "Trường Tiểu học số 2 Hương An tuyển sinh",
    "Nhà văn hóa tổ dân phố số 3 Hương Sơ đã sửa xong",
    "Người dân tổ dân phố 12 đề nghị thu gom rác",
    "Thủ tục đăng ký thường trú, đăng ký tạm trú tại phường làm ở đâu?",
    "Ông Chủ tịch UBND phường đã tiếp, bà Phó Chủ tịch trả lời",
    "anh chị công chức tiếp nhận hồ sơ rất nhiệt tình",
    "chị em Hội Phụ nữ và trẻ em Hương An được hỗ trợ",
    "Ông A. phản ánh; bà N.T.H. cũng vậy",
    "Người dân hỏi về bản dịch tiếng Anh Việt",
    "UBND phường cảm ơn ông, bà đã góp ý.",
    "Đồng chí Bí thư chi bộ đã họp dân",
    "Có 1.250 người, 312 hộ, 98,5 % phiếu hài lòng",
    "Điều 8 khoản 2 điểm a; Điều 12; mục 3.1.2",
    "Diện tích 1.234,5 m2, dài 2.500 m, cao 12 m",
    "Anh Chị em công nhân, em nhi đồng",
    "Theo lời bác Hồ, bác Tôn",
    "Một, hai, ba bước: nộp, chờ, nhận",
    "Tháng 05, 06, 07, 08, 09 thu gom sớm hơn",
    "Bác Hồ dạy: cán bộ là công bộc của dân",
    "Chú ý: cụ thể hóa, em hãy xem bảng 2",
    "[đã bỏ số điện thoại] và [đã bỏ địa chỉ] của người dân",
    "Nộp tại Trung tâm Phục vụ hành chính công phường Hương An, quầy số 3",
    "Tuyến đường dài 3 km, rộng 12 m, có 45 đèn",
    "Xe rác đi qua lúc 17 giờ, 3 lần một tuần",
    "Trường THPT Nguyễn Văn Linh ở gần chợ An Hòa",
    "Hồ sơ đã trả ngày 03/11/2026, sớm 2 ngày làm việc",
    "Tờ khai mẫu 01 và mẫu số 02/TK kèm theo",
    "Ngày 24/11 Lê hội truyền thống bắt đầu",
    "Quốc lộ 1A đoạn Km 12 đường tránh Huế bị hỏng",
    "Nâng cấp 3 tuyến đường, 2 kiệt trong năm 2026",
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text"), PERSONAL)
def test_personal_data_is_found(kind: Secret, text: str) -> None:
    assert kind in [each.kind for each in personal_data(text, PUBLIC)]


@pytest.mark.parametrize("text", HARMLESS)
def test_what_is_not_personal_is_left_alone(text: str) -> None:
    assert [(each.kind.value, each.words) for each in personal_data(text, PUBLIC)] == []


def test_a_message_does_not_repeat_all_it_found() -> None:
    (found,) = personal_data(f"Gọi {PHONE}", PUBLIC)
    assert PHONE not in found.told
    assert "thay bằng “[đã bỏ số điện thoại]”" in found.told


def test_each_thing_once_in_the_order_of_the_text() -> None:
    text = f"Bà Lan, 0905 123 456, CCCD {CARD}, xe 75A-123.45"
    kinds = [each.kind for each in personal_data(text, PUBLIC)]
    assert kinds == [Secret.NAME, Secret.PHONE, Secret.IDENTITY, Secret.PLATE]


def texts(data: Any) -> Iterator[str]:  # noqa: ANN401 - plain data of any shape
    if isinstance(data, str):
        yield data
    for each in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from texts(each)


def test_the_ward_s_real_procedures_and_pages_raise_no_alarm() -> None:
    found = []
    for path in sorted((ROOT / "procedures").glob("*/*.yml")):
        for text in texts(yaml.load(path.read_bytes(), yaml.CSafeLoader)):
            found += [(path.name, each.words) for each in personal_data(text, Public())]
    for path in sorted((ROOT / "docs").rglob("*.md")):
        for line in path.read_text(encoding="utf-8").splitlines():
            found += [(path.name, each.words) for each in personal_data(line, Public())]
    assert found == []
