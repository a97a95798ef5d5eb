"""procedures/sources.yml: what it may say, what is refused, and every source by itself."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.province.sources.bring import bring, bring_all
from cchc.province.sources.fetch import Fetcher
from cchc.province.sources.ledger import Ledger
from cchc.province.sources.settings import (
    DEFAULT,
    canonical_sources,
    load_sources,
    read_sources,
)
from tests.province.sources.server import Clock, Reply, fetcher, site

BAD_HOST = (
    "nguon:\n- ma: a\n  ten: x\n  loai: trang\n  dia_chi: https://a.vn\n  may_chu_tep:\n  - a b\n"
)
TWICE = (
    "nguon:\n- {ma: a, ten: x, loai: tep, duong_dan: a}\n"
    "- {ma: a, ten: y, loai: tep, duong_dan: b}\n"
)


def write_sources(root: Path, text: str) -> Path:
    (root / "procedures").mkdir(exist_ok=True)
    (root / "procedures" / "sources.yml").write_text(text, encoding="utf-8")
    return root


def test_sources_default_to_the_inbox(tmp_path: Path) -> None:
    assert load_sources(tmp_path) == DEFAULT


@pytest.mark.parametrize(
    ("text", "words", "line"),
    [
        ("nguon:\n- ma: A B\n  ten: x\n  loai: thu_muc\n  duong_dan: a\n", "mã nguồn", 2),
        ("nguon:\n- ma: a\n  ten: x\n  loai: trang\n", "dia_chi", 2),
        ("nguon:\n- ma: a\n  ten: x\n  loai: tep\n", "duong_dan", 2),
        ("nguon:\n- ma: a\n  ten: x\n  loai: la\n", "", 4),
        ("nguon:\n- ma: a\n  ten: x\n  loai: trang\n  dia_chi: file:///etc\n", "", 5),
        ("nguon:\n- ma: a\n  ten: x\n  loai: tep\n  duong_dan: ../a\n", "“..”", 5),
        ("nguon:\n- ma: a\n  ten: x\n  loai: trang\n  dia_chi: 'http://[x'\n", "địa chỉ", 5),
        (BAD_HOST, "máy chủ", 7),
        (TWICE, "hai lần", 1),
    ],
)
def test_bad_sources_are_told_with_their_line(
    tmp_path: Path, text: str, words: str, line: int
) -> None:
    with pytest.raises(Refused) as told:
        load_sources(write_sources(tmp_path, text))
    assert told.value.problems[0].line == line
    assert words in told.value.problems[0].message


def test_source_that_fails_takes_no_other_with_it_and_one_switched_off_is_not_asked(
    tmp_path: Path,
) -> None:
    write_sources(
        tmp_path,
        "nguon:\n"
        "- {ma: xa, ten: Trang hỏng, loai: trang, dia_chi: 'http://127.0.0.1:9/'}\n"
        "- {ma: tat, ten: Tắt, loai: trang, dia_chi: 'http://127.0.0.1:9/', tat: true}\n"
        "- {ma: mat, ten: Tệp mất, loai: tep, duong_dan: khong-co.xlsx}\n"
        "- {ma: hop-thu, ten: Hộp thư, loai: thu_muc, duong_dan: inbox}\n",
    )
    (tmp_path / "inbox").mkdir()
    path = tmp_path / "inbox" / "a.docx"
    path.write_text("x")
    os.utime(path, (1, 1))
    every = list(bring_all(tmp_path, load_sources(tmp_path), Ledger(), fetcher))
    assert [(each.source.key, each.failed, len(each.files)) for each in every] == [
        ("xa", True, 0), ("mat", True, 0), ("hop-thu", False, 1),
    ]  # fmt: skip


def test_two_sources_of_one_host_share_the_pause(tmp_path: Path) -> None:
    clock = Clock()
    made: list[Fetcher] = []

    def make() -> Fetcher:
        made.append(fetcher(clock))
        return made[-1]

    with site(lambda _: Reply(b"[]")) as where:
        lines = [
            f"- {{ma: {key}, ten: x, loai: cong_cu, dia_chi: '{where.address}'}}\n" for key in "ab"
        ]
        write_sources(tmp_path, "nguon:\n" + "".join(lines))
        list(bring_all(tmp_path, load_sources(tmp_path), Ledger(), make))
    assert len(made) == 1
    assert made[0].client.is_closed
    assert clock.slept == [1.0]


def test_fault_that_nobody_foresaw_takes_no_other_with_it(tmp_path: Path) -> None:
    write_sources(
        tmp_path,
        "nguon:\n- {ma: a, ten: x, loai: cong_cu, dia_chi: 'http://127.0.0.1:9/'}\n"
        "- {ma: b, ten: x, loai: thu_muc, duong_dan: inbox}\n",
    )
    closed = fetcher()
    closed.client.close()
    sources = load_sources(tmp_path)
    first, second = (bring(tmp_path, each, Ledger(), lambda: closed) for each in sources.all)
    assert (first.failed, second.failed) == (True, False)
    assert "RuntimeError" in first.problems[0].message


def test_hosts_are_taken_as_people_write_them() -> None:
    text = (
        "nguon:\n- ma: a\n  ten: x\n  loai: trang\n  dia_chi: https://a.vn/x\n"
        "  may_chu_tep: ['https://TEP.a.vn/thu-muc/', 'b.vn:8443']\n"
    )
    assert read_sources("x", text.encode()).all[0].file_hosts == ("tep.a.vn", "b.vn:8443")


def test_canonical_form_reads_back_and_stays() -> None:
    text = canonical_sources(DEFAULT)
    assert "ma: hop-thu" in text
    assert read_sources("x", text.encode()) == DEFAULT
    assert canonical_sources(read_sources("x", text.encode())) == text
