from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.notices import check_notices, load_notices

ROOT = Path(__file__).parents[2]
TEXT = """\
thong_bao:
- tu: "2026-11-24"
  den: "2026-11-26"
  noi_dung: Mưa lớn, nơi tiếp nhận đóng cửa.
  muc_do: khan
  lien_ket: lien-he/
"""


def told(root: Path, text: str) -> list[str]:
    path = root / "docs" / "thong-bao.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(each) for each in check_notices(root)]


def test_a_notice_holds_from_its_first_day_to_its_last(tmp_path: Path) -> None:
    assert told(tmp_path, TEXT) == []
    (notice,) = load_notices(tmp_path)
    held = [d for d in range(22, 30) if notice.holds(dt.date(2026, 11, d))]
    assert held == [24, 25, 26]


def test_no_file_and_an_empty_file_are_no_notices(tmp_path: Path) -> None:
    assert load_notices(tmp_path) == ()
    assert told(tmp_path, "# trống\n") == []
    assert load_notices(ROOT) == ()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('den: "2026-11-26"', 'den: "2026-11-20"', "ngày `den` trước ngày `tu`"),
        ('tu: "2026-11-24"', "tu: mai", "docs/thong-bao.yml:2: lỗi: mục “thong_bao.1.tu”"),
        ("muc_do: khan", "muc_do: to", "“to” không dùng được; chọn một trong"),
        ("lien_ket: lien-he/", "lien_ket: 'javascript:alert(1)'", "không dùng được"),
        ("lien_ket: lien-he/", "lien_ket: //khac.vn/a", "“//khac.vn/a” không dùng được"),
        ("lien_ket: lien-he/", "lien_ket: ../../a", "không dùng được"),
        ("  noi_dung: Mưa lớn, nơi tiếp nhận đóng cửa.\n", "", "noi_dung”: thiếu mục này"),
    ],
)
def test_faults_are_told_in_words(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TEXT
    assert message in "\n".join(told(tmp_path, TEXT.replace(old, new)))
