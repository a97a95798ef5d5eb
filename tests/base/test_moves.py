from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.moves import check_moves, load_moves

ROOT = Path(__file__).parents[2]
TEXT = """\
chuyen_huong:
- cu: thu-tuc/tu-phap/1.001193/
  moi: thu-tuc/ho-tich/1.001193/
- cu: gioi-thieu-cu.html
  moi: gioi-thieu/
"""


def told(root: Path, text: str) -> list[str]:
    path = root / "docs" / "chuyen-huong.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return [str(each) for each in check_moves(root)]


def test_old_addresses_lead_to_new_ones(tmp_path: Path) -> None:
    assert told(tmp_path, TEXT) == []
    first, second = load_moves(tmp_path)
    assert (first.old, first.new) == (
        "thu-tuc/tu-phap/1.001193/",
        "thu-tuc/ho-tich/1.001193/",
    )
    assert (second.old, second.new, second.below) == ("gioi-thieu-cu.html", "gioi-thieu/", False)


def test_no_file_and_an_empty_file_are_no_moves(tmp_path: Path) -> None:
    assert load_moves(tmp_path) == ()
    assert told(tmp_path, "# trống\n") == []
    assert load_moves(ROOT) == ()


def test_an_address_may_come_from_the_browsers_bar(tmp_path: Path) -> None:
    text = TEXT.replace("moi: gioi-thieu/", "moi: https://cchc.example/gioi-thieu/")
    assert told(tmp_path, text.replace("cu: gioi", "cu: /gioi")) == []
    assert load_moves(tmp_path)[1].new == "gioi-thieu/"


def test_a_page_that_moved_twice_leads_to_its_last_address(tmp_path: Path) -> None:
    text = "chuyen_huong:\n- {cu: a/, moi: b/}\n- {cu: b/, moi: c/}\n- {cu: c/, moi: d/}\n"
    assert told(tmp_path, text) == []
    assert [each.new for each in load_moves(tmp_path)] == ["d/", "d/", "d/"]


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("moi: gioi-thieu/", "moi: gioi-thieu-cu.html", "dẫn vòng về chính nó"),
        (
            "moi: gioi-thieu/",
            "moi: a/\n- {cu: a/, moi: gioi-thieu-cu.html}",
            "docs/chuyen-huong.yml:4: lỗi: “gioi-thieu-cu.html” dẫn vòng về chính nó",
        ),
        ("cu: gioi-thieu-cu.html", "cu: thu-tuc/tu-phap/1.001193/", "đã có ở dòng 2"),
        ("moi: gioi-thieu/", "moi: gioi-thieu", "có dấu / ở cuối"),
        ("moi: gioi-thieu/", "moi: ../a/", "“../a/” không dùng được"),
        ("moi: gioi-thieu/", "moi: a/../../b/", "không dùng được"),
        ("moi: gioi-thieu/", "moi: //khac.vn/a/", "không dùng được"),
        ("moi: gioi-thieu/", "moi: 'javascript:alert(1)/'", "không dùng được"),
        ("moi: gioi-thieu/", "moi: 'a/; return 200;/'", "không dùng được"),
        ("moi: gioi-thieu/", "moi: 'a{b}/'", "không dùng được"),
        ("moi: gioi-thieu/", "moi: '$host/'", "không dùng được"),
        ("cu: gioi-thieu-cu.html", "cu: ''", "không dùng được"),
        ("  moi: gioi-thieu/\n", "", "moi”: thiếu mục này"),
        ("cu: gioi-thieu-cu.html", "cu: 5", "phải là chữ"),
    ],
)
def test_faults_are_told_in_words(tmp_path: Path, old: str, new: str, message: str) -> None:
    assert old in TEXT
    assert message in "\n".join(told(tmp_path, TEXT.replace(old, new)))
