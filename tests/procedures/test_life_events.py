from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.procedures.formatting import format_files
from cchc.procedures.life_events import (
    canonical_life_events,
    check_life_events,
    load_life_events,
    read_life_events,
)
from cchc.procedures.store import load

ROOT = Path(__file__).parents[2]
TEXT = """\
su_kien:
- khoa: sinh-con
  ten: Sinh con
  tu_khoa:
  - em bé
  thu_tuc:
  - ma: "1.001193"
    vi_sao: Làm trước tiên.
  - ma: "1.004222"
    vi_sao: Nhập hộ khẩu cho con.
"""


def told(root: Path, text: str) -> list[str]:
    path = root / "procedures" / "su-kien.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(each) for each in check_life_events(root, {"1.001193"}, {"1.004222"})]


def test_an_event_keeps_its_procedures_in_their_order() -> None:
    events = read_life_events("a.yml", TEXT.encode())
    assert [step.code for step in events.all[0].steps] == ["1.001193", "1.004222"]
    assert canonical_life_events(events) == TEXT


def test_no_file_is_no_event_and_no_fault(tmp_path: Path) -> None:
    assert load_life_events(tmp_path).all == ()
    assert list(check_life_events(tmp_path, {}, {})) == []


def test_abolished_and_unknown_codes_are_warned_of_at_their_line(tmp_path: Path) -> None:
    text = TEXT.replace("1.001193", "9.999999")
    assert told(tmp_path, text) == [
        "procedures/su-kien.yml:7: nhắc: không có thủ tục 9.999999 đang áp dụng; sửa mã hoặc xóa dòng này",
        "procedures/su-kien.yml:9: nhắc: thủ tục 1.004222 đã bãi bỏ, trang không hiện; thay hoặc xóa dòng này",
    ]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("khoa: sinh-con", "khoa: Sinh con", "2: lỗi: mục “su_kien.1.khoa”"),
        ("    vi_sao: Làm trước tiên.\n", "", "7: lỗi: mục “su_kien.1.thu_tuc.1.vi_sao”"),
        ('"1.004222"', '"1.001193"', "thủ tục 1.001193 có 2 lần trong sự kiện này; giữ một"),
        ("  tu_khoa:\n  - em bé\n", "  tu_khoa: [em bé]\n", "chưa ở dạng chuẩn"),
    ],
)
def test_faults_say_the_line_and_the_way_out(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    assert old in TEXT
    assert message in "\n".join(told(tmp_path, TEXT.replace(old, new)))


def test_two_events_of_one_key_would_share_a_page(tmp_path: Path) -> None:
    found = told(tmp_path, TEXT + TEXT.removeprefix("su_kien:\n"))
    assert any("khóa “sinh-con” đã có ở trên" in each for each in found)


def test_a_broken_file_is_refused(tmp_path: Path) -> None:
    told(tmp_path, "su_kien: 5\n")
    with pytest.raises(Refused):
        load_life_events(tmp_path)


def test_the_formatter_knows_the_file(tmp_path: Path) -> None:
    told(tmp_path, TEXT.replace("  tu_khoa:\n  - em bé\n", "  tu_khoa: [em bé]\n"))
    assert format_files(tmp_path).written == ("procedures/su-kien.yml",)
    assert format_files(tmp_path).written == ()


def test_the_wards_own_events_name_only_procedures_it_has() -> None:
    codes = load(ROOT).versions.keys()
    assert [str(each) for each in check_life_events(ROOT, codes, ())] == []
    assert len(load_life_events(ROOT).all) >= 8
