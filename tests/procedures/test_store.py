from __future__ import annotations

import datetime as dt
import os
from pathlib import Path

import pytest

from cchc.base.problems import Severity
from cchc.procedures.check import check_catalogue
from cchc.procedures.fields import FieldOfService, Fields, folder_name
from cchc.procedures.formatting import format_files
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Confirmation
from cchc.procedures.store import load, save, save_fields

CIVIL_STATUS = Fields(all=(FieldOfService(name="Hộ tịch", folder="ho-tich"),))
BIRTH = Procedure(code="1.001193", name="Thủ tục đăng ký khai sinh", field_of_service="Hộ tịch")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    save_fields(tmp_path, CIVIL_STATUS)
    save(tmp_path, CIVIL_STATUS, BIRTH)
    return tmp_path


def errors(root: Path) -> list[str]:
    found = check_catalogue(load(root))
    return [str(each) for each in found if each.severity is Severity.ERROR]


def write(root: Path, name: str, text: str) -> Path:
    path = root / "procedures" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="")
    return path


def test_what_is_saved_is_loaded(root: Path) -> None:
    catalogue = load(root)
    assert catalogue.in_force(dt.date(2026, 11, 24)) == {"1.001193": BIRTH}
    assert catalogue.fields == CIVIL_STATUS
    assert errors(root) == []


def test_saving_the_same_again_touches_nothing(root: Path) -> None:
    path, _ = save(root, CIVIL_STATUS, BIRTH)
    before = path.stat().st_mtime_ns
    assert save(root, CIVIL_STATUS, BIRTH) == (path, False)
    assert path.stat().st_mtime_ns == before
    assert [each.name for each in path.parent.iterdir()] == ["1.001193.yml"]


def test_a_dated_version_takes_over_on_its_day(root: Path) -> None:
    later = BIRTH.model_copy(update={"name": "Đăng ký khai sinh (mới)"})
    save(root, CIVIL_STATUS, later, dt.date(2027, 3, 1))
    catalogue = load(root)
    assert catalogue.in_force(dt.date(2027, 2, 28))["1.001193"] == BIRTH
    assert catalogue.in_force(dt.date(2027, 3, 1))["1.001193"] == later
    assert [each.procedure for each in catalogue.upcoming(dt.date(2027, 2, 28))] == [later]
    assert catalogue.upcoming(dt.date(2027, 3, 1)) == ()


def test_what_is_only_to_come_is_not_in_force(root: Path) -> None:
    new = Procedure(code="1.999999", name="Mới", field_of_service="Hộ tịch")
    save(root, CIVIL_STATUS, new, dt.date(2027, 3, 1))
    assert "1.999999" not in load(root).in_force(dt.date(2027, 2, 28))


def test_an_unconfirmed_version_never_ousts_a_confirmed_one(root: Path) -> None:
    confirmed = BIRTH.model_copy(
        update={"confirmed": Confirmation(by="Chuyên viên", date=dt.date(2026, 11, 1))}
    )
    save(root, CIVIL_STATUS, confirmed)
    save(root, CIVIL_STATUS, BIRTH.model_copy(update={"summary": "máy"}), dt.date(2027, 3, 1))
    catalogue = load(root)
    assert catalogue.in_force(dt.date(2027, 3, 1))["1.001193"] == confirmed
    assert catalogue.upcoming(dt.date(2027, 2, 1)) == ()
    assert any("chưa có xác nhận" in each.message for each in check_catalogue(catalogue))


@pytest.mark.parametrize(
    "name",
    ["ho-tich/1.001193.yaml", "ho-tich/1.001193.yml.txt", "1.001193.yml", "ho-tich/a/1.001193.yml"],
)
def test_a_file_that_nobody_reads_is_told(root: Path, name: str) -> None:
    write(root, name, "x")
    assert any("không được đọc" in each for each in errors(root)), errors(root)


def test_a_folder_or_a_dead_link_is_told_and_hides_nothing(root: Path) -> None:
    (root / "procedures" / "ho-tich" / "1.000001.yml").mkdir()
    (root / "procedures" / "ho-tich" / "1.000002.yml").symlink_to(root / "khong-co")
    assert len([each for each in errors(root) if "không đọc được" in each]) == 2
    assert list(load(root).versions) == ["1.001193"]
    assert len(format_files(root).problems) == 2


def test_no_folder_at_all_is_an_error(tmp_path: Path) -> None:
    assert "không có thư mục procedures/" in errors(tmp_path)[0]


@pytest.mark.parametrize("folder", ["../../x", "a/b", "decisions", "Hộ tịch", ""])
def test_a_fields_folder_stays_inside(root: Path, folder: str) -> None:
    text = f'linh_vuc:\n- ten: Hộ tịch\n  thu_muc: "{folder}"\n'
    (root / "procedures" / "linh-vuc.yml").write_text(text, encoding="utf-8")
    assert any("không dùng được" in each for each in errors(root))


def test_a_bad_file_hides_no_good_one(root: Path) -> None:
    write(root, "ho-tich/2.000815.yml", "ma: [\n")
    catalogue = load(root)
    assert list(catalogue.versions) == ["1.001193"]
    assert errors(root)[0].startswith("procedures/ho-tich/2.000815.yml:2: lỗi: YAML viết sai")


@pytest.mark.parametrize(
    ("name", "text", "told"),
    [
        ("ho-tich/1.000001.yml", 'ma: "1.000002"\nten: x\nlinh_vuc: Hộ tịch\n', ":1: lỗi: tên tệp khác mã"),
        ("ho-tich/1.000001.yml", 'ma: "1.000001"\nten: x\nlinh_vuc: Đất đai\n', ":3: lỗi: lĩnh vực “Đất đai” chưa có"),
        ("ho-tich/1.000001.yml", 'ma: "1.000001"\nten: x\nlinh_vuc: hộ tịch\n', ":3: lỗi: lĩnh vực viết khác"),
        ("dat-dai/1.000001.yml", 'ma: "1.000001"\nten: x\nlinh_vuc: Hộ tịch\n', ":3: lỗi: tệp phải nằm trong"),
        ("ho-tich/1.000001.yml", 'ma: "1.000001"\nten: x\n', ":1: lỗi: chưa ghi `linh_vuc`"),
        ("khac/1.001193.yml", 'ten: x\nma: "1.001193"\nlinh_vuc: Hộ tịch\n', ":2: lỗi: mã 1.001193 đã có ở procedures/ho-tich/"),
        ("ho-tich/1.000001.yml", "ma: 1.000001\r\nten: x\r\nlinh_vuc: Hộ tịch\r\n", ":1: lỗi: xuống dòng"),
    ],
)  # fmt: skip
def test_what_a_file_cannot_know_about_itself(root: Path, name: str, text: str, told: str) -> None:
    write(root, name, text)
    assert any(told in each for each in errors(root)), errors(root)


def test_a_related_procedure_that_is_not_here_is_a_reminder(root: Path) -> None:
    save(root, CIVIL_STATUS, BIRTH.model_copy(update={"related": ("1.999999",)}))
    told = [each for each in check_catalogue(load(root)) if "1.999999" in each.message]
    assert [each.severity for each in told] == [Severity.WARNING]


def test_a_part_no_source_states_is_not_missing_and_is_said_once(root: Path) -> None:
    silent = BIRTH.model_copy(update={"unstated": ("cach_nop", "thoi_han")})
    save(root, CIVIL_STATUS, silent)
    (told,) = [each for each in check_catalogue(load(root)) if "chưa đủ phần" in each.message]
    assert "thời hạn" not in told.message
    assert "trình tự" in told.message
    save(root, CIVIL_STATUS, BIRTH.model_copy(update={"unstated": ("ten", "phi")}))
    assert ["đã có nội dung" in errors(root)[0], "không phải phần nào" in errors(root)[1]] == [
        True
    ] * 2


def test_two_fields_do_not_share_a_folder(root: Path) -> None:
    twice = (*CIVIL_STATUS.all, FieldOfService(name="Nuôi con nuôi", folder="ho-tich"))
    save_fields(root, Fields(all=twice))
    assert "có hai lần" in errors(root)[0]


def test_fmt_mends_what_it_can_and_a_second_run_changes_nothing(root: Path) -> None:
    crooked = "\ufefften:   'Đăng ky\u0301  lại khai sinh'\r\nlinh_vuc: Hộ tịch\r\nma: 1.004884\r\n"
    path = write(root, "ho-tich/1.004884.yml", crooked)
    assert errors(root)
    assert format_files(root).written == ("procedures/ho-tich/1.004884.yml",)
    assert "ten: Đăng ký lại khai sinh\n" in path.read_text(encoding="utf-8")
    assert format_files(root).written == ()
    assert errors(root) == []


def test_fmt_leaves_what_it_cannot_read(root: Path) -> None:
    bad = write(root, "ho-tich/1.004884.yml", 'ma: "1.004884"\nten: <b>x</b>\n')
    before = bad.read_bytes()
    done = format_files(root)
    assert done.written == ()
    assert [each.line for each in done.problems] == [2]
    assert bad.read_bytes() == before


def test_a_write_that_fails_leaves_the_old_file(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, _ = save(root, CIVIL_STATUS, BIRTH)
    before = path.read_bytes()

    def full_disk(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full_disk)
    with pytest.raises(OSError, match="No space"):
        save(root, CIVIL_STATUS, BIRTH.model_copy(update={"summary": "mới"}))
    assert path.read_bytes() == before
    assert [each.name for each in path.parent.iterdir()] == ["1.001193.yml"]


@pytest.mark.parametrize(
    ("name", "folder"),
    [
        ("Hộ tịch", "ho-tich"),
        ("Đất đai", "dat-dai"),
        (
            "Thành lập và hoạt động của tổ hợp tác, hợp tác xã, liên hiệp hợp tác xã",
            "thanh-lap-va-hoat-dong-cua-to-hop-tac-hop-tac-xa",
        ),
        ("", "chua-ro-linh-vuc"),
    ],
)
def test_folders_are_short_whole_words(name: str, folder: str) -> None:
    assert folder_name(name) == folder
