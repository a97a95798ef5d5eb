"""Changes in an officer's words: which post, which parts of which procedure; pure."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from cchc.base.files import MARK
from cchc.base.post_file import open_post
from cchc.base.posts import FOLDER as POSTS
from cchc.base.problems import Refused
from cchc.office.desk.changed import Change, Kind
from cchc.procedures.decision_files import DECISIONS, read_decision_file
from cchc.procedures.files import FILE_NAME, read_version
from cchc.procedures.model import Procedure

PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg")
KNOWN = {
    MARK: "cài đặt của trang",
    "procedures/questions.yml": "câu hỏi và câu trả lời",
    "procedures/linh-vuc.yml": "danh sách lĩnh vực",
    "procedures/su-kien.yml": "việc theo sự kiện trong đời",
    "procedures/sources.yml": "nguồn của thành phố",
    "procedures/da-doc.tsv": "sổ các tệp đã đọc",
    "docs/thong-bao.yml": "thông báo đầu trang",
    "docs/chuyen-huong.yml": "địa chỉ cũ dẫn sang địa chỉ mới",
}
POST, PROCEDURE, DECISION, PICTURE, OTHER = "bài", "thủ tục", "quyết định", "ảnh", "mục khác"


@dataclass(frozen=True, slots=True)
class Told:
    """A change in words: what kind of thing, its name, which parts changed (titles; maybe none)."""

    change: Change
    thing: str
    name: str
    parts: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Say it in one line: “Sửa thủ tục 1.001193 Đăng ký khai sinh: Phí, lệ phí”."""
        verb = {Kind.ADDED: "Thêm", Kind.CHANGED: "Sửa", Kind.REMOVED: "Xóa"}[self.change.kind]
        thing = f"{self.thing} " if self.thing != OTHER else ""
        parts = f": {', '.join(self.parts)}" if self.parts else ""
        return f"{verb} {thing}{self.name}{parts}"


def tell(change: Change, before: bytes | None, after: bytes | None) -> Told:
    """Say what a change is; a file that cannot be read is told by its name."""
    path, shown = change.path, after if after is not None else before
    try:
        if path.startswith(f"{POSTS}/") and path.endswith(".md"):
            title = open_post(path, shown or b"").title
            return Told(change, POST, f"“{title or PurePosixPath(path).stem}”")
        if path.startswith(f"{DECISIONS}/"):
            return Told(change, DECISION, read_decision_file(path, shown or b"").number)
        if FILE_NAME.fullmatch(PurePosixPath(path).name):
            return _procedure(change, before, after)
    except Refused:
        return Told(change, OTHER, f"{path} (tệp có lỗi)")
    if path.lower().endswith(PICTURES):
        return Told(change, PICTURE, PurePosixPath(path).name)
    return Told(change, OTHER, KNOWN.get(path, path))


def _procedure(change: Change, before: bytes | None, after: bytes | None) -> Told:
    old, new = (
        read_version(change.path, raw).procedure if raw is not None else None
        for raw in (before, after)
    )
    shown = new or old
    name = f"{shown.code} {shown.name}" if shown else change.path
    parts = parts_changed(old, new) if old and new else ()
    return Told(change, PROCEDURE, name, parts)


def parts_changed(old: Procedure, new: Procedure) -> tuple[str, ...]:
    """List the titles of the parts in which two states of a procedure differ."""
    fields = Procedure.model_fields.items()
    return tuple(
        str(field.title or name)
        for name, field in fields
        if getattr(old, name) != getattr(new, name)
    )


def grouped(told: Iterable[Told]) -> tuple[tuple[Told, tuple[Told, ...]], ...]:
    """Put the pictures of a changed post with it: they go out, and are discarded, together."""
    every = tuple(told)
    folders = {f"{each.change.path.removesuffix('.md')}/": each for each in every
               if each.thing == POST}  # fmt: skip
    owner = {each: next((post for folder, post in folders.items()
                         if each.thing == PICTURE and each.change.path.startswith(folder)), None)
             for each in every}  # fmt: skip
    return tuple(
        (each, tuple(other for other in every if owner[other] is each))
        for each in every
        if owner[each] is None
    )


def subject(told: Iterable[Told]) -> str:
    """Count changes in one line, as a commit is headed: `Thêm 1 bài, sửa 2 thủ tục`."""
    every = Counter((each.change.kind, each.thing) for each in told)
    # Pictures belong to what they stand in; alone they are told.
    counts = {key: count for key, count in every.items() if key[1] != PICTURE} or every
    verbs = {Kind.ADDED: "thêm", Kind.CHANGED: "sửa", Kind.REMOVED: "xóa"}
    said = (f"{verbs[kind]} {count} {thing}" for (kind, thing), count in
            counts.items())  # fmt: skip
    text = ", ".join(said) or "không đổi nội dung"
    return text[:1].upper() + text[1:]


def message(told: Iterable[Told]) -> str:
    """Write a commit's message: the counts, then each change in its line."""
    every = tuple(told)
    return f"{subject(every)}\n\n" + "".join(f"- {each}\n" for each in every)
