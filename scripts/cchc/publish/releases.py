"""Releases in a folder: each a whole site, unchanged files shared between them by hard links.

    releases/000042-3f9ac1d2/       the site
    releases/000042-3f9ac1d2.json   its manifest
    current -> releases/000042-3f9ac1d2

A release has its name only when every byte of it has been read back: what is being made, or taken
away, has a name that begins with a dot.
"""

from __future__ import annotations

import contextlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.publish.manifest import Manifest, manifest_json, manifest_of, read_manifest
from cchc.publish.switching import mend, pointed, switch, sync

FOLDER = "releases"
ID = re.compile(r"\d{6,}-[0-9a-f]{8}")
MADE, GONE = ".dang-chep-", ".dang-xoa-"
MOVED = "trang đổi trong lúc chép (đang dựng lại?); dựng xong rồi chạy lại"
DAMAGED = "bản này đã bị sửa hoặc hỏng trên đĩa; chọn bản khác (cchc rollback --list)"


@dataclass(frozen=True, slots=True)
class Releases:
    """The releases below one folder."""

    folder: Path

    @property
    def ids(self) -> tuple[str, ...]:
        """List the whole releases, oldest first."""
        place = self.folder / FOLDER
        names = (path.name for path in place.iterdir()) if place.is_dir() else ()
        found = (name for name in names if ID.fullmatch(name) and self.manifest_path(name).exists())
        return tuple(sorted(found, key=_number))

    @property
    def current(self) -> str:
        """Give the release that visitors see; empty where there is none."""
        name = pointed(self.folder)
        return name if self.path(name).is_dir() and ID.fullmatch(name) else ""

    def path(self, release: str) -> Path:
        """Give a release's site."""
        return self.folder / FOLDER / release

    def manifest_path(self, release: str) -> Path:
        """Give where a release's manifest is."""
        return self.folder / FOLDER / f"{release}.json"

    def recorded(self, release: str) -> Manifest | None:
        """Read a release's manifest; None where it is missing or broken."""
        path = self.manifest_path(release)
        return read_manifest(path.read_bytes()) if path.is_file() else None

    def sound(self, release: str) -> bool:
        """Read a whole release: tell whether it still is what its manifest says."""
        try:
            return manifest_of(self.path(release)) == self.recorded(release)
        except (OSError, Refused):
            return False

    def sweep(self) -> None:
        """Take away what a stopped run left half made."""
        mend(self.folder)
        place = self.folder / FOLDER
        for path in place.iterdir() if place.is_dir() else ():
            if path.name.startswith((MADE, GONE)):
                shutil.rmtree(path)
            elif path.suffix in {".json", ".tmp"} and not self.path(path.stem).is_dir():
                path.unlink()

    def switch(self, release: str) -> None:
        """Show visitors this release."""
        switch(self.folder, self.path(release))
        if self.current != release:
            raise Refused([Problem(release, 0, "không chuyển được `current` sang bản này")])

    def keep(self, number: int) -> None:
        """Take the oldest away; the one that visitors see stays however old."""
        for release in self.ids[: -max(number, 1)]:
            if release != self.current:
                gone = self.folder / FOLDER / f"{GONE}{release}"
                self.path(release).rename(gone)
                self.manifest_path(release).unlink(missing_ok=True)
                shutil.rmtree(gone)

    def make(self, site: Path, manifest: Manifest) -> str:
        """Copy a site to a release of its own; give its name.

        The same site as the newest release (a run before was stopped), or as the current one, is
        that release.
        Raise OSError where the disk is full or read-only, `Refused` where the site moves.
        """
        for release in (*self.ids[-1:], self.current):
            if release and self.recorded(release) == manifest and self.sound(release):
                return release
        newest = _number(self.ids[-1]) if self.ids else 0
        release = f"{newest + 1:06}-{manifest.digest[:8]}"
        made = self.folder / FOLDER / f"{MADE}{release}"
        try:
            self._fill(made, site, manifest)
            write_atomically(self.manifest_path(release), manifest_json(manifest))
            made.rename(self.path(release))
            sync(self.folder / FOLDER)
        except BaseException:
            shutil.rmtree(made, ignore_errors=True)
            if not self.path(release).is_dir():
                with contextlib.suppress(OSError):
                    self.manifest_path(release).unlink(missing_ok=True)
            raise
        return release

    def _fill(self, made: Path, site: Path, manifest: Manifest) -> None:
        # Read, not remembered: a damaged file must not be shared.
        shared = self.on_disk(self.current)
        made.mkdir(parents=True)
        _open_to_all(made)
        for name, entry in manifest.files.items():
            target = made / name
            _folders(made, target.parent)
            same = shared.files.get(name) == entry
            if not (same and _linked(self.path(self.current) / name, target)):
                _copied(site / name, target)
        if manifest_of(made) != manifest:
            raise Refused([Problem(site.name, 0, MOVED)])
        for folder, _, _ in os.walk(made, topdown=False):
            sync(Path(folder))

    def on_disk(self, release: str) -> Manifest:
        """Read what a release really holds; nothing where it cannot be read or has no name."""
        if not release:
            return Manifest()
        try:
            return manifest_of(self.path(release))
        except (OSError, Refused):
            return Manifest()


def _number(release: str) -> int:
    return int(release.split("-", 1)[0])


def _folders(top: Path, folder: Path) -> None:
    if folder != top and not folder.is_dir():
        _folders(top, folder.parent)
        folder.mkdir()
        _open_to_all(folder)


def _open_to_all(folder: Path) -> None:
    # The web server runs as another user, whatever umask the publisher has.
    folder.chmod(0o755)


def _linked(source: Path, target: Path) -> bool:
    """Share a file: its time stays, so a browser's copy of it stays good (ETag, 304)."""
    try:
        os.link(source, target)
    except OSError:
        return False
    return True


def _copied(source: Path, target: Path) -> None:
    shutil.copyfile(source, target)
    target.chmod(0o644)
    with target.open("rb+") as written:
        os.fsync(written.fileno())
