"""A built site's texts packed once, beside each file: `a.html.br`, `a.html.gz`.

A server then sends bytes it need not pack for every visitor, and smaller ones than it would have
time for. Packing goes by content, so a page that did not change is not packed again: what was
packed is kept in .cache/cchc/nen/, only of the files of the last run; deleting it costs one slower
run.
"""

from __future__ import annotations

import hashlib
import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it brings no types

from cchc.site.serving.kinds import TEXTS

KEPT = ".cache/cchc/nen"
# Smaller ones go in one packet of the network anyway.
LEAST = 1024
# A browser's unpacking and the longer header have a price too.
WORTH = 0.95
# Brotli 11 is another 2 % smaller and takes three times as long.
BROTLI_LEVEL, GZIP_LEVEL = 10, 9
# A gzip member with neither name nor time, as made here: others' `.gz` files have one of them.
OURS = b"\x1f\x8b\x08\x00\x00\x00\x00\x00"


def _brotli(content: bytes) -> bytes:
    return bytes(brotli.compress(content, mode=brotli.MODE_TEXT, quality=BROTLI_LEVEL))


def _gzip(content: bytes) -> bytes:
    # 16 more than the window's bits: a gzip header, without name and time.
    packer = zlib.compressobj(GZIP_LEVEL, wbits=16 + zlib.MAX_WBITS)
    return packer.compress(content) + packer.flush()


PACKERS: Mapping[str, Callable[[bytes], bytes]] = {".br": _brotli, ".gz": _gzip}


@dataclass(frozen=True, slots=True)
class Packed:
    """How many packed files were made anew, and how many taken away: their source had gone."""

    made: int
    removed: int


def precompress(site: Path, folder: Path) -> Packed:
    """Bring the packed files beside the texts of a site up to date. Raise OSError.

    `folder` is where is kept what was packed before; it may be missing.
    """
    kept = _Kept(folder)
    texts = {path for path in _files(site) if path.suffix[1:] in TEXTS}
    removed = 0
    for path in sorted(texts):
        content = path.read_bytes()
        for ending in PACKERS:
            small = kept.packed(content, ending) if len(content) >= LEAST else b""
            removed += _put(path.with_name(path.name + ending), small)
    removed += sum(_remove(path) for path in list(_files(site)) if _orphan(path, texts))
    kept.forget_others()
    return Packed(kept.made, removed)


class _Kept:
    """What was packed before, by the content it was made of; an empty file: not worth it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._used: set[str] = set()
        self.made = 0

    def packed(self, content: bytes, ending: str) -> bytes:
        """Give the packed bytes; none where they are not worth it."""
        name = hashlib.sha256(content).hexdigest()[:40] + ending
        self._used.add(name)
        known = self._folder / name
        if known.is_file():
            return known.read_bytes()
        small = PACKERS[ending](content)
        small = small if len(small) < len(content) * WORTH else b""
        _write(known, small)
        self.made += 1
        return small

    def forget_others(self) -> None:
        for path in list(_files(self._folder)):
            if path.name not in self._used:
                path.unlink()


def _put(path: Path, small: bytes) -> bool:
    """Let a packed file be what it must; tell whether one was taken away."""
    if not small:
        return _remove(path)
    if not path.is_file() or path.read_bytes() != small:
        _write(path, small)
    return False


def _orphan(path: Path, texts: set[Path]) -> bool:
    source = path.with_suffix("")
    return path.suffix in PACKERS and source.suffix[1:] in TEXTS and source not in texts


def _remove(path: Path) -> bool:
    ours = path.is_file() and (path.suffix == ".br" or path.read_bytes().startswith(OURS))
    if ours:
        path.unlink()
    return ours


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all; not pressed onto the disk: it can be made again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    part.write_bytes(content)
    part.replace(path)
