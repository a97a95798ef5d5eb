from __future__ import annotations

import json
from pathlib import Path

from openpyxl import load_workbook

from cchc.base.problems import Problem
from cchc.base.text import fold
from cchc.changes.findings import Changes, Question
from cchc.changes.flag_report import flags_json, flags_table
from cchc.changes.flagging import flag_files
from cchc.changes.imports.decide import Choice
from cchc.changes.imports.importing import carry_out, plan_import
from cchc.changes.lists.list_flags import Since, flag_lists
from cchc.procedures.model import Procedure
from cchc.province import formats
from cchc.province.content import Content
from tests.changes import samples
from tests.province import sheets
from tests.real_data import SERVICES, WARD_SHEET, national_lists, needs_real_data

BIRTH = samples.procedure(
    linh_vuc="Hộ tịch",
    co_quan={"thuc_hien": list(samples.COMMUNE)},
    quyet_dinh={"so": "163/QĐ-BTP"},
)


def flagged(contents: list[Content], *procedures: Procedure) -> Changes:
    ours = {each.code: each for each in procedures}
    return flag_lists(ours, contents, samples.view(*ours), Since(samples.TODAY))


def test_nothing_to_flag() -> None:
    changes = flagged([samples.listing(samples.row())], BIRTH)
    assert (changes.refused, changes.flags, changes.questions) == (None, (), ())


def test_what_concerns_the_ward_and_is_not_here() -> None:
    rows = [samples.row(), samples.row("1.000656"), samples.row("1.1", agencies=("Sở Tư pháp",))]
    changes = flagged([samples.listing(*rows)], BIRTH)
    assert [(each.kind, each.code, each.concerns_ward) for each in changes.flags] == [
        ("moi", "1.000656", True)
    ]
    assert changes.counts == {
        "trong danh mục phường": 1, "của phường": 1, "không thuộc phường": 1,
    }  # fmt: skip


def test_what_differs_names_the_part_and_both_wordings() -> None:
    row = samples.row(name="Đăng ký lại khai sinh", field="Chứng thực", decision="858/QĐ-BTP")
    (found,) = flagged([samples.listing(row)], BIRTH).flags
    assert found.kind == "khac"
    assert [(each.key, each.theirs) for each in found.differences] == [
        ("ten", "Đăng ký lại khai sinh"),
        ("linh_vuc", "Chứng thực"),
        ("quyet_dinh", "858/QĐ-BTP"),
    ]


def test_absence_is_a_question_and_never_an_abolition() -> None:
    ours = (BIRTH, samples.procedure("1.000656", "Đăng ký khai tử", linh_vuc="Hộ tịch"))
    changes = flagged([samples.listing(samples.row())], *ours)
    assert changes.flags == ()
    (question,) = changes.questions
    assert (question.kind, question.code) == ("vang_mat", "1.000656")
    assert "không có nghĩa là bãi bỏ" in question.text


def test_a_list_of_another_ministry_asks_nothing() -> None:
    police = samples.row("1.004222", issuer="Bộ Công an", agencies=("Công an cấp Xã",), field="")
    assert flagged([samples.listing(police)], BIRTH).questions == ()


def test_the_files_of_one_list_count_together() -> None:
    death = samples.procedure("1.000656", "Đăng ký khai tử", linh_vuc="Hộ tịch")
    one = samples.listing(samples.row(), source="a.xlsx")
    two = samples.listing(samples.row("1.000656", "Đăng ký khai tử"), source="b.xlsx")
    assert flagged([one], BIRTH, death).questions
    assert flagged([one, two], BIRTH, death).questions == ()


def test_a_refused_list_flags_nothing() -> None:
    rows = [samples.row("1.000656"), samples.row("1.000656")]
    changes = flagged([samples.listing(*rows)], BIRTH)
    assert changes.refused is not None
    assert (changes.flags, changes.questions) == ((), ())


def test_the_json_has_three_keys() -> None:
    rows = [samples.row(name="Khác"), samples.row("1.000894", "Kết hôn", number=7)]
    death = samples.procedure("1.000656", "Đăng ký khai tử", linh_vuc="Hộ tịch")
    data = json.loads(flags_json(flagged([samples.listing(*rows)], BIRTH, death)))
    assert list(data) == ["tu_choi", "muc", "cau_hoi"]
    new, differs = data["muc"]
    assert (new["loai"], new["ma"], new["ten"], new["thuoc_phuong"], new["dong"]) == (
        "moi", "1.000894", "Kết hôn", True, 7,
    )  # fmt: skip
    assert differs["khac"] == [
        {"muc": "ten", "ten_muc": "Tên thủ tục", "cua_phuong": "Đăng ký khai sinh",
         "cua_nguon": "Khác"}
    ]  # fmt: skip
    (question,) = data["cau_hoi"]
    assert {"ma", "loai", "noi_dung"} <= question.keys()


def test_the_table_fits_a_terminal() -> None:
    rows = [samples.row(name="Rất dài " * 40), samples.row("1.000894", "Kết hôn " * 30)]
    death = samples.procedure("1.000656", "Khai tử " * 30, linh_vuc="Hộ tịch")
    table = flags_table(flagged([samples.listing(*rows)], BIRTH, death), 100)
    assert max(map(len, table.splitlines())) <= 100
    assert all(f"{heading} (1)" in table for heading in ("MỚI", "KHÁC", "CÂU HỎI"))
    assert "khong co nghia la bai bo" in fold(" ".join(table.split()))


def test_a_broken_catalogue_or_file_is_a_refusal(tmp_path: Path) -> None:
    root = samples.portal(tmp_path, BIRTH)
    missing = flag_files(root, [tmp_path / "a.xlsx"], samples.TODAY)
    assert "a.xlsx: không có tệp này" in (missing.refused or "")
    (root / "procedures/ho-tich/1.001193.yml").write_text("ma: [", encoding="utf-8")
    path = sheets.national_list(tmp_path / "b.xlsx", [sheets.BIRTH])
    assert "1.001193.yml" in (flag_files(root, [path], samples.TODAY).refused or "")


def starter(root: Path) -> Path:
    samples.portal(root)
    carry_out(root, plan_import(root, [WARD_SHEET, SERVICES], samples.CHOICE))
    choice = Choice(samples.TODAY, fill_only=True)
    carry_out(root, plan_import(root, national_lists(), choice))
    return root


@needs_real_data
def test_the_real_lists_against_the_wards_own_catalogue(tmp_path: Path) -> None:
    root = starter(tmp_path)
    for path in (WARD_SHEET, SERVICES):
        own = flag_files(root, [path], samples.TODAY)
        assert (own.refused, own.flags, own.questions) == (None, (), ())
    national = flag_files(root, national_lists(), samples.TODAY)
    assert national.refused is None
    assert {each.kind for each in national.flags} == {"moi"}, "mọi điều khác đã lấy từ chính nó"
    assert national.questions == ()


@needs_real_data
def test_half_of_a_real_list_is_refused(tmp_path: Path) -> None:
    root = starter(tmp_path)
    (justice,) = [path for path in national_lists() if "TuPhap" in path.name]
    for path, title in ((justice, sheets.NATIONAL), (WARD_SHEET, sheets.PROVINCE)):
        half = _half(path, tmp_path / "nua.xlsx", title)
        changes = flag_files(root, [half], samples.TODAY)
        assert "có vẻ bị cắt hoặc lọc" in (changes.refused or "")
        assert changes.questions == ()


def _half(path: Path, target: Path, heading: tuple[str, ...]) -> Path:
    sheet = load_workbook(path).active
    assert sheet is not None
    rows = [[cell if cell is not None else "" for cell in row] for row in sheet.values]
    start = next(n for n, row in enumerate(rows) if tuple(row) == heading)
    return sheets.save(target, rows[: (len(rows) + start) // 2])


@needs_real_data
def test_every_real_list_is_read_as_a_list() -> None:
    assert all(formats.read(path).problems == () for path in national_lists())


def test_one_refused_source_takes_no_other_with_it() -> None:
    twice = [samples.row("1.000656", issuer="Bộ Công an", name=name) for name in ("A", "B")]
    good = samples.row("1.000894", issuer="Bộ Tư pháp")
    changes = flagged([samples.listing(*twice), samples.listing(good)])
    assert changes.refused is not None
    assert "1.000656" in changes.refused
    assert [each.code for each in changes.flags] == ["1.000894"]
    assert [each.source for each in changes.accepted] == ["danh-sach-quoc-gia-bo-tu-phap"]


def test_questions_of_other_kinds_are_not_told_as_absence() -> None:
    asked = Question("ten_khac", "1.001193", "Đăng ký khai sinh", "danh sách đổi tên", "a.xlsx")
    table = flags_table(Changes(questions=(asked,)), 100)
    assert "CÂU HỎI (1): danh sách đổi tên" in table
    assert "không có" not in table


def test_refused_list_gives_its_own_reason_and_no_other() -> None:
    twice = samples.listing(samples.row(), samples.row())
    ward = [samples.procedure(f"1.0000{n:02}", f"Tên {n}", linh_vuc="Hộ tịch") for n in range(20)]
    refused = flagged([twice], *ward).refused or ""
    assert "bị lặp" in refused
    assert "trong 20 thủ tục" not in refused


def test_rows_that_could_not_be_read_are_told_and_their_procedures_are_not_absent() -> None:
    broken = Problem("a.xlsx", 9, "“1.00065x” không phải mã thủ tục: “Thủ tục đăng ký khai tử”")
    death = samples.procedure("1.000656", "Đăng ký khai tử", linh_vuc="Hộ tịch")
    rows = [samples.row(f"1.0011{n:02}", f"Tên {n}") for n in range(90, 99)]
    found = flagged([samples.listing(*rows, problems=(broken,))], BIRTH, death)
    assert found.refused is None
    assert found.unread == (broken,)
    assert "1.000656" not in {question.code for question in found.questions}
    table = flags_table(found, 100)
    assert "KHÔNG ĐỌC ĐƯỢC (1 dòng)" in table
    assert "dòng 9" in table
