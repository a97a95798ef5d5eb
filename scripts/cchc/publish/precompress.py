"""A built site's texts packed once, beside each file: `a.html.br`, `a.html.gz`.

A server then sends bytes it need not pack for every visitor, and smaller ones than it would have
time for. Packing goes by content, so a page that did not change is not packed again: what was
packed is kept in .cache/cchc/nen/, only of the files of the last run; deleting it costs one slower
run.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it brings no types

from cchc.site.kinds import TEXTS

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


@dataclass(slots=True)
class Packed:
    """How many packed files were made anew, and how many taken away: their source had gone."""

    made: int = 0
    removed: int = 0
    used: set[str] = field(default_factory=set)


def precompress(site: Path, kept: Path) -> Packed:
    """Bring the packed files beside the texts of a site up to date. Raise OSError.

    `kept` is the folder of what was packed before; it may be missing.
    """
    packed = Packed()
    texts = {path for path in _files(site) if path.suffix[1:] in TEXTS}
    for path in sorted(texts):
        content = path.read_bytes()
        for ending, pack in PACKERS.items():
            small = _small(content, ending, pack, kept, packed) if len(content) >= LEAST else b""
            _put(path.with_name(path.name + ending), small, packed)
    _sweep(site, texts, packed)
    _forget(kept, packed.used)
    return packed


def _small(
    content: bytes, ending: str, pack: Callable[[bytes], bytes], kept: Path, packed: Packed
) -> bytes:
    """Give the packed bytes, from what is kept where it is there; none where it is not worth it."""
    name = hashlib.sha256(content).hexdigest()[:40] + ending
    packed.used.add(name)
    known = kept / name
    if known.is_file():
        return known.read_bytes()
    small = pack(content)
    small = small if len(small) < len(content) * WORTH else b""
    _write(known, small)
    packed.made += 1
    return small


def _put(path: Path, small: bytes, packed: Packed) -> None:
    if not small:
        _remove(path, packed)
    elif not path.is_file() or path.read_bytes() != small:
        _write(path, small)


def _sweep(site: Path, texts: set[Path], packed: Packed) -> None:
    """Take away what was packed of files that are there no more."""
    for path in list(_files(site)):
        source = path.with_suffix("")
        if path.suffix in PACKERS and source.suffix[1:] in TEXTS and source not in texts:
            _remove(path, packed)


def _remove(path: Path, packed: Packed) -> None:
    if path.is_file() and (path.suffix == ".br" or path.read_bytes().startswith(OURS)):
        path.unlink()
        packed.removed += 1


def _forget(kept: Path, used: set[str]) -> None:
    for path in list(_files(kept)):
        if path.name not in used:
            path.unlink()


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


def _write(path: Path, content: bytes) -> None:
    """Write whole or not at all; not pressed onto the disk: it can be made again."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.tmp")
    part.write_bytes(content)
    part.replace(path)
