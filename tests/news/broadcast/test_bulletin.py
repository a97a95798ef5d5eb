"""The bulletin of changes: by decision and day, in plain words; what waits is not read."""

from __future__ import annotations

import datetime as dt

from cchc.news.broadcast.bulletin import Span, bulletin
from cchc.news.broadcast.piece import Piece
from cchc.procedures.decision import Decision
from cchc.procedures.files import Version
from cchc.procedures.store import Catalogue
from tests.site.samples import FIELDS, procedure, version

SPAN = Span(dt.date(2026, 11, 1), dt.date(2026, 11, 24))
CITED = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
SO_FAR = "Từ ngày 01/11/2026 đến ngày 24/11/2026"


def changed(code: str, name: str, kind: str, day: str, **data: object) -> Version:
    entry: dict[str, object] = {"ngay": day, "loai": kind, "quyet_dinh": CITED}
    if "noi_dung" in data:
        entry["noi_dung"] = data.pop("noi_dung")
    if "phan" in data:
        entry["phan"] = data.pop("phan")
    return version(procedure(code, name, lich_su=[entry], **data), day)


def told(*versions: Version, decisions: tuple[Decision, ...] = ()) -> Piece:
    by_code = {each.procedure.code: (each,) for each in versions}
    return bulletin(Catalogue(FIELDS, by_code), decisions, SPAN)


def lines(piece: Piece) -> list[str]:
    return [each.text for each in piece.blocks]


def test_changes_are_told_by_decision_and_kind() -> None:
    decision = Decision.model_validate({"so": "3582/QĐ-UBND", "co_quan": "UBND thành phố Huế"})
    said = lines(
        told(
            changed("1.001193", "Thủ tục đăng ký khai sinh", "moi", "2026-11-20"),
            changed(
                "1.004222",
                "Đăng ký thường trú",
                "sua_doi",
                "2026-11-20",
                phan=["phi"],
                noi_dung="Giảm lệ phí.",
            ),
            decisions=(decision.model_copy(update={"applied": SPAN.day}),),
        )
    )
    assert (
        said[0]
        == "Từ ngày 01/11/2026 đến ngày 24/11/2026 có 1 thủ tục mới và 1 thủ tục được sửa đổi, bổ sung."
    )
    assert said[1] == (
        "Quyết định số 3582/QĐ-UBND ngày 10/11/2026 của UBND thành phố Huế có hiệu lực từ ngày 20/11/2026."
        " Có 1 thủ tục mới."
    )
    assert said[2] == "Thủ tục đăng ký khai sinh."
    assert said[3] == "Có 1 thủ tục được sửa đổi, bổ sung."
    assert said[4].startswith("Thủ tục đăng ký thường trú. Thay đổi ở phần ")
    assert said[4].endswith(" Giảm lệ phí.")


def test_end_names_what_takes_its_place() -> None:
    end = {"ngay": "2026-11-20", "quyet_dinh": CITED, "thay_bang": ["1.001193", "9.999999"]}
    said = lines(
        told(
            version(procedure()),
            changed("2.000815", "Đăng ký cũ", "bai_bo", "2026-11-20", bai_bo=end),
        )
    )
    assert (
        said[2]
        == "Thủ tục đăng ký cũ. Thay vào đó là thủ tục đăng ký khai sinh; thủ tục mã 9.999999."
    )


def test_what_comes_later_is_told_apart() -> None:
    piece = told(changed("1.001193", "Đăng ký khai sinh", "sua_doi", "2027-03-01"))
    assert "không có thay đổi nào" in lines(piece)[0]
    assert "Sắp tới có 1 thủ tục được sửa đổi, bổ sung." in lines(piece)[0]
    assert lines(piece)[1] == "Sắp có hiệu lực"


def test_what_was_before_is_not_told() -> None:
    piece = told(changed("1.001193", "Đăng ký khai sinh", "moi", "2026-10-31"))
    assert lines(piece) == [
        f"{SO_FAR}, không có thay đổi nào về thủ tục hành chính của phường có hiệu lực."
    ]
    assert piece.more == ""


def test_new_text_without_a_decision_is_told_to_the_announcer() -> None:
    piece = told(version(procedure(), "2026-11-20"))
    assert "không có thay đổi nào" in lines(piece)[0]
    assert piece.remarks == (
        "Có nội dung mới mà `lich_su` không ghi quyết định nào, chưa đọc: 1.001193.",
    )


def test_version_taken_back_is_not_told() -> None:
    back = {"ngay": "2026-11-21", "vi_sao": "nhầm"}
    piece = told(changed("1.001193", "Đăng ký khai sinh", "moi", "2026-11-20", thu_hoi=back))
    assert "không có thay đổi nào" in lines(piece)[0]


def test_long_legal_name_gives_way_to_the_one_people_use() -> None:
    name = "Chứng thực " + "bản sao từ bản chính " * 6
    piece = told(changed("2.000815", name, "moi", "2026-11-20", ten_goi_khac=["Sao y"]))
    assert lines(piece)[2] == "Thủ tục thường gọi là sao y."
    assert name.strip() in piece.remarks[0]


def test_decisions_that_wait_are_told_to_the_announcer_only() -> None:
    proposed = Decision.model_validate({"so": "9/QĐ-UBND", "loai_van_ban": "cong_bo"})
    confirmed = Decision.model_validate(
        {"so": "8/QĐ-UBND", "trang_thai": "da_xac_nhan", "hieu_luc": "2026-11-20"}
    )
    inner = Decision.model_validate({"so": "7/QĐ-UBND", "loai_van_ban": "quy_trinh_noi_bo"})
    piece = told(decisions=(proposed, confirmed, inner))
    assert piece.remarks[0] == "Còn 1 quyết định chờ xác nhận, chưa đọc: 9/QĐ-UBND."
    assert "8/QĐ-UBND; chạy `cchc apply`" in piece.remarks[1]
    assert "QĐ-UBND" not in " ".join(lines(piece))
