"""The posts among MkDocs' files: each at its own address, what nobody may see taken out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel

from cchc.base.clock import show_date
from cchc.base.files import write_atomically
from cchc.base.posts import DOCS, FOLDER
from cchc.site.news.articles import NewsItem
from cchc.site.news.pictures import CACHE, LETTERS
from cchc.site.news.pictures import FOLDER as PICTURES
from cchc.site.news.share_picture import Card, Face, draw
from cchc.site.portal import Portal

POSTS = f"{FOLDER.removeprefix(DOCS)}/"


@dataclass(frozen=True, slots=True)
class Shared:
    """A picture for sharing a post: its address, its bytes."""

    address: str
    content: bytes


def place_posts(files: Files, portal: Portal, config: MkDocsConfig) -> None:
    """Put each shown post at its address; take out the others: drafts, coming ones, bad ones."""
    shown = {each.post.path: each for each in portal.news}
    for file in [each for each in files.documentation_pages() if each.src_uri.startswith(POSTS)]:
        item = shown.get(file.src_uri)
        if item is None:
            files.remove(file)
            continue
        file.url = item.address
        file.dest_uri = f"{item.address}index.html"
        file.abs_dest_path = str(Path(config.site_dir, file.dest_uri))
        # In the navigation, every post would make every page heavier.
        file.inclusion = InclusionLevel.NOT_IN_NAV


def add_pictures(files: Files, portal: Portal, config: MkDocsConfig) -> None:
    """Add the pictures of the posts as the pages show them.

    What a camera made stays at home, unless a text shows it too.
    """
    texts = "\n".join(each.post.body for each in portal.news)
    for path in portal.pictures:
        original = files.get_file_from_path(path)
        if original and Path(path).name not in texts:
            files.remove(original)
    made = (each for ready in portal.pictures.values() for each in (ready.small, ready.large))
    for each in {made.address: made for made in made}.values():
        files.append(File.generated(config, each.address, content=each.content))


def shared_pictures(
    root: Path, portal: Portal, faces: tuple[Face, ...], site_name: str
) -> Mapping[str, Shared]:
    """Draw the picture of each post, by the post's path; kept in .cache/pictures/."""
    return dict(_shared(root, portal, faces, site_name)) if faces else {}


def _shared(
    root: Path, portal: Portal, faces: tuple[Face, ...], site_name: str
) -> Iterator[tuple[str, Shared]]:
    fonts = b"".join(each.file.read_bytes() for each in faces)
    for item in portal.news:
        card = _card(item, portal, site_name)
        name = hashlib.sha256(fonts + repr(card).encode()).hexdigest()[:LETTERS]
        file = root / CACHE / f"{name}.png"
        if not file.is_file():
            write_atomically(file, draw(card, faces))
        yield item.post.path, Shared(f"{PICTURES}{name}.png", file.read_bytes())


def _card(item: NewsItem, portal: Portal, site_name: str) -> Card:
    above = " · ".join((*item.post.categories[:1], show_date(item.post.date)))
    return Card(item.post.title, above, portal.ward.agency.name, site_name)
