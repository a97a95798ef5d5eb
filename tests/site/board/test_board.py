"""The board's data and page, from portals of a few lines and from the ward's whole."""

from __future__ import annotations

import datetime as dt
import gzip
import json
import re
from base64 import b64decode
from dataclasses import replace
from pathlib import Path
from typing import Any

import segno

from cchc.procedures.life_events import LifeEvent
from cchc.site.addresses import BOARD_DATA
from cchc.site.board.board_data import board_json
from cchc.site.board.board_page import board_page
from cchc.site.board.dots import dots
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from tests.portals import ROOT
from tests.site.samples import DAY, portal_of, procedure, version

ADDRESS = "https://cchc.example.vn/thu-tuc/ho-tich/1.001193/"
LARGEST_GZ = 180_000


def data_of(portal: Portal) -> Any:  # noqa: ANN401 - JSON
    return json.loads(board_json(portal))


def test_a_procedure_is_told_as_on_its_posting_sheet() -> None:
    papers = [{"ten": "Tờ khai", "ban_chinh": 1, "ghi_chu": "Theo mẫu"}, {"ten": "Căn cước"}]
    birth = procedure(
        ten_goi_khac=["Làm giấy khai sinh"],
        ho_so=[{"giay_to": papers}],
        trinh_tu=["Bước 1: Nộp hồ sơ", "Nhận kết quả"],
    )
    (code, told), *others = data_of(portal_of(birth))["procedures"].items()
    assert others == []
    assert code == "1.001193"
    assert told["title"] == "Đăng ký khai sinh"
    assert [question for question, _, _ in told["answers"]] == [
        "Bao lâu có kết quả",
        "Tốn bao nhiêu",
        "Nộp ở đâu",
        "Nộp cách nào",
    ]
    assert told["answers"][1][2] == ["Chưa có thông tin. Hỏi nơi nộp hồ sơ."]
    assert told["answers"][2][2] == ["Trung tâm phường"]
    by_kind = {kind: (lines, cases) for _, _, kind, lines, cases in told["parts"]}
    assert by_kind["steps"][0] == ["Nộp hồ sơ", "Nhận kết quả"]
    ((_, shown, _),) = by_kind["papers"][1]
    assert shown == [
        ["Tờ khai", "Theo mẫu", "1", "–"],
        ["Căn cước", "", "chưa rõ", "chưa rõ"],
    ]


def test_what_a_reader_must_know_first_is_said() -> None:
    warnings = dict(data_of(portal_of(procedure()))["procedures"]["1.001193"]["warnings"])
    assert "trình tự thực hiện" in warnings["Chưa đủ nội dung"].lower()
    assert warnings["Đơn vị chưa xác nhận nội dung này"] == "Chưa có ai soát."


def test_a_zero_fee_is_never_free() -> None:
    bare = {
        "hinh_thuc": "truc_tiep",
        "phi": [{"loai": "le_phi", "so_tien": 0, "loi": "Nguồn ghi 0"}],
    }
    told = data_of(portal_of(procedure(cach_nop=[bare])))["procedures"]["1.001193"]
    assert told["answers"][1][2] == ["Lệ phí: Nguồn ghi 0"]


def test_what_is_to_come_is_on_the_board_and_says_since_when() -> None:
    coming = version(procedure("2.000815", "Chứng thực bản sao"), "2027-03-01")
    data = data_of(portal_of(procedure(), coming))
    told = data["procedures"]["2.000815"]
    assert ["Chưa có hiệu lực", "Áp dụng từ ngày 01/03/2027."] in told["warnings"]
    (field,) = data["shelves"]
    assert field["codes"] == ["1.001193", "2.000815"]
    (change,) = data["changes"]
    assert change["coming"] is True
    assert change["day"] == "01/03/2027"


def test_an_abolished_procedure_says_so_and_what_to_do_instead() -> None:
    end = {"ngay": "2026-11-20", "quyet_dinh": {"so": "3582/QĐ-UBND"}, "thay_bang": ["1.001193"]}
    ended = version(procedure("3.000323", "Đăng ký giám sát", bai_bo=end), "2026-11-20")
    before = procedure("3.000323", "Đăng ký giám sát")
    data = data_of(portal_of(procedure(), before, ended))
    assert "3.000323" not in data["procedures"]
    told = data["ended"]["3.000323"]
    assert "bãi bỏ từ ngày 20/11/2026" in told["said"]
    assert "3582/QĐ-UBND" in told["said"]
    assert told["instead"] == ["1.001193"]
    assert [each["look"] for each in data["changes"]] == ["ended"]


def test_an_endless_name_is_cut_where_it_is_read_from_afar_only() -> None:
    name = "Giao đất ở " * 90
    portal = portal_of(version(procedure(name=name), "2026-11-01"))
    data = data_of(portal)
    assert len(data["changes"][0]["title"]) <= 221
    assert len(data["procedures"]["1.001193"]["title"]) > 900


def test_life_events_stand_before_the_fields_with_what_each_is_for() -> None:
    life = LifeEvent.model_validate(
        {"khoa": "sinh-con", "ten": "Sinh con", "thu_tuc": [{"ma": "1.001193", "vi_sao": "Trước"}]},
        by_alias=True,
        by_name=False,
    )
    portal = replace(portal_of(procedure()), lives=(life,))
    first, second = data_of(portal)["shelves"]
    assert (first["kind"], first["codes"], first["whys"]) == ("life", ["1.001193"], ["Trước"])
    assert (second["kind"], second["at"]) == ("field", "thu-tuc/ho-tich/")


def test_the_dots_are_those_of_the_qr_code() -> None:
    side, bits = dots(ADDRESS).split(":")
    code = segno.make_qr(ADDRESS, error="m", mask=2, boost_error=False)
    packed = "".join(f"{byte:08b}" for byte in b64decode(bits))
    expected = "".join(str(dot) for row in code.matrix for dot in row)
    assert int(side) == len(tuple(code.matrix))
    assert packed[: len(expected)] == expected
    assert set(packed[len(expected) :]) <= {"0"}
    assert dots("") == ""


def test_the_mark_changes_with_the_content_and_with_nothing_else() -> None:
    one, same = board_json(portal_of(procedure())), board_json(portal_of(procedure()))
    other = data_of(portal_of(procedure(name="Đăng ký kết hôn")))
    assert one == same
    assert json.loads(one)["mark"] != other["mark"]


def test_without_a_script_there_is_a_list_of_fields_with_links() -> None:
    page = board_page(portal_of(procedure()))
    assert page.address == "niem-yet/"
    assert 'href="../thu-tuc/ho-tich/"' in page.html
    assert 'href="../thu-tuc/a-z/"' in page.html


def test_every_procedure_of_the_ward_is_reached_and_the_file_is_small() -> None:
    portal = load_portal(ROOT, DAY, "https://cchc.example.vn/")
    made = board_json(portal)
    data = json.loads(made)
    on_tiles = {code for each in data["shelves"] for code in each["codes"]}
    assert on_tiles == set(data["procedures"]) == {*portal.entries, *portal.awaited}
    assert all(each["qr"] for each in data["procedures"].values())
    assert len(gzip.compress(made.encode(), 9)) < LARGEST_GZ


def test_the_built_site_has_every_file_the_board_is_made_of(shipped: Path) -> None:
    html = (shipped / "niem-yet/index.html").read_text(encoding="utf-8")
    assert '<meta name="robots" content="noindex">' in html
    asked = set(re.findall(r'(?:href|src)="\.\./(assets/[^"?]+)', html))
    assert all((shipped / each).is_file() for each in asked)
    assert {"assets/cchc/board.js", "assets/cchc/board.css", "assets/cchc/fonts.css"} <= asked
    assert "niem-yet" not in (shipped / "sitemap.xml").read_text(encoding="utf-8")
    assert "niem-yet/" not in (shipped / "search/rows.json").read_text(encoding="utf-8")
    assert (
        json.loads((shipped / BOARD_DATA).read_text(encoding="utf-8"))["day"] == f"{DAY:%d/%m/%Y}"
    )


def test_the_day_is_the_build_s() -> None:
    assert data_of(portal_of(procedure(), day=dt.date(2027, 1, 2)))["day"] == "02/01/2027"
