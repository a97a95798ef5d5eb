"""Pictures that a text shows by hand: at their own address, without what the camera wrote."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image, ImageChops, PngImagePlugin

from cchc.site.build import build
from tests.news.word_files import photograph
from tests.news_posts import drawn
from tests.site.test_news import DAY

POST = """---
date: 2026-11-10
description: Ảnh chụp ở bến sông.
categories: [Thông báo]
---

# Ảnh ở bến sông

![Bến sông buổi sáng]({name})
"""
NOTE = "MAY-ANH-CUA-AI-DO"


def shown(portal: Path, name: str, raw: bytes) -> bytes:
    """Build a portal with a post that shows the picture; give what the site sends."""
    posts = portal / "docs/tin-tuc/posts"
    posts.mkdir(parents=True, exist_ok=True)
    (posts / "ben-song.md").write_text(POST.format(name=name), encoding="utf-8")
    (posts / name).write_bytes(raw)
    assert build(portal, DAY).warnings == ()
    return (portal / "site/tin-tuc/posts" / name).read_bytes()


def saved(kind: str, **options: object) -> bytes:
    written = io.BytesIO()
    drawn().resize((600, 400)).save(written, kind, **options)
    return written.getvalue()


def noted() -> Image.Exif:
    exif = Image.Exif()
    exif.get_ifd(0x8825)[1] = "N"
    exif[0x010F] = NOTE
    return exif


def words() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", NOTE)
    return info


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("anh.jpg", saved("JPEG", exif=noted())),
        ("anh.JPG", saved("JPEG", comment=NOTE.encode())),
        ("anh.jpeg", saved("JPEG", xmp=f"<x>{NOTE}</x>".encode())),
        ("anh.png", saved("PNG", exif=noted())),
        ("chu.png", saved("PNG", pnginfo=words())),
        ("anh.webp", saved("WEBP", exif=noted())),
    ],
)
def test_notes_of_the_camera_stay_at_home(portal: Path, name: str, raw: bytes) -> None:
    assert NOTE.encode() in raw
    sent = shown(portal, name, raw)
    assert NOTE.encode() not in sent
    with Image.open(io.BytesIO(sent)) as after, Image.open(io.BytesIO(raw)) as before:
        assert dict(after.getexif()) == {}
        assert after.format == before.format
        apart = ImageChops.difference(after.convert("RGB"), before.convert("RGB")).getextrema()
        assert max(high for _, high in apart) < 40  # type: ignore[misc]  # a pair a colour


def test_a_picture_taken_sideways_stands_upright(portal: Path) -> None:
    with Image.open(io.BytesIO(shown(portal, "anh.jpg", photograph(800, 600)))) as after:
        assert after.size == (600, 800)
        assert dict(after.getexif()) == {}


def test_a_picture_without_notes_is_sent_as_it_is(portal: Path) -> None:
    raw = saved("JPEG")
    assert shown(portal, "anh.jpg", raw) == raw


def test_a_picture_that_cannot_be_read_is_told_and_not_sent(portal: Path) -> None:
    posts = portal / "docs/tin-tuc/posts"
    posts.mkdir(parents=True, exist_ok=True)
    (posts / "ben-song.md").write_text(POST.format(name="hong.jpg"), encoding="utf-8")
    (posts / "hong.jpg").write_bytes(b"\xff\xd8\xff" + NOTE.encode())
    told = "\n".join(build(portal, DAY).warnings)
    assert "docs/tin-tuc/posts/hong.jpg:1: nhắc: ảnh không đọc được nên chưa bỏ được vị trí" in told
    assert not (portal / "site/tin-tuc/posts/hong.jpg").exists()
