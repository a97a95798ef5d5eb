"""Parsed YAML kept by content: the same data, and never a stale or a spoilt one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from cchc.base import yaml_cache
from cchc.base.problems import Refused
from cchc.base.yaml_cache import FILE, YamlCache
from cchc.base.yaml_read import read_yaml

GOOD = 'ma: "1.001193"\nho_so:\n  - ten: "Tờ khai"\n    ban_chinh: 1\n'.encode()


def read_twice(root: Path, raw: bytes) -> YamlCache:
    """Read bytes through a cache, save it, and give the next run's cache."""
    first = YamlCache(root)
    first.read("a.yml", raw)
    first.save()
    return YamlCache(root)


def test_second_run_gives_the_same_data_text_and_lines(tmp_path: Path) -> None:
    document = read_twice(tmp_path, GOOD).read("a.yml", GOOD)
    fresh = read_yaml("a.yml", GOOD)
    assert (document.data, document.text) == (fresh.data, fresh.text)
    assert document.line(("ho_so", 0, "ban_chinh")) == fresh.line(("ho_so", 0, "ban_chinh")) == 4


def test_second_run_parses_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache = read_twice(tmp_path, GOOD)
    monkeypatch.setattr(yaml_cache, "read_yaml", None)
    assert cache.read("a.yml", GOOD).data["ma"] == "1.001193"


def test_changed_bytes_are_parsed_again(tmp_path: Path) -> None:
    changed = GOOD.replace(b": 1", b": 2")
    assert read_twice(tmp_path, GOOD).read("a.yml", changed).data["ho_so"][0]["ban_chinh"] == 2


@pytest.mark.parametrize("raw", [b"a: [1", b"a: &x 1\nb: *x\n", b"\xff\xfea"])
def test_fault_is_told_every_time(tmp_path: Path, raw: bytes) -> None:
    for _ in range(2):
        cache = YamlCache(tmp_path)
        with pytest.raises(Refused):
            cache.read("a.yml", raw)
        cache.save()


def test_odd_bytes_are_told_every_time(tmp_path: Path) -> None:
    raw = b"\xef\xbb\xbf" + GOOD.replace(b"\n", b"\r\n")
    assert read_twice(tmp_path, raw).read("a.yml", raw).problems == read_yaml("a.yml", raw).problems


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[]", b'{"tep": 1}', b"[" * 5000])
def test_spoilt_cache_is_an_empty_one(tmp_path: Path, spoilt: bytes) -> None:
    read_twice(tmp_path, GOOD)
    (tmp_path / FILE).write_bytes(spoilt)
    assert read_twice(tmp_path, GOOD).read("a.yml", GOOD).data["ma"] == "1.001193"


def test_cache_of_other_readers_is_not_used(tmp_path: Path) -> None:
    read_twice(tmp_path, GOOD)
    kept = json.loads((tmp_path / FILE).read_text())
    wrong = {key: {"ma": "sai"} for key in kept["tep"]}
    (tmp_path / FILE).write_text(json.dumps({"doc_boi": "khac", "tep": wrong}))
    assert YamlCache(tmp_path).read("a.yml", GOOD).data["ma"] == "1.001193"


def test_file_that_is_gone_leaves_the_cache(tmp_path: Path) -> None:
    read_twice(tmp_path, GOOD)
    read_twice(tmp_path, b"a: 1\n")
    assert len(json.loads((tmp_path / FILE).read_text())["tep"]) == 1


def test_folder_that_cannot_be_written_costs_nothing_but_time(tmp_path: Path) -> None:
    (tmp_path / ".cache").write_text("một tệp, không phải thư mục")
    assert read_twice(tmp_path, GOOD).read("a.yml", GOOD).data["ma"] == "1.001193"
