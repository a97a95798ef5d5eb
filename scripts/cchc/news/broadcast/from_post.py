"""The post that is to be read: found by its path or its name, made into a piece."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.base.clock import show_date
from cchc.base.files import relative
from cchc.base.posts import FOLDER, Post, read_post
from cchc.base.problems import Problem, Refused
from cchc.base.text import slug
from cchc.news.broadcast.blocks import blocks_of
from cchc.news.broadcast.piece import Piece

SUGGESTED = 5
MORE = "Bài còn phần chi tiết, đăng trên trang thông tin của phường."


def find_post(root: Path, asked: str) -> Path:
    """Find a post by its path or a part of its file's name. Raise `Refused` with what there is."""
    for path in (Path(asked), root / asked, root / FOLDER / asked):
        if path.is_file():
            return path
    every = sorted((root / FOLDER).rglob("*.md"), reverse=True)
    wanted = slug(Path(asked).name.removesuffix(".md"))
    found = [path for path in every if wanted and wanted in slug(path.stem)]
    if len(found) == 1:
        return found[0]
    said = "có nhiều bài" if found else "không có bài nào"
    names = ", ".join(path.stem for path in (found or every)[:SUGGESTED])
    choose = f"; ghi rõ một trong: {names}" if names else "; trong thư mục chưa có bài"
    raise Refused([Problem(FOLDER, 0, f"{said} “{asked}”{choose}")])


def post_piece(root: Path, path: Path, day: dt.date) -> Piece:
    """Read a post and make its piece. Raise `Refused` where its head has a fault."""
    post = read_post(relative(path, root), path.read_bytes())
    blocks, left_out = blocks_of(post.body)
    remarks = tuple(_remarks(post, day))
    more = "" if remarks else MORE
    return Piece(post.title, post.description, blocks, left_out, remarks, more)


def _remarks(post: Post, day: dt.date) -> list[str]:
    said = []
    if post.draft:
        said.append("Bài còn là bản nháp (draft: true), chưa đăng trên trang.")
    if post.date > day:
        said.append(f"Bài hẹn đăng ngày {show_date(post.date)}; trước ngày đó chưa có trên trang.")
    return said
