"""Building: by MkDocs' own command and by `cchc build`, with good input and bad."""

from __future__ import annotations

import datetime as dt
import filecmp
import gzip
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.site.build import build
from cchc.site.engine import web_parts
from cchc.site.search import search_rows
from tests.portals import DAY, ROOT

TODAY = dt.date.fromisoformat(DAY)
NORMAL = (
    "Cleaning site directory",
    "Building documentation to directory",
    "Documentation built in",
)


def mkdocs(root: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=root,
        env={**os.environ, "CCHC_AS_OF": DAY},
        capture_output=True,
        text=True,
        check=False,
    )


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_strict_build_is_silent(portal: Path) -> None:
    done = mkdocs(portal, "--strict")
    assert done.returncode == 0, done.stderr
    lines = [line for line in (done.stdout + done.stderr).splitlines() if line.strip()]
    assert [line for line in lines if not any(words in line for words in NORMAL)] == []


def test_both_commands_build_the_same_bytes_every_time(portal: Path) -> None:
    mkdocs(portal)
    shutil.move(portal / "site", portal / "first")
    build(portal, TODAY)
    assert differences(filecmp.dircmp(portal / "first", portal / "site")) == []


def differences(compared: filecmp.dircmp[str]) -> list[str]:
    here = [*compared.left_only, *compared.right_only, *compared.diff_files, *compared.funny_files]
    return [*here, *(name for sub in compared.subdirs.values() for name in differences(sub))]


def test_the_day_changes_the_site(portal: Path) -> None:
    page = portal / "site/thu-tuc/ho-tich/1.001193/index.html"
    build(portal, dt.date(2027, 2, 28))
    assert "Sắp có hiệu lực từ 01/03/2027" in page.read_text(encoding="utf-8")
    build(portal, dt.date(2027, 3, 1))
    assert "Sắp có hiệu lực" not in page.read_text(encoding="utf-8")
    assert "3501/QĐ-UBND" in page.read_text(encoding="utf-8")


def test_the_command_says_what_it_built(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(portal)
    assert main(["build", "--as-of", "24/11/2026", "--strict"]) == 0
    assert re.match(r"Đã dựng \d+ trang trong \d+,\d giây\.$", capsys.readouterr().out)
    page = (portal / "site/index.html").read_bytes()
    assert gzip.decompress((portal / "site/index.html.gz").read_bytes()) == page
    assert (portal / "site/index.html.br").is_file()


def test_a_bad_file_is_told_and_the_rest_is_built(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = portal / "procedures/ho-tich/1.000894.yml"
    bad.write_text("ma: 1.000894\nten: [\n", encoding="utf-8")
    monkeypatch.chdir(portal)
    assert main(["build"]) == 1
    told = capsys.readouterr().out
    assert told.startswith("procedures/ho-tich/1.000894.yml:3: lỗi: YAML viết sai")
    assert (portal / "site/thu-tuc/ho-tich/1.001193/index.html").is_file()
    assert not (portal / "site/thu-tuc/ho-tich/1.000894").exists()


def refusal(portal: Path) -> str:
    """Give what `mkdocs build` says when it gives up: never a traceback."""
    done = mkdocs(portal)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
    return done.stdout + done.stderr


def test_a_bad_post_is_told_with_its_line(portal: Path) -> None:
    post = portal / "docs/tin-tuc/posts/2026-11-20-nop-ho-so.md"
    edit(post, "date: 2026-11-20", "date: hôm qua")
    told = "docs/tin-tuc/posts/2026-11-20-nop-ho-so.md:2: lỗi: ngày của bài “hôm qua” không đúng"
    done = mkdocs(portal)
    assert done.returncode == 0
    assert told in done.stdout + done.stderr
    assert "Chưa có tin nào." in (portal / "site/tin-tuc/index.html").read_text(encoding="utf-8")
    assert mkdocs(portal, "--strict").returncode != 0


def test_a_bad_post_is_left_out_loudly_and_the_rest_is_built(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    bad = portal / "docs/tin-tuc/posts/2026-11-23-xau.md"
    bad.write_text(
        "---\ndate: 2026-11-23\ndescription: x\n---\n# Xấu\n\n[xem](javascript:alert(1))\n",
        encoding="utf-8",
    )
    monkeypatch.chdir(portal)
    assert main(["build", "--as-of", DAY]) == 0
    told = capsys.readouterr().out
    assert "docs/tin-tuc/posts/2026-11-23-xau.md:7: lỗi: địa chỉ “javascript:alert(1)”" in told
    assert "CHƯA LÊN TRANG 1 bài có lỗi: docs/tin-tuc/posts/2026-11-23-xau.md." in told
    news = (portal / "site/tin-tuc/index.html").read_text(encoding="utf-8")
    assert "Đọc trước khi nộp" in news
    assert "Xấu" not in news
    assert not (portal / "site/tin-tuc/2026/11/xau").exists()
    assert main(["build", "--as-of", DAY, "--strict"]) == 1


def test_a_ward_may_rather_build_nothing_than_leave_a_post_out(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "bo_bai_loi: true", "bo_bai_loi: false")
    post = portal / "docs/tin-tuc/posts/2026-11-20-nop-ho-so.md"
    edit(post, "date: 2026-11-20", "date: hôm qua")
    assert "ngày của bài “hôm qua” không đúng" in refusal(portal)
    with pytest.raises(Refused, match="ngày của bài “hôm qua” không đúng"):
        build(portal, TODAY)


def test_broken_settings_are_told_with_their_line(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "ma_co_quan:", "ma_coquan:")
    assert "lỗi: mục “ma_coquan”: không có mục nào tên như vậy" in refusal(portal)


def test_a_settings_file_that_is_no_yaml_is_told(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "site_dir: site", "site_dir: [site")
    with pytest.raises(Refused, match=r"mkdocs\.yml:9: lỗi: YAML viết sai"):
        build(portal, TODAY)


def test_without_the_plugin_the_way_out_is_told(portal: Path) -> None:
    edit(portal / "mkdocs.yml", "  - cchc\n", "")
    with pytest.raises(Refused, match="thiếu `- cchc` trong mục plugins"):
        build(portal, TODAY)


@pytest.mark.parametrize(
    ("link", "told"),
    [
        (
            "[a](khong-co.md)",
            "docs/gioi-thieu/index.md: liên kết “khong-co.md” trỏ tới tệp không có",
        ),
        ("[a](../thu-tuc/ho-tich/1.001193.md#khong)", "trỏ tới đề mục không có"),
        ("<!-- cchc: khong-co -->", "docs/gioi-thieu/index.md:1: nhắc: không có khối “khong-co”"),
    ],
)
def test_what_is_wrong_in_a_page_is_told_in_vietnamese(portal: Path, link: str, told: str) -> None:
    page = portal / "docs/gioi-thieu/index.md"
    page.write_text(f"{link}\n\n# Giới thiệu\n", encoding="utf-8")
    warnings = build(portal, TODAY).warnings
    assert len(warnings) == 1
    assert told in warnings[0]


def test_a_link_to_a_part_of_a_procedure_is_known(portal: Path) -> None:
    page = portal / "docs/gioi-thieu/index.md"
    page.write_text("# A\n\n[phí](../thu-tuc/ho-tich/1.001193.md#phi)\n", encoding="utf-8")
    assert build(portal, TODAY).warnings == ()
    html = (portal / "site/gioi-thieu/index.html").read_text(encoding="utf-8")
    assert 'href="../thu-tuc/ho-tich/1.001193/#phi"' in html


def test_a_form_that_is_not_there_is_told(portal: Path) -> None:
    (portal / "docs/tai-ve/to-khai-khai-sinh.docx").unlink()
    told = "procedures/ho-tich/1.001193.yml:1: nhắc: không có tệp mẫu docs/tai-ve/to-khai-khai-sinh"
    assert told in build(portal, TODAY).warnings[0]


def test_a_page_the_machine_makes_is_not_written_by_hand(portal: Path) -> None:
    page = portal / "docs/thu-tuc/index.md"
    page.parent.mkdir()
    page.write_text("# Của tôi\n", encoding="utf-8")
    assert "docs/thu-tuc/index.md:1: nhắc: trang này máy tự làm" in build(portal, TODAY).warnings[0]
    assert "Của tôi" in (portal / "site/thu-tuc/index.html").read_text(encoding="utf-8")


def test_without_the_browser_parts_the_way_out_is_told(
    portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(web_parts, "REPOSITORY", portal)
    assert "chạy `make site`" in build(portal, TODAY).warnings[0]
    assert "fonts.css" not in (portal / "site/index.html").read_text(encoding="utf-8")


def test_the_page_not_found_works_in_a_folder_of_a_host(portal: Path) -> None:
    edit(portal / "mkdocs.yml", 'site_url: ""', "site_url: https://hue.example/cchc/")
    build(portal, TODAY)
    html = (portal / "site/404.html").read_text(encoding="utf-8")
    assert 'action="/cchc/tim-kiem/"' in html
    assert 'href="/cchc/assets/cchc/frame.css?v=' in html
    lastmod = f"<lastmod>{DAY}</lastmod>"
    assert lastmod in (portal / "site/sitemap.xml").read_text(encoding="utf-8")


def test_a_post_in_draft_is_not_published(portal: Path) -> None:
    post = portal / "docs/tin-tuc/posts/2026-11-20-nop-ho-so.md"
    edit(post, "date:", "draft: true\ndate:")
    build(portal, TODAY)
    assert "Đọc trước khi nộp" not in (portal / "site/index.html").read_text(encoding="utf-8")
    assert "Chưa có tin nào." in (portal / "site/tin-tuc/index.html").read_text(encoding="utf-8")


def test_the_shipped_portal_builds_in_silence_and_stays_light(tmp_path: Path) -> None:
    shutil.copy(ROOT / "mkdocs.yml", tmp_path)
    for folder in ("docs", "procedures"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    built = build(tmp_path, TODAY)
    assert built.warnings == ()
    assert built.pages > 300
    rows = (tmp_path / "site" / search_rows.FILE).read_bytes()
    assert len(gzip.compress(rows)) < 40_000
