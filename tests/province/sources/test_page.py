"""A page of decisions: which links are taken, from where, and what names files get."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from cchc.base import archive
from cchc.base.problems import Refused
from cchc.province import formats
from cchc.province.decision.read import read_decision
from cchc.province.sources.brought import Brought
from cchc.province.sources.ledger import READ, Entry, Ledger
from cchc.province.sources.page import bring_page
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


DAY = dt.date(2026, 11, 24)


def bring(folder: Path, where: Site, *entries: Entry, hosts: tuple[str, ...] = ()) -> Brought:
    source = Source.model_validate(
        {"ma": "tinh", "ten": "Trang của tỉnh", "loai": "trang", "dia_chi": f"{where.address}/",
         "may_chu_tep": list(hosts)}
    )  # fmt: skip
    asks = fetcher()
    with asks.client:
        return bring_page(folder, source, Ledger(entries), asks)


def read(brought: Brought) -> list[Entry]:
    return [Entry("tinh", f.sha256, READ, DAY, f.name, f.address) for f in brought.files]


def paths(asked: Iterable[Asked]) -> list[str]:
    return [each.path for each in asked]


def row(target: str) -> str:
    return f'<tr><td>{PUBLISHED}</td><td><a href="{target}">Tải về</a></td></tr>'


def listing(*targets: str) -> bytes:
    return f"<table>{''.join(map(row, targets))}</table>".encode()


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
        before = len(where.asked)
        again = bring(tmp_path, where, *read(first))
        assert paths(where.asked[before:]) == ["/"]
    assert again.files == ()


def test_what_was_read_is_not_fetched_again_when_the_cache_is_gone(tmp_path: Path) -> None:
    with site(province) as where:
        first = bring(tmp_path / "a", where)
        before = len(where.asked)
        again = bring(tmp_path / "b", where, *read(first))
        assert paths(where.asked[before:]) == ["/", "/van-ban/77"]
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


def test_new_text_at_an_old_address_is_brought(tmp_path: Path) -> None:
    version = "1"

    def answer(asked: Asked) -> Reply:
        if asked.path == "/":
            return Reply(listing("/a.pdf"))
        if asked.headers.get("if-none-match") == version:
            return Reply(status=304)
        return Reply(f"%PDF-{version}".encode(), headers={"ETag": version})

    with site(answer) as where:
        first = bring(tmp_path, where)
        assert bring(tmp_path, where, *read(first)).files == ()
        version = "2"
        second = bring(tmp_path, where, *read(first))
    assert [each.path.read_bytes() for each in second.files] == [b"%PDF-2"]


def test_mark_of_strange_letters_is_not_sent_back(tmp_path: Path) -> None:
    reply = Reply(
        listing("/a.pdf"),
        headers={"ETag": "\u00e9", "Last-Modified": "thứ hai".encode().decode("latin-1")},
    )
    with site(lambda asked: reply if asked.path == "/" else Reply(b"%PDF-")) as where:
        bring(tmp_path, where)
        assert len(bring(tmp_path, where).files) == 1
        assert not [asked for asked in where.asked if "if-none-match" in asked.headers]


def test_copy_cut_by_a_crash_is_fetched_again(tmp_path: Path) -> None:
    def answer(asked: Asked) -> Reply:
        if asked.headers.get("if-none-match"):
            return Reply(status=304)
        body = listing("/a.pdf") if asked.path == "/" else b"%PDF-1"
        return Reply(body, headers={"ETag": "1"})

    with site(answer) as where:
        (file,) = bring(tmp_path, where).files
        file.path.write_bytes(b"%PD")
        (again,) = bring(tmp_path, where).files
    assert again.path.read_bytes() == b"%PDF-1"


def test_same_text_at_two_addresses_is_one_and_never_fetched_again(tmp_path: Path) -> None:
    with site(lambda a: Reply(listing("/a.pdf", "/b.pdf") if a.path == "/" else b"%PDF-")) as where:
        first = bring(tmp_path, where)
        assert len(first.files) == 1
        before = len(where.asked)
        assert bring(tmp_path, where, *read(first)).files == ()
        assert paths(where.asked[before:]) == ["/"]


def test_of_two_attachments_the_one_that_failed_is_tried_again(tmp_path: Path) -> None:
    broken = True
    detail = b'<a href="/1.pdf">1</a> <a href="/2.pdf">2</a>'

    def answer(asked: Asked) -> Reply:
        if asked.path == "/2.pdf" and broken:
            return Reply(status=404)
        body = asked.path.encode() if asked.path.endswith("pdf") else detail
        return Reply(f'<a href="/77">{PUBLISHED}</a>'.encode() if asked.path == "/" else body)

    with site(answer) as where:
        first = bring(tmp_path, where)
        assert [each.address[-6:] for each in first.files] == ["/1.pdf"]
        broken = False
        second = bring(tmp_path, where, *read(first))
        third = bring(tmp_path, where, *read(first), *read(second))
        assert paths(where.asked)[-4:] == ["/", "/77", "/2.pdf", "/"]
    assert [each.address[-6:] for each in second.files] == ["/2.pdf"]
    assert third.files == ()


def test_documents_of_the_whole_site_are_no_attachments(tmp_path: Path) -> None:
    own = b'<a href="/ngan-sach.pdf">x</a> <footer><a href="/chung.pdf">x</a></footer> <a href="/1.pdf">1</a>'
    page = f'<a href="/77">{PUBLISHED}</a> <a href="/ngan-sach.pdf">Ngân sách</a>'.encode()
    bodies = {"/": page, "/77": own}
    with site(lambda asked: Reply(bodies.get(asked.path, b"%PDF-"))) as where:
        bring(tmp_path, where)
        assert paths(where.asked) == ["/", "/77", "/1.pdf"]


def test_document_without_an_ending_is_known_by_its_content(tmp_path: Path) -> None:
    with site(lambda a: Reply(listing("/tai?so=7") if a.path == "/" else b"%PDF-1.7")) as where:
        (file,) = bring(tmp_path, where).files
    assert file.path.name.endswith("-tai.pdf")


@pytest.mark.parametrize(("ending", "count"), [("pdf", 0), ("docx", 0), ("doc", 1)])
def test_page_in_place_of_a_document_is_told_but_an_old_doc_may_be_one(
    tmp_path: Path, ending: str, count: int
) -> None:
    page = listing(f"/a.{ending}")
    with site(lambda a: Reply(page if a.path == "/" else b"<html>Dang nhap</html>")) as where:
        brought = bring(tmp_path, where)
    assert len(brought.files) == count
    assert [("trang web thay cho tệp" in each.message) for each in brought.problems] == [True] * (
        1 - count
    )


def test_years_of_documents_come_in_turns_and_what_nobody_can_read_holds_none_up(
    tmp_path: Path,
) -> None:
    page = listing(*(f"/{number}.pdf" for number in range(70)))
    with site(lambda a: Reply(page if a.path == "/" else a.path.encode())) as where:
        first = bring(tmp_path, where)
        second = bring(tmp_path, where)
    assert len(first.files) == len(second.files) == 50
    assert "còn 20 văn bản" in first.problems[0].message
    assert len({each.address for each in (*first.files, *second.files)}) == 70


def test_server_that_goes_down_in_the_middle_is_left_alone(tmp_path: Path) -> None:
    page = listing(*(f"/{number}.pdf" for number in range(70)))
    with site(lambda a: Reply(page) if a.path == "/" else Reply(status=404)) as where:
        brought = bring(tmp_path, where)
        assert len(where.asked) == 11
    assert "đã dừng" in brought.problems[-1].message


def test_marks_of_another_address_are_not_sent(tmp_path: Path) -> None:
    reply = Reply(listing("/a.pdf"), headers={"Last-Modified": "Mon, 01 Jan 2024 00:00:00 GMT"})
    for _ in range(2):
        with site(lambda _: reply) as where:
            bring(tmp_path, where)
            assert "if-modified-since" not in where.asked[0].headers


def zipped(member: str, pieces: Iterable[bytes]) -> bytes:
    made = io.BytesIO()
    with (
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as container,
        container.open(member, "w") as stream,
    ):
        for piece in pieces:
            stream.write(piece)
    return made.getvalue()


def zeros(mebibytes: int) -> Iterator[bytes]:
    return (bytes(1 << 20) for _ in range(mebibytes))


ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'
TRAPS = {
    "bom.xlsx": (zipped("xl/workbook.xml", zeros(3)), "200 MB"),
    "bom.docx": (zipped("word/document.xml", zeros(3)), "200 MB"),
    "thuc-the.docx": (zipped("word/document.xml", [ENTITY]), "DTD/ENTITY"),
}


@pytest.mark.parametrize("name", TRAPS)
def test_trap_is_brought_as_it_is_and_refused_by_the_reader(
    tmp_path: Path, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The readers' own tests try their real limit, which takes seconds.
    monkeypatch.setattr(archive, "MAX_UNPACKED", 2 << 20)
    body, words = TRAPS[name]
    with site(lambda a: Reply(listing(f"/{name}") if a.path == "/" else body)) as where:
        (file,) = bring(tmp_path, where).files
    with pytest.raises(Refused, match=words):
        read_decision(file.path)
    with pytest.raises(Refused, match=words):
        formats.read(file.path)
