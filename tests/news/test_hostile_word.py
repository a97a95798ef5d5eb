"""Word files with bad intent, or that are none: harmless, and told."""

from __future__ import annotations

import datetime as dt
import http.server
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml.ns import qn

from cchc.base.posts import read_post
from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.news.importing import Asked, plan_import
from cchc.news.planning import Plan
from cchc.news.word.container import open_container
from cchc.news.word.repack import repack
from tests.news.test_pictures import bomb
from tests.news.word_files import W, changed, drawing, edited, link, picture, raw_xml, save

DOCUMENT = "word/document.xml"
RELATIONS = "word/_rels/document.xml.rels"
DAY = dt.date(2026, 11, 24)


def planned(portal: Path, path: Path) -> tuple[Plan, str, str]:
    """Give the plan, the post's text and what was told."""
    plan = plan_import(portal, path, Asked(DAY))
    return plan, str(plan.files[plan.path]), "\n".join(map(str, plan.problems))


def refusal(portal: Path, path: Path) -> str:
    with pytest.raises(Refused) as caught:
        plan_import(portal, path, Asked(DAY))
    return str(caught.value)


def written(path: Path, *paragraphs: str) -> Path:
    paper = docx.Document()
    for text in paragraphs:
        paper.add_paragraph(text)
    paper.save(path.as_posix())
    return path


@pytest.fixture
def listener() -> Iterator[tuple[str, list[str]]]:
    """Listen on this machine; give the address and what was asked for."""
    asked: list[str] = []

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_error(404)

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
            """Say nothing."""

    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}", asked
        server.shutdown()


def test_macros_stay_behind(portal: Path) -> None:
    path = changed(save(portal.parent, "report"), {"word/vbaProject.bin": b"Sub AutoOpen()"})
    _, text, told = planned(portal, path)
    assert "macro không được đọc" in told
    assert "AutoOpen" not in text
    assert b"AutoOpen" not in repack(open_container(path)).raw


def test_nothing_outside_is_fetched(portal: Path, listener: tuple[str, list[str]]) -> None:
    address, asked = listener
    path = save(portal.parent, "feature")
    edited(path, RELATIONS, "</Relationships>", (
        f'<Relationship Id="x1" TargetMode="External" Target="{address}/anh.png" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"/>'
        f'<Relationship Id="x2" TargetMode="External" Target="{address}/mau.dotm" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate"/>'
        f'<Relationship Id="x3" TargetMode="External" Target="{address}/khung.html" Type='
        '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/frame"/>'
        "</Relationships>"
    ))  # fmt: skip
    with zipfile.ZipFile(path) as file:
        xml = file.read(DOCUMENT).decode()
    first = xml.index("r:embed=")
    changed(path, {DOCUMENT: (xml[:first] + 'r:link="x1" ' + xml[first:]).encode()})
    _, _, told = planned(portal, path)
    assert asked == []
    assert f"ảnh nằm ngoài tệp ({address}/anh.png), không tải về" in told
    assert address.encode() not in b"".join(_members(repack(open_container(path)).raw, path))


def _members(raw: bytes, beside: Path) -> Iterator[bytes]:
    copy = beside.with_suffix(".zip")
    copy.write_bytes(raw)
    with zipfile.ZipFile(copy) as file:
        yield from (file.read(name) for name in file.namelist())


@pytest.mark.parametrize("address", [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java&#10;script:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "file:///etc/passwd", "vbscript:x", "//evil.example",
])  # fmt: skip
def test_links_that_run_or_read_become_words(portal: Path, address: str) -> None:
    paper = docx.Document()
    paper.add_paragraph("Tên của bài viết này")
    link(paper.add_paragraph("Bấm "), "vào đây", address.replace("&#10;", "\n"))
    path = portal.parent / "lien-ket.docx"
    paper.save(path.as_posix())
    _, text, told = planned(portal, path)
    assert "\nBấm vào đây\n" in text
    assert "](" not in text
    assert "liên kết không an toàn, chỉ giữ chữ" in told


def test_html_and_markdown_in_the_text_are_words(portal: Path) -> None:
    path = written(
        portal.parent / "chu.docx", "Tên bài <script>alert(0)</script>",
        "<script>alert(1)</script><img src=x onerror=alert(2)> &lt;b&gt; [a](javascript:alert(3))",
        "![x](javascript:alert(4)) <!-- cchc: thu-tuc 1.001193 -->", "--8<-- “tep.md”",
    )  # fmt: skip
    _, text, _ = planned(portal, path)
    body = text.split("---\n", 2)[2]
    assert "<script" not in body
    assert "<img" not in body
    assert "&amp;lt;b&amp;gt; \\[a\\](javascript" in body
    assert body.count("<!--") == body.count("<!-- more -->") == 1


def test_words_cannot_leave_the_head(portal: Path) -> None:
    path = written(
        portal.parent / "dau.docx", 'Tên: "bài" # một', "--- draft: false: 'x' \"y\" {a: b} đủ dài."
    )
    plan, text, _ = planned(portal, path)
    post = read_post(plan.path, text.encode())
    assert post.draft
    assert post.description == "--- draft: false: 'x' \"y\" {a: b} đủ dài."


def test_a_picture_bomb_is_left_out_and_told(portal: Path) -> None:
    path = save(portal.parent, "feature")
    with zipfile.ZipFile(path) as file:
        name = next(name for name in file.namelist() if name.endswith(".png"))
    changed(path, {name: bomb()})
    plan, text, told = planned(portal, path)
    assert "ảnh thứ 2: ảnh quá lớn" in told
    assert plan.pictures == 4
    # Its caption stays as words.
    assert "\nHình 2. Biểu đồ hồ sơ theo tháng\n" in text


def test_a_picture_that_is_a_page_is_left_out_and_told(portal: Path) -> None:
    path = save(portal.parent, "feature")
    with zipfile.ZipFile(path) as file:
        name = next(name for name in file.namelist() if name.endswith(".png"))
    changed(
        path, {name: b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"}
    )
    plan, _, told = planned(portal, path)
    assert "ảnh thứ 2: ảnh hỏng hoặc dạng không nhận" in told
    assert not any(b"alert" in raw for raw in plan.files.values() if isinstance(raw, bytes))


@pytest.mark.parametrize("target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd"])
def test_names_cannot_lead_out_of_the_file(portal: Path, target: str) -> None:
    path = save(portal.parent, "feature")
    edited(path, RELATIONS, "media/image2.png", target)
    plan, _, told = planned(portal, path)
    assert "1 ảnh không có trong tệp" in told
    assert all(
        name.startswith("docs/tin-tuc/posts/2026-11-24-") and ".." not in name
        for name in plan.files
    )


def test_a_member_with_a_name_outside_is_written_nowhere(portal: Path) -> None:
    path = save(portal.parent, "feature")
    evil = "word/media/../../../../../thoat.png"
    changed(path, {evil: drawing()})
    edited(path, RELATIONS, "media/image2.png", "media/../../../../../thoat.png")
    plan, _, _ = planned(portal, path)
    assert all(name.startswith("docs/tin-tuc/posts/2026-11-24-") for name in plan.files)


def test_a_zip_bomb_is_refused(portal: Path) -> None:
    path = changed(save(portal.parent, "report"), {"word/media/a.png": bytes(201 * 1024 * 1024)})
    assert "200 MB" in refusal(portal, path)


def test_long_text_is_refused(portal: Path) -> None:
    path = save(portal.parent, "report")
    edited(
        path,
        DOCUMENT,
        "</w:body>",
        f"<w:p><w:r><w:t>{'dài ' * 6_000_000}</w:t></w:r></w:p></w:body>",
    )
    assert "20 MB" in refusal(portal, path)


@pytest.mark.parametrize("entity", [
    '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
    '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "&x;&x;&x;&x;">]>',
])  # fmt: skip
def test_entities_are_refused(portal: Path, entity: str) -> None:
    path = save(portal.parent, "report")
    edited(path, DOCUMENT, "<w:document", f"{entity}<w:document")
    assert "DTD/ENTITY" in refusal(portal, path)


def test_an_endless_nest_is_refused(portal: Path) -> None:
    path = save(portal.parent, "report")
    nest = "<w:sdt><w:sdtContent>" * 3000 + "</w:sdtContent></w:sdt>" * 3000
    edited(path, DOCUMENT, "</w:body>", f"{nest}</w:body>")
    assert "không đọc được nội dung" in refusal(portal, path)


def test_embedded_html_stays_behind_and_is_told(portal: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("Bài có đoạn nhúng")
    raw_xml(
        paper.add_paragraph("Chữ thường."), f"<w:r {W}><w:object><w:t>mã</w:t></w:object></w:r>"
    )
    path = portal.parent / "nhung.docx"
    paper.save(path.as_posix())
    _, text, told = planned(portal, path)
    assert "\nChữ thường.\n" in text
    assert "1 đối tượng nhúng" in told


@pytest.mark.parametrize(("head", "words"), [
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "Word kiểu cũ (.doc)"),
    (b"%PDF-1.7\n", "PDF"),
    (b"{\\rtf1 a}", "RTF"),
    (b"", "tệp trống"),
    (b"PK\x03\x04 cut", "bị hỏng"),
    (b"<html>", "không phải tệp Word"),
])  # fmt: skip
def test_other_files_are_refused_with_the_way_out(
    portal: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    head: bytes,
    words: str,
) -> None:
    path = portal.parent / "tep.docx"
    path.write_bytes(head)
    monkeypatch.chdir(portal)
    before = sorted(portal.rglob("docs/**/*"))
    assert main(["post", "import", path.as_posix()]) == 2
    said = capsys.readouterr()
    assert words in said.err
    assert "Traceback" not in said.err + said.out
    assert sorted(portal.rglob("docs/**/*")) == before


def test_open_document_and_workbook_are_refused(portal: Path) -> None:
    for members, words in (
        ({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<a/>"}, ".odt"),
        ({"xl/workbook.xml": b"<a/>"}, "không phải tệp Word"),
    ):
        path = portal.parent / "khac.docx"
        with zipfile.ZipFile(path, "w") as file:
            for name, raw in members.items():
                file.writestr(name, raw)
        assert words in refusal(portal, path)


def test_a_picture_in_a_text_box_goes_to_the_end_and_is_told(portal: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("Bài có ảnh trong hộp chữ")
    picture(paper, drawing())
    paper.add_paragraph("Chữ ở dưới ảnh.")
    boxed = paper.element.body[1]
    holder = paper.paragraphs[0]
    shape = "urn:schemas-microsoft-com:vml"
    raw_xml(holder, f'<w:r {W} xmlns:v="{shape}"><w:pict><v:shape><v:textbox><w:txbxContent/>'
                    "</v:textbox></v:shape></w:pict></w:r>")  # fmt: skip
    inside: Any = holder._p.find(f".//{qn('w:txbxContent')}")  # noqa: SLF001 - as Word nests them
    inside.append(boxed)
    path = portal.parent / "hop.docx"
    paper.save(path.as_posix())
    plan, text, told = planned(portal, path)
    assert plan.pictures == 1
    assert "1 ảnh nằm trong hộp chữ hoặc nhóm hình, đã đưa xuống cuối bài" in told
    assert text.index("Chữ ở dưới ảnh.") < text.index("anh-1.png){")


def test_a_scan_without_words_is_refused(portal: Path) -> None:
    paper = docx.Document()
    picture(paper, drawing())
    path = portal.parent / "quet.docx"
    paper.save(path.as_posix())
    assert "không có chữ nào" in refusal(portal, path)
