from __future__ import annotations

import pytest

from cchc.site.addresses import host, is_web, procedure_address, relative, slug, source


@pytest.mark.parametrize(
    ("target", "page", "link"),
    [
        ("", "", "./"),
        ("thu-tuc/", "", "thu-tuc/"),
        ("", "thu-tuc/ho-tich/1.001193/", "../../../"),
        ("thu-tuc/ho-tich/", "thu-tuc/ho-tich/1.001193/", "../"),
        ("thu-tuc/chung-thuc/2.000815/", "thu-tuc/ho-tich/", "../chung-thuc/2.000815/"),
        ("tai-ve/mau.docx", "thu-tuc/ho-tich/1.001193/", "../../../tai-ve/mau.docx"),
    ],
)
def test_links_are_relative(target: str, page: str, link: str) -> None:
    assert relative(target, page) == link


def test_sources_and_addresses() -> None:
    address = procedure_address("ho-tich", "1.001193")
    assert address == "thu-tuc/ho-tich/1.001193/"
    assert source(address) == "thu-tuc/ho-tich/1.001193.md"
    assert source("thu-tuc/ho-tich/") == "thu-tuc/ho-tich/index.md"
    assert source("") == "index.md"


@pytest.mark.parametrize(
    ("address", "web"),
    [
        ("https://dichvucong.gov.vn/a?b=c", True),
        ("http://hue.gov.vn", True),
        ("javascript:alert(1)", False),
        ("//dichvucong.gov.vn", False),
        ("https://", False),
        ("tai-ve/mau.docx", False),
    ],
)
def test_a_reader_is_sent_to_web_addresses_only(address: str, *, web: bool) -> None:
    assert is_web(address) is web


def test_a_system_is_named_by_its_host() -> None:
    assert host("https://www.dichvucong.gov.vn/x") == "dichvucong.gov.vn"


def test_slugs_keep_the_letter_d_with_its_stroke() -> None:
    assert slug("Đăng ký, quản lý cư trú") == "dang-ky-quan-ly-cu-tru"
