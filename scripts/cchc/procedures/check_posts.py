"""The procedures that posts of the news name: by their codes in the head, by links in the text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from cchc.base.post_file import PostFile, open_post
from cchc.base.posts import DOCS, Post
from cchc.base.problems import Problem, warning
from cchc.procedures.store import Catalogue

# As a post links to a procedure: the page is made of the file of the same name in procedures/.
PAGE = re.compile(r"docs/thu-tuc/(?P<folder>[a-z0-9-]+)/(?P<code>\d\.\d{6})\.md")


def check_codes(root: Path, posts: Iterable[Post], catalogue: Catalogue) -> Iterator[Problem]:
    """Find the codes of posts' heads that are of no procedure on file; the posts are shown."""
    for post in posts:
        for number, code in enumerate(post.procedures):
            if code not in catalogue.versions:
                file = _file(root, post)
                message = f"không có thủ tục {code} trong procedures/; sửa mã hoặc xóa dòng này"
                line = file.document.line(("thu_tuc", number))
                yield warning(file.document.path, line, message)


def check_links(root: Path, posts: Iterable[Post], catalogue: Catalogue) -> Iterator[Problem]:
    """Find the links in posts' texts that lead to no procedure's page."""
    # The links are found by a Markdown engine: no command waits for it that looks at no post.
    from cchc.base.post_links import targets  # noqa: PLC0415

    for post in posts:
        file = _file(root, post)
        for written, target in targets(file):
            found = PAGE.fullmatch(target)
            if found and not _has_page(found, catalogue):
                message = f"“{written}” dẫn đến thủ tục không có; xem lại mã và thư mục lĩnh vực"
                yield warning(file.document.path, file.line(f"({written}", written), message)


def _file(root: Path, post: Post) -> PostFile:
    return open_post(DOCS + post.path, (root / DOCS / post.path).read_bytes())


def _has_page(found: re.Match[str], catalogue: Catalogue) -> bool:
    versions = catalogue.versions.get(found["code"], ())
    folder = catalogue.fields.folder_of
    return any(folder(each.procedure.field_of_service) == found["folder"] for each in versions)
