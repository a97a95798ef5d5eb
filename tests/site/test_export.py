from __future__ import annotations

import re
from pathlib import Path

import markdown
import pytest

from cchc.cli.main import main


def exported(portal: Path, target: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(portal)
    assert main(["export-docs", str(target), "--as-of", "2026-11-24"]) == 0
    return target


def test_every_page_is_a_plain_markdown_file(
    portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = exported(portal, tmp_path / "md", monkeypatch)
    page = (target / "thu-tuc/ho-tich/1.001193.md").read_text(encoding="utf-8")
    assert page.startswith('---\ntitle: "Đăng ký khai sinh"\n')
    assert "\n\n# Đăng ký khai sinh {#noi-dung data-element=service-title}\n\n" in page
    assert (target / "tin-tuc/posts/2026-11-20-nop-ho-so.md").is_file()
    assert (target / "tai-ve/to-khai-khai-sinh.docx").is_file()
    # What holds names, or is for the ward's own people, is in no export either.
    assert not (target / "huong-dan").exists()
    assert not [*(target / "cai-cach").rglob("*.yml")]
    assert not (target / "chuyen-huong.yml").exists()
    assert not any(
        "<!-- cchc:" in each.read_text(encoding="utf-8") for each in target.rglob("*.md")
    )


def test_another_engine_finds_every_page_it_is_led_to(
    portal: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = exported(portal, tmp_path / "md", monkeypatch)
    for path in target.rglob("*.md"):
        html = markdown.markdown(path.read_text(encoding="utf-8").split("---\n", 2)[2])
        address = path.with_suffix("") if path.name != "index.md" else path.parent
        for link in re.findall(r'href="([^"#:?]+)"', html):
            origin = path.parent if link.endswith(".md") else address
            found = (origin / link).resolve()
            pages = (found, found.with_name(f"{found.name}.md"), found / "index.md")
            assert any(each.is_file() for each in pages), (path.name, link)


def test_a_folder_in_use_is_refused(
    portal: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(portal)
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    assert main(["export-docs", str(tmp_path)]) == 2
    assert "thư mục đã có nội dung; chọn thư mục mới hoặc trống" in capsys.readouterr().err
