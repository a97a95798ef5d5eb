"""procedures.json, decisions.json, feeds.json: valid by their own schemas; what is told, what not."""

from __future__ import annotations

import datetime as dt
import json
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from cchc.base.ward import Licence
from cchc.site.open_data.files import open_data
from cchc.site.pages import load_portal
from tests.portals import make_shipped
from tests.site.open_data.made import made_files, made_portal, parsed
from tests.site.samples import WARD

NAMES = ("procedures", "decisions", "feeds")


def faults(schema: Any, document: Any) -> list[str]:  # noqa: ANN401 - JSON
    Draft202012Validator.check_schema(schema)
    validator = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    return [each.message for each in validator.iter_errors(document)]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_valid_by_the_schema_that_it_names(name: str) -> None:
    document = parsed(f"{name}.json")
    assert document["$schema"] == f"{name}.schema.json"
    assert faults(parsed(document["$schema"]), document) == []


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_refuses_what_is_wrong(name: str) -> None:
    schema, document = parsed(f"{name}.schema.json"), parsed(f"{name}.json")
    assert faults(schema, {**document, "ngay": "hôm qua"})
    assert faults(schema, {**document, "la": 1})
    assert faults(schema, {k: v for k, v in document.items() if k != "giay_phep"})
    key = next(k for k, v in document.items() if isinstance(v, list))
    assert faults(schema, {**document, key: [{"la": 1}]})


def test_the_ward_s_whole_catalogue_is_valid(tmp_path: Path) -> None:
    root = make_shipped(tmp_path / "trang")
    files = {
        each.name: each.content for each in open_data(load_portal(root, dt.date(2026, 11, 24)))
    }
    for name in NAMES:
        document = json.loads(files[f"{name}.json"])
        assert document["so_muc"] > 0
        assert faults(json.loads(files[f"{name}.schema.json"]), document) == []


def by_code() -> dict[str, Any]:
    return {each["ma"]: each for each in parsed("procedures.json")["thu_tuc"]}


def test_each_procedure_says_whether_it_holds() -> None:
    found = by_code()
    assert found["1.001193"]["trang_thai"] == "dang_ap_dung"
    assert found["1.004222"]["trang_thai"] == "sap_co_hieu_luc"
    assert found["1.004222"]["co_hieu_luc_tu"] == "2027-03-01"
    assert found["2.000815"]["sap_thay_doi"] == "2027-01-01"
    assert found["3.000323"]["trang_thai"] == "da_bai_bo"
    assert found["3.000323"]["bai_bo"]["thay_bang"] == ["1.001193"]


def test_counts_agree_in_every_file() -> None:
    files, document = made_files(), parsed("procedures.json")
    assert document["so_muc"] == len(document["thu_tuc"]) == 10
    assert {files[f"procedures.{kind}"].count for kind in ("json", "csv", "xlsx")} == {10}


def test_a_zero_is_no_sum_and_no_other_nothing_is_lost() -> None:
    full = by_code()["1.001193"]
    fees = [fee for method in full["cach_nop"] for fee in method["phi"]]
    assert fees == [
        {"loai": "le_phi", "so_tien": 8000, "loi": "8.000 đồng/bản"},
        {"loai": "phi", "loi": "Theo quy định của Hội đồng nhân dân"},
    ]
    papers = full["ho_so"][0]["giay_to"]
    assert papers[0] == {"ten": "Tờ khai", "ban_chinh": 1, "bat_buoc": False}
    assert papers[1]["ban_sao"] == 0


def test_what_nobody_knows_is_left_out() -> None:
    assert by_code()["1.013040"] == {
        "ma": "1.013040", "ten": "Thủ tục chưa rõ gì", "trang_thai": "dang_ap_dung",
        "trang": "https://huongan.example/thu-tuc/chua-ro-linh-vuc/1.013040/",
    }  # fmt: skip


def test_who_confirmed_is_nobody_else_s_business() -> None:
    assert by_code()["1.001193"]["xac_nhan"] == {"ngay": "2026-11-20"}
    everything = b"".join(file.content for file in made_files().values()).decode(errors="ignore")
    for words in ("Công chức tư pháp", "Lãnh đạo phường", "đã gọi hỏi", '3582.pdf",'):
        assert words not in everything.replace('qd.example/3582.pdf"', "")


def test_only_confirmed_decisions_on_the_public_list_are_told() -> None:
    (decision,) = parsed("decisions.json")["quyet_dinh"]
    assert decision == {
        "so": "3582/QĐ-UBND", "ngay_ky": "2026-11-10", "hieu_luc": "2026-11-20",
        "trich_yeu": "Về việc công bố Danh mục", "loai_van_ban": "khac",
        "dia_chi": "https://qd.example/3582.pdf", "xac_nhan": {"ngay": "2026-11-18"},
        "muc": [{"loai": "bai_bo", "ma": "3.000323", "ten": "Thủ tục cũ"},
                {"loai": "moi", "ten": "Thủ tục chưa có mã", "cap": ["xa"]}],
    }  # fmt: skip


def test_letters_are_composed_in_every_file() -> None:
    for name, file in made_files().items():
        if not name.endswith(".xlsx"):
            assert unicodedata.is_normalized("NFC", file.content.decode())
    assert by_code()["1.001193"]["ten"] == "Thủ tục đăng ký khai sinh"


def test_no_licence_is_said_as_the_page_says_it_and_a_licence_with_its_address() -> None:
    none = "Phường chưa ban hành giấy phép riêng cho phần nội dung."
    assert {parsed(f"{name}.json")["giay_phep"] for name in NAMES} == {none}
    licence = Licence(name="CC BY 4.0", address="https://example.org/by/4.0/")
    portal = made_portal(ward=WARD.model_copy(update={"licence": licence}))
    document = parsed("procedures.json", portal)
    assert (document["giay_phep"], document["giay_phep_dia_chi"]) == (licence.name, licence.address)
    assert faults(parsed("procedures.schema.json"), document) == []
    package = parsed("datapackage.json", portal)
    assert package["licenses"] == [{"title": "CC BY 4.0", "path": "https://example.org/by/4.0/"}]


def test_feeds_are_all_changes_the_calendar_the_news_and_each_field_s() -> None:
    feeds = {each["dia_chi"]: each["kieu"] for each in parsed("feeds.json")["nguon_tin"]}
    assert feeds["https://huongan.example/thay-doi/atom.xml"] == "application/atom+xml"
    assert feeds["https://huongan.example/thay-doi/lich.ics"] == "text/calendar"
    assert feeds["https://huongan.example/tin-tuc/atom.xml"] == "application/atom+xml"
    assert feeds["https://huongan.example/thu-tuc/ho-tich/atom.xml"] == "application/atom+xml"


def test_without_a_public_address_links_lead_from_the_folder_of_the_data() -> None:
    document = parsed("procedures.json", made_portal(site_url=""))
    pages = {each["ma"]: each["trang"] for each in document["thu_tuc"]}
    assert pages["1.001193"] == "../thu-tuc/ho-tich/1.001193/"


def test_same_portal_gives_the_same_bytes() -> None:
    assert made_files() == made_files()
