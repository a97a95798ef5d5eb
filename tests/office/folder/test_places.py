"""What the editor may open: posts, their pictures, procedures and lists; nothing else of the disk."""

from __future__ import annotations

import pytest

from cchc.office.folder.places import Kind, kind_of

POSTS = "docs/tin-tuc/posts"


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        (f"{POSTS}/2026-11-24-tin.md", Kind.POST),
        (f"{POSTS}/2026-11-24-tin/anh-1.jpg", Kind.PICTURE),
        (f"{POSTS}/anh.webp", Kind.PICTURE),
        ("procedures/ho-tich/1.001193.yml", Kind.PROCEDURE),
        ("procedures/ho-tich/1.001193@2027-03-01.yml", Kind.PROCEDURE),
        ("procedures/su-kien.yml", Kind.LIFE_EVENTS),
        ("docs/thong-bao.yml", Kind.NOTICES),
        ("docs/cai-cach/ke-hoach/2026.yml", Kind.REFORM),
    ],
)
def test_what_people_write_is_open(address: str, kind: Kind) -> None:
    assert kind_of(address) is kind


@pytest.mark.parametrize(
    "address",
    [
        "",
        "mkdocs.yml",
        ".git/config",
        "procedures/linh-vuc.yml",
        "procedures/sources.yml",
        "procedures/decisions/2026/3582.yml",
        "procedures/snapshots/1.001193.yml",
        "procedures/ho-tich/sau/1.001193.yml",
        "procedures/ho-tich/ghi-chu.yml",
        "procedures/../mkdocs.yml",
        f"{POSTS}/../../../.git/config.md",
        f"/{POSTS}/tin.md",
        f"{POSTS}//tin.md",
        f"{POSTS}/.an.md",
        f"{POSTS}/.an/tin.md",
        f"{POSTS}/tin.html",
        f"{POSTS}/anh.svg",
        f"{POSTS}/con.md",
        f"{POSTS}/tin.md:luong",
        f"{POSTS}\\tin.md",
        f"{POSTS}/tin\n.md",
        f"{POSTS}/Tin có dấu.md",
        f"{POSTS}/{'a' * 300}.md",
        "docs/index.md",
        "scripts/cchc/cli/main.py",
    ],
)
def test_everything_else_is_closed(address: str) -> None:
    assert kind_of(address) is None
