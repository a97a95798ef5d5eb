"""`current`: the name that a web server serves, turned to a release in one step."""

from __future__ import annotations

import contextlib
import os
import sys
from pathlib import Path

NAME = "current"
NEXT = f".{NAME}.moi"
LAST = f".{NAME}.cu"


def pointed(folder: Path) -> str:
    """Give the release that `current` shows; empty where there is none."""
    try:
        return (folder / NAME).readlink().name
    except OSError:
        return ""


def switch(folder: Path, release: Path) -> None:
    """Turn `current` to a release that lies below `folder`.

    POSIX: a symbolic link renamed over the old one; no moment without `current`. Windows cannot
    rename over a folder: a junction (no rights needed) is made beside, the old one is renamed away
    and the new one into its place; between the two renames, some microseconds, `current` is absent,
    and a stop just there is repaired by `mend`. Raise OSError where the store cannot.
    """
    if sys.platform == "win32":
        _switch_junction(folder, release)
    else:
        made = folder / NEXT
        made.unlink(missing_ok=True)
        # Relative: the folder may be moved, or mounted elsewhere in the web server's machine.
        made.symlink_to(release.relative_to(folder), target_is_directory=True)
        made.replace(folder / NAME)
        sync(folder)


def mend(folder: Path) -> None:
    """Take away, or finish, what a switch that was stopped left."""
    if sys.platform == "win32" and not (folder / NAME).exists() and (folder / LAST).exists():
        (folder / LAST).rename(folder / NAME)
    for name in (NEXT, LAST):
        with contextlib.suppress(FileNotFoundError):
            _unlink(folder / name)


def sync(folder: Path) -> None:
    """Make renames in a folder last through a loss of power."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _unlink(path: Path) -> None:
    # A junction is a folder to Windows; rmdir takes the junction, never what it shows.
    if sys.platform == "win32":
        path.rmdir()
    else:
        path.unlink()


def _switch_junction(folder: Path, release: Path) -> None:
    if sys.platform == "win32":
        import _winapi  # noqa: PLC0415 - only there

        mend(folder)
        _winapi.CreateJunction(str(release.resolve()), str(folder / NEXT))
        if (folder / NAME).exists():
            (folder / NAME).rename(folder / LAST)
        (folder / NEXT).rename(folder / NAME)
        mend(folder)
