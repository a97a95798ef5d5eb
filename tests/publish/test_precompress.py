"""Texts packed beside their files: right, only anew where they changed, gone with their source."""

from __future__ import annotations

import gzip
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it brings no types
import pytest

from cchc.publish.precompress import KEPT, LEAST, precompress

PAGE = "<p>Đăng ký khai sinh, cấp bản sao trích lục.</p>\n" * 100


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    (folder / "thu-tuc").mkdir(parents=True)
    (folder / "thu-tuc/index.html").write_text(PAGE, encoding="utf-8")
    (folder / "frame.css").write_text("p { margin: 0 }\n" * 200, encoding="utf-8")
    (folder / "anh.png").write_bytes(b"\x89PNG" * 1000)
    return folder


def packed(site: Path) -> list[str]:
    found = (path for path in site.rglob("*") if path.suffix in {".br", ".gz"})
    return sorted(path.relative_to(site).as_posix() for path in found)


ALL = ["frame.css.br", "frame.css.gz", "thu-tuc/index.html.br", "thu-tuc/index.html.gz"]


def test_texts_are_packed_in_two_ways_and_pictures_are_not(site: Path, tmp_path: Path) -> None:
    assert precompress(site, tmp_path / KEPT).made == 4
    assert packed(site) == ALL
    page = site / "thu-tuc/index.html"
    raw = page.read_bytes()
    small = {end: page.with_name(f"index.html{end}").read_bytes() for end in (".br", ".gz")}
    assert brotli.decompress(small[".br"]) == gzip.decompress(small[".gz"]) == raw
    assert len(small[".br"]) < len(small[".gz"]) < len(raw)


def test_the_same_bytes_wherever_and_whenever_they_are_made(site: Path, tmp_path: Path) -> None:
    precompress(site, tmp_path / "mot")
    first = {name: (site / name).read_bytes() for name in ALL}
    for name in ALL:
        (site / name).unlink()
    precompress(site, tmp_path / "hai")
    assert {name: (site / name).read_bytes() for name in ALL} == first
    # Neither the time nor the name of the file.
    assert first["frame.css.gz"][:8] == b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


def test_only_what_changed_is_packed_anew(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / KEPT
    precompress(site, kept)
    times = {name: (site / name).stat().st_mtime_ns for name in ALL}
    assert precompress(site, kept).made == 0
    assert {name: (site / name).stat().st_mtime_ns for name in ALL} == times
    page = site / "thu-tuc/index.html"
    page.write_text(PAGE + "<p>Mới</p>", encoding="utf-8")
    assert precompress(site, kept).made == 2
    assert gzip.decompress((site / "thu-tuc/index.html.gz").read_bytes()) == page.read_bytes()
    assert (site / "frame.css.gz").stat().st_mtime_ns == times["frame.css.gz"]


def test_a_site_built_anew_takes_what_was_packed_before(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / KEPT
    precompress(site, kept)
    for name in ALL:
        (site / name).unlink()
    assert precompress(site, kept).made == 0
    assert packed(site) == ALL


def test_what_is_packed_goes_with_its_source(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / KEPT
    precompress(site, kept)
    (site / "frame.css").unlink()
    assert precompress(site, kept).removed == 2
    assert packed(site) == ALL[2:]
    assert len([path for path in kept.rglob("*") if path.is_file()]) == 2


def test_a_text_that_became_short_is_sent_as_it_is(site: Path, tmp_path: Path) -> None:
    precompress(site, tmp_path / KEPT)
    (site / "frame.css").write_bytes(b"p" * (LEAST - 1))
    assert precompress(site, tmp_path / KEPT).removed == 2
    assert packed(site) == ALL[2:]


def test_what_does_not_shrink_is_not_packed(site: Path, tmp_path: Path) -> None:
    noise = bytes(b for b in _noise(4000))
    (site / "on.txt").write_bytes(noise)
    precompress(site, tmp_path / KEPT)
    assert packed(site) == ALL
    assert precompress(site, tmp_path / KEPT).made == 0


def _noise(count: int) -> list[int]:
    """Give bytes without any pattern, the same each time."""
    state, found = 1, []
    for _ in range(count):
        state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        found.append(state >> 56)
    return found


def test_archives_that_people_put_there_stay(site: Path, tmp_path: Path) -> None:
    """A `.csv.gz` made by gzip carries its name or time, and is no text's packed twin."""
    archive = site / "so-lieu.csv.gz"
    archive.write_bytes(gzip.compress(b"a,b\n" * 500, mtime=1_795_000_000))
    other = site / "tat-ca.tar.gz"
    other.write_bytes(b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\x03")
    assert precompress(site, tmp_path / KEPT).removed == 0
    assert archive.is_file()
    assert other.is_file()


def test_a_broken_leftover_is_made_right(site: Path, tmp_path: Path) -> None:
    kept = tmp_path / KEPT
    precompress(site, kept)
    (site / "frame.css.br").write_bytes(b"cut")
    precompress(site, kept)
    assert brotli.decompress((site / "frame.css.br").read_bytes()).startswith(b"p { margin")


def test_an_empty_site_is_no_fault(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    assert precompress(tmp_path / "site", tmp_path / KEPT).made == 0
