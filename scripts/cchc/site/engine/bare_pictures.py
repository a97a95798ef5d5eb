"""Pictures of docs/ as the site sends them: without what the camera wrote about place and person.

The list pictures of posts are made anew anyway (site/news/pictures); these are the ones that a
text shows by hand. Only a picture that carries such notes is made anew, at its own address.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator
from pathlib import Path

from mkdocs.structure.files import File, Files
from PIL import Image, ImageOps

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, warning

CACHE = Path(".cache/pictures")
FORMATS = ("JPEG", "PNG", "WEBP")
ENDINGS = tuple(f".{each}" for each in ("jpg", "jpeg", "png", "webp"))
# Where Pillow keeps EXIF, XMP, Photoshop's notes, the words of a PNG.
NOTES = frozenset({"exif", "xmp", "photoshop", "comment", "XML:com.adobe.xmp"})
TURNED = 0x0112
LETTERS = 12
BROKEN = "ảnh không đọc được nên chưa bỏ được vị trí chụp, trang không đăng; lưu lại .jpg rồi thay"


def bare_pictures(files: Files, root: Path) -> Iterator[Problem]:
    """Take the notes out of every picture of docs/; one that cannot be read is not published."""
    for file in [each for each in files if _is_ours(each, root)]:
        try:
            bare = _bare(root, file.content_bytes)
        except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
            files.remove(file)
            yield warning(f"docs/{file.src_uri}", 1, BROKEN)
            continue
        if bare:
            file.content_bytes = bare


def _is_ours(file: File, root: Path) -> bool:
    if not file.src_uri.lower().endswith(ENDINGS) or not file.abs_src_path:
        return False
    return Path(file.abs_src_path).is_relative_to(root / "docs")


def _bare(root: Path, raw: bytes) -> bytes | None:
    """Give the picture without notes, from the cache if it was made before; None if it has none."""
    with warnings.catch_warnings():
        # Big pictures are told by the check of posts.
        warnings.simplefilter("ignore", Image.DecompressionBombWarning)
        with Image.open(io.BytesIO(raw), formats=FORMATS) as opened:
            if not _has_notes(opened):
                return None
            kept = root / CACHE / f"{hashlib.sha256(raw).hexdigest()[:LETTERS]}.bare"
            if not kept.is_file():
                write_atomically(kept, _again(opened))
    return kept.read_bytes()


def _has_notes(opened: Image.Image) -> bool:
    # A phone's JPEG may hold a second picture with notes of its own.
    if opened.getexif() or opened.format == "MPO":
        return True
    return bool(NOTES & set(opened.info)) or bool(getattr(opened, "text", {}))


def _again(opened: Image.Image) -> bytes:
    """Write the same points and colours again, upright."""
    kind = "JPEG" if opened.format == "MPO" else str(opened.format)
    quality: int | str = 90
    colours = opened.info.get("icc_profile")
    turned = opened.getexif().get(TURNED, 1) != 1
    picture = ImageOps.exif_transpose(opened) if turned else opened
    if kind == "JPEG" and not turned and opened.format == "JPEG":
        # The same tables: the points lose next to nothing.
        quality = "keep"
    picture.info = {}
    written = io.BytesIO()
    picture.save(written, kind, icc_profile=colours, exif=b"", quality=quality)
    return written.getvalue()
