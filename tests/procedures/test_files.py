from __future__ import annotations

import datetime as dt
import json
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings

from cchc.base.problems import Refused
from cchc.procedures.completeness import MANDATORY, missing_parts
from cchc.procedures.files import canonical, read_version
from cchc.procedures.model import Procedure
from cchc.procedures.schema import schema_text
from tests.strategies import PROCEDURES

ROOT = Path(__file__).parents[2]
PATH = "procedures/ho-tich/1.001193.yml"


@settings(max_examples=200, deadline=None)
@given(PROCEDURES)
def test_load_of_dump_is_the_same(procedure: Procedure) -> None:
    text = canonical(procedure)
    again = read_version(PATH, text.encode()).procedure
    assert again == procedure
    assert canonical(again) == text


@settings(max_examples=50, deadline=None)
@given(PROCEDURES)
def test_another_writers_bytes_become_the_same(procedure: Procedure) -> None:
    """A browser editor may write other quotes, all keys, CRLF, a BOM, decomposed letters."""
    everything = procedure.model_dump(mode="json", by_alias=True)
    other = json.dumps(everything, ensure_ascii=False, indent=1).replace("\x7f", "")
    raw = b"\xef\xbb\xbf" + other.replace("\n", "\r\n").encode()
    version = read_version(PATH, raw)
    assert canonical(version.procedure) == canonical(procedure)


def test_the_canonical_form_is_what_a_clerk_reads() -> None:
    procedure = Procedure.model_validate(
        {
            "ten": "Thủ tục  đăng ký khai sinh",
            "ma": "1.001193",
            "linh_vuc": "Hộ tịch",
            "cach_nop": [
                {
                    "hinh_thuc": "truc_tiep",
                    "thoi_han": {"gia_tri": 5, "don_vi": "ngay_lam_viec"},
                    "phi": [{"so_tien": 8000, "loi": "8.000 đồng/bản"}],
                }
            ],
            "quyet_dinh": {"so": "163/QĐ-BTP", "ngay": "2026-01-30"},
        }
    )
    assert canonical(procedure) == (
        "# yaml-language-server: $schema=../schema.json\n"
        'ma: "1.001193"\n'
        "ten: Thủ tục đăng ký khai sinh\n"
        "linh_vuc: Hộ tịch\n"
        "doi_tuong: []\n"
        "co_quan:\n"
        "  thuc_hien: []\n"
        "  tham_quyen: []\n"
        "  uy_quyen: []\n"
        "  phoi_hop: []\n"
        "cach_nop:\n"
        "- hinh_thuc: truc_tiep\n"
        "  thoi_han:\n"
        "    gia_tri: 5\n"
        "    don_vi: ngay_lam_viec\n"
        "  phi:\n"
        "  - so_tien: 8000\n"
        "    loi: 8.000 đồng/bản\n"
        "ho_so: []\n"
        "trinh_tu: []\n"
        "ket_qua: []\n"
        "can_cu: []\n"
        "quyet_dinh:\n"
        "  so: 163/QĐ-BTP\n"
        '  ngay: "2026-01-30"\n'
        "nguon: []\n"
        "xac_nhan: null\n"
    )


HEAD = 'ma: "1.001193"\nten: Đăng ký khai sinh\n'


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("ten: Thiếu mã\n", 1, "“ma”: thiếu mục này"),
        ("ma: 1.001193.H17\nten: x\n", 1, "viết “1.001193”"),
        ("ma: một\nten: x\n", 1, "d.dddddd"),
        ('ma: "6.001193"\nten: x\n', 1, "nội bộ"),
        ('ma: "1.001193"\nten: ""\n', 2, "để trống"),
        (HEAD + "ten_thu_tuc: x\n", 3, "không có mục nào tên như vậy"),
        (HEAD + "muc_do: hết\n", 3, "chọn một trong: 'toan_trinh', 'mot_phan', 'cung_cap_thong_tin'"),
        (HEAD + "trinh_tu: Bước 1\n", 3, "danh sách"),
        (HEAD + "trinh_tu:\n- một\n- 5\n", 5, "“trinh_tu.2”: phải là chữ"),
        (HEAD + "so_bo: một\n", 3, "số nguyên"),
        (HEAD + "cach_nop:\n- hinh_thuc: truc_tiep\n  phi:\n  - so_tien: 8.000\n", 6, "số nguyên"),
        (HEAD + 'cach_nop:\n- hinh_thuc: truc_tiep\n  phi:\n  - so_tien: "8000"\n', 6, "số nguyên"),
        (HEAD + "cach_nop:\n- hinh_thuc: truc_tiep\n  phi:\n  - so_tien: true\n", 6, "số nguyên"),
        (HEAD + "ho_so:\n- giay_to:\n  - ten: x\n    bat_buoc: yes\n", 6, "true (có)"),
        (HEAD + "co_quan: UBND\n", 3, "nhóm các mục con"),
        (HEAD + "tom_tat: xem <script>alert(1)</script>\n", 3, "thẻ HTML"),
        (HEAD + "tom_tat: <img src=x>\n", 3, "thẻ HTML"),
        (HEAD + "dich_vu:\n- dia_chi: javascript:alert(1)\n", 4, "không phải địa chỉ trang"),
        (HEAD + "trinh_tu:\n- bấm JavaScript :void\n", 4, "chạy mã"),
        (HEAD + "dich_vu:\n- dia_chi: dichvucong.gov.vn\n", 4, "bắt đầu bằng https://"),
        (HEAD + "quyet_dinh:\n  so: 1/QĐ\n  ngay: 31/02/2026\n", 5, "không phải ngày"),
        (HEAD + "cach_nop:\n- hinh_thuc: truc_tiep\n  phi:\n  - so_tien: 0\n", 6, "không có nghĩa là"),
        (HEAD + "cach_nop:\n- thoi_han:\n    gia_tri: 5\n", 4, "don_vi"),
        (HEAD + "cach_nop:\n- mo_ta: x\n", 4, "“cach_nop.1.hinh_thuc”: thiếu"),
        (HEAD + 'can_cu:\n- ngay: "2026-01-01"\n', 4, "`so` hoặc `ten`"),
        (HEAD + "cong_quoc_gia: 123\n", 3, "phải là chữ"),
        (HEAD + "cong_quoc_gia: abc\n", 3, "mã bản ghi"),
        (HEAD + "lien_quan: [1.001193.01]\n", 3, "d.dddddd"),
        (HEAD + "xac_nhan:\n  nguoi: Chuyên viên\n", 3, "“xac_nhan.ngay”: thiếu"),
        (HEAD + "tom_tat: " + "a" * 20_001 + "\n", 3, "tối đa"),
        ("- ma\n", 1, "không phải danh sách mục"),
        ("", 1, "tệp trống"),
    ],
)  # fmt: skip
def test_a_fault_is_told_at_its_line_with_a_way_out(text: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_version(PATH, text.encode())
    told = refused.value.problems
    assert any(each.line == line and words in each.message for each in told), told
    assert all(each.path == PATH for each in told)


def test_all_faults_of_a_file_are_told_at_once() -> None:
    with pytest.raises(Refused) as refused:
        read_version(PATH, b"ma: x\nten: ''\nso_bo: y\nla: z\n")
    assert [each.line for each in refused.value.problems] == [1, 2, 3, 4]


@pytest.mark.parametrize("name", ["khai-sinh.yml", "1.001193@mai.yml", "1.001193@2027-02-30.yml"])
def test_the_files_name_is_a_code_and_a_day(name: str) -> None:
    with pytest.raises(Refused, match="tên tệp"):
        read_version(f"procedures/ho-tich/{name}", HEAD.encode())


def test_a_version_has_its_day_in_its_name() -> None:
    version = read_version("procedures/ho-tich/1.001193@2027-03-01.yml", HEAD.encode())
    assert version.effective == dt.date(2027, 3, 1)


def test_decomposed_letters_are_read_as_composed_ones_and_told() -> None:
    version = read_version(PATH, unicodedata.normalize("NFD", HEAD).encode())
    assert version.procedure.name == "Đăng ký khai sinh"
    assert [each.line for each in version.document.problems] == [2]


def test_nothing_but_code_and_name_lacks_every_other_part() -> None:
    bare = Procedure(code="1.001193", name="Đăng ký khai sinh")
    assert [each.key for each in missing_parts(bare)] == [each.key for each in MANDATORY[1:]]


def test_the_schema_in_the_repository_is_the_models() -> None:
    shipped = (ROOT / "procedures" / "schema.json").read_text(encoding="utf-8")
    assert shipped == schema_text(), "chạy `cchc schema`"


def test_the_schema_names_every_key_in_vietnamese() -> None:
    schema = json.loads(schema_text())
    assert set(schema["properties"]) == {field.alias for field in Procedure.model_fields.values()}
    shapes = [schema, *(d for d in schema["$defs"].values() if "properties" in d)]
    assert all(each.get("title") for shape in shapes for each in shape["properties"].values())
    assert schema["additionalProperties"] is False
    assert schema["required"] == ["ma", "ten"]
