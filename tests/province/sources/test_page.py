"""A page of decisions: which links are taken, from where, and what names files get."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from cchc.province.sources.brought import Brought
from cchc.province.sources.ledger import READ, Entry, Ledger
from cchc.province.sources.page import bring_page
from cchc.province.sources.page_links import decision_links
from cchc.province.sources.safe_names import safe_name
from cchc.province.sources.settings import Source
from tests.province.sources.server import Asked, Reply, Site, fetcher, site

PUBLISHED = "Quyết định công bố Danh mục thủ tục hành chính lĩnh vực hộ tịch"
PAGE = f"""
<table>
 <tr><td>{PUBLISHED}</td><td><a href="/tep/4201.pdf">Tải về</a></td></tr>
 <tr><td><a href="/van-ban/77">{PUBLISHED} năm 2026</a></td></tr>
 <tr><td>Công bố quy trình nội bộ giải quyết thủ tục hành chính</td>
     <td><a href="/tep/noi-bo.pdf">Tải về</a></td></tr>
 <tr><td>Lịch tiếp công dân</td><td><a href="/tep/lich.pdf">Tải về</a></td></tr>
 <tr><td>{PUBLISHED}</td><td><a href="javascript:alert(1)">x</a></td></tr>
</table>""".encode()
DETAIL = (
    '<p><a href="/">về</a> <a href="/tep/ph%E1%BB%A5 l%E1%BB%A5c.docx">Phụ lục</a></p>'.encode()
)


def province(asked: Asked) -> Reply:
    pages = {"/": PAGE, "/van-ban/77": DETAIL}
    return Reply(pages.get(asked.path, f"tệp {asked.path}".encode()))


def bring(folder: Path, where: Site, *entries: Entry, hosts: tuple[str, ...] = ()) -> Brought:
    source = Source.model_validate(
        {"ma": "tinh", "ten": "Trang của tỉnh", "loai": "trang", "dia_chi": f"{where.address}/",
         "may_chu_tep": list(hosts)}
    )  # fmt: skip
    asks = fetcher()
    with asks.client:
        return bring_page(folder, source, Ledger(entries), asks)


def test_decisions_are_brought_internal_ones_recorded_others_left(tmp_path: Path) -> None:
    with site(province) as where:
        brought = bring(tmp_path, where)
    names = [re.sub("^[0-9a-f]{12}-", "", each.path.name) for each in brought.files]
    assert names == ["4201.pdf", "phu-luc.docx"]
    assert [each.title for each in brought.left] == [
        "Công bố quy trình nội bộ giải quyết thủ tục hành chính Tải về"
    ]
    assert not brought.problems
    assert "/tep/noi-bo.pdf" not in {asked.path for asked in where.asked}


def test_what_was_read_is_not_asked_for_again(tmp_path: Path) -> None:
    with site(province) as where:
        first = bring(tmp_path, where)
        day = dt.date(2026, 11, 24)
        entries = [Entry("tinh", f.sha256, READ, day, f.name, f.address) for f in first.files]
        before = len(where.asked)
        again = bring(tmp_path, where, *entries)
        assert [asked.path for asked in where.asked[before:]] == ["/"]
    assert again.files == ()


def test_page_that_did_not_change_is_not_sent_again(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.path == "/" and asked.headers.get("if-none-match") == '"v1"':
            return Reply(status=304)
        return Reply(province(asked).body, headers={"ETag": '"v1"'} if asked.path == "/" else {})

    with site(answer) as where:
        first, second = bring(tmp_path, where), bring(tmp_path, where)
    assert [f.sha256 for f in first.files] == [f.sha256 for f in second.files]


def test_file_of_another_host_is_told_and_not_fetched(tmp_path: Path) -> None:
    page = f'<li>{PUBLISHED} <a href="http://127.0.0.2:9/a.pdf">tệp</a></li>'.encode()
    with site(lambda _: Reply(page)) as where:
        brought = bring(tmp_path, where)
    assert brought.files == ()
    assert "may_chu_tep" in brought.problems[0].message


def test_file_of_an_allowed_host_is_fetched(tmp_path: Path) -> None:
    with site(lambda _: Reply(b"noi dung")) as files:
        page = f'<li>{PUBLISHED} <a href="{files.address}/a.pdf">tệp</a></li>'.encode()
        with site(lambda _: Reply(page)) as where:
            host = files.address.removeprefix("http://")
            assert len(bring(tmp_path, where, hosts=(host,)).files) == 1


def failing(status: int, body: bytes = b"") -> Callable[[Asked], Reply]:
    def answer(asked: Asked) -> Reply:
        return Reply(PAGE) if asked.path == "/" else Reply(body, status)

    return answer


def test_document_that_fails_takes_no_other_with_it(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        return Reply(status=404) if asked.path.endswith("4201.pdf") else province(asked)

    with site(answer) as where:
        brought = bring(tmp_path, where)
    assert len(brought.files) == 1
    assert "404" in brought.problems[0].message
    assert not brought.failed


@pytest.mark.parametrize("body", [b"", b"<html></html>", b"\0\1\2", "Trang lỗi".encode()])
def test_page_without_any_decision_is_a_failed_source(tmp_path: Path, body: bytes) -> None:
    with site(lambda _: Reply(body)) as where:
        brought = bring(tmp_path, where)
    assert brought.failed
    assert "công bố" in brought.problems[0].message


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://h/../../etc/passwd.pdf", "passwd.pdf"),
        ("http://h/a/%2e%2e%2f%2e%2e%2fx.docx", "x.docx"),
        ("http://h/%252e%252e%252fx.docx", "x.docx"),
        ("http://h/..%5c..%5cx.pdf", "x.pdf"),
        ("http://h/a%00b.pdf", "ab.pdf"),
        ("http://h/CON.pdf", "tep-con.pdf"),
        ("http://h/.pdf", "tep.pdf"),
        ("http://h/Quyết định số 42.PDF?x=1", "quyet-dinh-so-42.pdf"),
        (f"http://h/{'a' * 300}.xlsx", f"{'a' * 80}.xlsx"),
    ],
)
def test_name_from_the_web_is_made_plain(address: str, name: str) -> None:
    made = safe_name(address, "0123456789abcdef")
    assert made == f"0123456789ab-{name}"
    assert "/" not in made
    assert "\\" not in made


def test_title_in_an_attribute_or_script_is_no_link() -> None:
    html = f"<script>'{PUBLISHED}'</script><a href='ftp://h/a.pdf'>{PUBLISHED}</a>".encode()
    assert decision_links(html, "http://h/") == ()
