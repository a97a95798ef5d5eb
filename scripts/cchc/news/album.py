"""The pictures of a post: made fit for the page, named, described."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from cchc.base.text import one_line
from cchc.news.markdown.blocks import Image
from cchc.news.model import Blocks, Figure, figures_in, words
from cchc.news.pictures import PictureRefusedError, make_picture

LABEL = re.compile(r"^(?:ảnh|hình)(?: minh họa)?(?: \d+)?\s*[:.–-]\s*", re.IGNORECASE)
# An album is no post; and each picture takes a second.
MOST = 60
TOO_MANY = f"bài có hơn {MOST} ảnh, chỉ lấy {MOST} ảnh đầu; chọn bớt ảnh rồi nhập lại"
MISSING = "ảnh thứ {at} không có trong tệp hoặc nằm ngoài tệp; chèn lại ảnh rồi nhập lại"


@dataclass(frozen=True, slots=True)
class Album:
    """`files`: bytes by path relative to the posts; `images`: by their name in the Word file."""

    files: dict[str, bytes]
    images: dict[str, Image]
    losses: tuple[str, ...]

    @property
    def without_alt(self) -> tuple[str, ...]:
        """List the addresses of the pictures that nobody has described."""
        return tuple(each.address for each in self.images.values() if not each.alt)


def make_album(blocks: Blocks, pictures: Mapping[str, bytes], folder: str) -> Album:
    """Make the pictures that the text shows; names are ours: `<folder>/anh-1.jpg`."""
    files: dict[str, bytes] = {}
    images: dict[str, Image] = {}
    losses: list[str] = []
    for at, figure in enumerate(figures_in(blocks), start=1):
        if at > MOST:
            losses.append(TOO_MANY)
            break
        name = figure.picture.name
        if name in images:
            continue
        try:
            made = make_picture(pictures[name])
        except KeyError:
            losses.append(MISSING.format(at=at))
            continue
        except PictureRefusedError as refused:
            losses.append(f"ảnh thứ {at}: {refused}")
            continue
        if made:
            address = f"{folder}/anh-{len(files) + 1}{made.suffix}"
            files[address] = made.raw
            images[name] = Image(address, made.width, made.height, description(figure))
    return Album(files, images, tuple(losses))


def description(figure: Figure) -> str:
    """Give a picture's description: Word's, else its caption without “Ảnh:”; else nothing."""
    return figure.picture.alt or LABEL.sub("", one_line(words(figure.caption))).strip()
