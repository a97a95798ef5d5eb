"""Posts that name procedures: known ones pass, others are told with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from cchc.base.posts import FOLDER, load_posts
from cchc.cli.main import main
from cchc.procedures.check_posts import check_codes, check_links
from cchc.procedures.store import load
from tests.portals import make_portal

HEAD = (
    "---\ndate: 2026-11-20\ndescription: x\nthu_tuc:\n- 1.001193\n- {code}\n---\n# Tên\n\n{body}\n"
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_portal(tmp_path / "trang")


def told(root: Path, code: str = "2.000815", body: str = "Chữ.") -> list[str]:
    path = root / FOLDER / "b.md"
    path.write_text(HEAD.format(code=code, body=body), encoding="utf-8")
    posts, catalogue = load_posts(root).all, load(root)
    found = (*check_codes(root, posts, catalogue), *check_links(root, posts, catalogue))
    return [str(each) for each in found]


def test_known_procedures_pass(root: Path) -> None:
    assert told(root, body="[khai sinh](../../thu-tuc/ho-tich/1.001193.md#phi)") == []


def test_an_unknown_code_is_told(root: Path) -> None:
    (said,) = told(root, code="1.009999")
    assert said.startswith("docs/tin-tuc/posts/b.md:6: nhắc: không có thủ tục 1.009999")


@pytest.mark.parametrize("link", ["ho-tich/1.009999.md", "chung-thuc/1.001193.md"])
def test_a_link_to_no_procedure_is_told(root: Path, link: str) -> None:
    (said,) = told(root, body=f"[xem](../../thu-tuc/{link})")
    start = f"docs/tin-tuc/posts/b.md:10: nhắc: “../../thu-tuc/{link}” dẫn đến thủ tục không có"
    assert said.startswith(start)


def test_the_command_tells_all_of_it(
    root: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(root)
    told(root, code="1.0099")
    assert main(["check", f"{FOLDER}/b.md"]) == 1
    assert "b.md:6: lỗi: “1.0099” không phải mã thủ tục" in capsys.readouterr().out
    told(root, code="1.009999", body="[xem](mat.md)")
    assert main(["check", f"{FOLDER}/b.md"]) == 0
    said = capsys.readouterr().out
    assert "b.md:6: nhắc: không có thủ tục 1.009999" in said
    assert "b.md:10: nhắc: “mat.md” trỏ tới tệp không có" in said
