"""What opens a desk: its place on this machine, the start address's token, the browser's cookie.

They lie in .cchc/, readable by their owner alone. The port and the cookie stay from start to
start, so that a bookmark keeps working; the token is a new one each time.
"""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import socket
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import write_atomically

FILE = ".cchc/ban-lam-viec.json"
HERE = "127.0.0.1"
LONG_ENOUGH = 40
PORTS = range(1024, 65536)


@dataclass(frozen=True, slots=True)
class Keys:
    """`token` opens the start address, `cookie` every page after it; both 256 bits as letters."""

    token: str
    cookie: str
    port: int = 0
    preview_port: int = 0

    @property
    def address(self) -> str:
        """The desk's address, as a bookmark keeps it."""
        return f"http://{HERE}:{self.port}/"

    @property
    def start(self) -> str:
        """The address that lets a browser in."""
        return f"{self.address}vao/{self.token}"


def new_keys(root: Path, port: int = 0) -> Keys:
    """Make the keys of a start: the ports and the cookie of the last one where they still do.

    `port` is one that a person asked for; 0: the last, or any free one.
    """
    last = kept_keys(root)
    cookie = last.cookie if last else secrets.token_urlsafe(32)
    ours = free_port(port or (last.port if last else 0))
    preview = free_port(last.preview_port if last else 0, but=ours)
    return Keys(secrets.token_urlsafe(32), cookie, ours, preview)


def kept_keys(root: Path) -> Keys | None:
    """Read the keys of the last start; None where there are none, or they are no keys."""
    with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
        kept = json.loads((root / FILE).read_bytes())
        keys = Keys(str(kept["ma"]), str(kept["phien"]), int(kept["cong"]), int(kept["xem_thu"]))
        if min(len(keys.token), len(keys.cookie)) >= LONG_ENOUGH and keys.port in PORTS:
            return keys
    return None


def keep_keys(root: Path, keys: Keys) -> None:
    """Write the keys where only their owner reads them."""
    path = root / FILE
    path.parent.mkdir(parents=True, exist_ok=True)
    # The file of before hands its rights on; a new one is made with its own.
    os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    path.chmod(0o600)
    said = {"cong": keys.port, "xem_thu": keys.preview_port, "ma": keys.token, "phien": keys.cookie}
    write_atomically(path, json.dumps(said, indent=1).encode())


def free_port(wanted: int, but: int = 0) -> int:
    """Give the wanted port where it is free, else one that is."""
    for port in (wanted, 0, 0):
        with contextlib.suppress(OSError), socket.socket() as tried:
            # As the server will ask for it: a port that was just let go is free.
            if os.name != "nt":
                tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            tried.bind((HERE, port))
            found = int(tried.getsockname()[1])
            if found != but:
                return found
    return 0
