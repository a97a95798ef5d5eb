"""Which links of a page are decisions on procedures, by which title; and their files' names."""

from __future__ import annotations

import pytest

from cchc.procedures.decision import DocumentKind
from cchc.province.sources.page_links import decision_links, files_on
from cchc.province.sources.page_titles import kind_of_title
from cchc.province.sources.safe_names import safe_name

PUBLISHED = "Quyết định công bố Danh mục thủ tục hành chính lĩnh vực hộ tịch"
INTERNAL = "Quyết định phê duyệt quy trình nội bộ giải quyết thủ tục hành chính lĩnh vực hộ tịch"


def links(html: str) -> list[tuple[str, str]]:
    found = decision_links(html.encode(), "http://h/van-ban/")
    return [(link.title, link.address.removeprefix("http://h")) for link in found]


def addresses(html: str) -> list[str]:
    return [address for _, address in links(html)]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        (PUBLISHED, DocumentKind.PUBLICATION),
        ("V/v công bố danh mục TTHC sửa đổi, bổ sung", DocumentKind.PUBLICATION),
        ("Danh mục thủ tục hành chính bị bãi bỏ (đã công bố)", DocumentKind.PUBLICATION),
        (f"{PUBLISHED} và phê duyệt quy trình nội bộ", DocumentKind.PUBLICATION),
        (PUBLISHED.replace("ố", "o\u0302\u0301").upper(), DocumentKind.PUBLICATION),
        (INTERNAL, DocumentKind.INTERNAL),
        ("Công bố quy trình nội bộ giải quyết thủ tục hành chính", DocumentKind.INTERNAL),
        ("Công bố thủ tục hành chính nội bộ", DocumentKind.INTERNAL),
        ("Thủ tục hành chính nội bộ", DocumentKind.OTHER),
        ("Thủ tục hành chính", DocumentKind.OTHER),
        ("Công bố quy hoạch", DocumentKind.OTHER),
    ],
)
def test_title_tells_the_kind(title: str, kind: DocumentKind) -> None:
    assert kind_of_title(title) is kind


def test_cells_without_a_space_between_are_words_apart() -> None:
    assert links(
        f"<table><tr><td>{PUBLISHED}</td><td><a href=/a.pdf>Tải</a></td></tr></table>"
    ) == [(f"{PUBLISHED} Tải", "/a.pdf")]


def test_heading_above_a_link_is_its_title() -> None:
    box = f"<div><h3>{PUBLISHED}</h3><p>15/3/2026</p><p><a href=a.pdf>Tải về</a></p></div>"
    other = "<div><h3>Lịch tiếp công dân</h3><p><a href=b.pdf>Tải về</a></p></div>"
    assert links(f"<div>{box}{other}</div>") == [(PUBLISHED, "/van-ban/a.pdf")]


def test_link_between_two_headings_has_no_title() -> None:
    assert addresses(f"<div><h3>{PUBLISHED}</h3><h3>Khác</h3><a href=/a.pdf>Tải</a></div>") == []


def test_link_in_a_list_inside_the_row_has_the_title_of_the_row() -> None:
    html = (
        f"<table><tr><td>{PUBLISHED}<ul><li><a href=/a.pdf>Tải về</a></li></ul></td></tr></table>"
    )
    assert addresses(html) == ["/a.pdf"]


def test_neighbour_in_a_list_does_not_lend_its_title() -> None:
    other = (
        "<li>Lịch tiếp công dân <a href=/b.pdf>Tải về</a></li><li><a href=/c.pdf>Lịch.pdf</a></li>"
    )
    html = f"<ul><li>{PUBLISHED} <a href=/a.pdf>Tải về</a></li>{other}</ul>"
    assert addresses(f"<table><tr><td>{html}</td></tr></table>") == ["/a.pdf"]


def test_row_with_its_file_needs_no_other_link() -> None:
    title = f"<a href=/77>{PUBLISHED}</a>"
    share = "<a href=https://chia-se/x>Chia sẻ</a> <a href=/linh-vuc/3>Hộ tịch</a>"
    row = "<table><tr><td>{}</td><td>{}</td></tr></table>"
    assert addresses(row.format(title, f"<a href=/a.pdf>Tải</a> {share}")) == ["/a.pdf"]
    assert addresses(row.format(title, share)) == ["/77"]


def test_title_in_the_link_s_attribute() -> None:
    assert links(f"<a href=/a.pdf title='{PUBLISHED}'>4201.pdf</a>") == [(PUBLISHED, "/a.pdf")]


def test_menus_and_the_page_itself_are_left() -> None:
    html = f"<nav><a href=/x>{PUBLISHED}</a></nav><a href='/van-ban/#x'>{PUBLISHED}</a>"
    assert addresses(html) == []


def test_script_is_no_title_and_other_schemes_no_links() -> None:
    html = (
        f"<li><script>'{PUBLISHED}'</script><a href=/a.pdf>Tải</a></li>"
        f"<a href='ftp://h/a.pdf'>{PUBLISHED}</a><a href='http://[x'>{PUBLISHED}</a>"
    )
    assert addresses(html) == []


def test_page_with_a_base_and_one_in_another_alphabet() -> None:
    assert addresses(f"<base href='/goc/'><a href=a.pdf>{PUBLISHED}</a>") == ["/goc/a.pdf"]
    html = f"<meta charset=utf-16><a href=/a.pdf>{PUBLISHED}</a>".encode("utf-16")
    assert decision_links(html, "http://h/")[0].title == PUBLISHED


def test_pages_are_no_attachments() -> None:
    html = b"<a href=/tin/1.html>1</a><a href=/x.aspx>2</a><a href=/a.PDF?x=1>3</a>"
    assert files_on(html, "http://h/") == ("http://h/a.PDF?x=1",)


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
