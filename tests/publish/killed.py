"""Publish as the command does, and die by SIGKILL before the Nth thing asked of the system.

python -m tests.publish.killed ROOT SITE TARGET N    (N = 0: live, print how many there were)
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from cchc.publish.publishing import publish

EVENTS = {"open", "os.chmod", "os.link", "os.mkdir", "os.remove", "os.rename", "os.rmdir",
          "os.scandir", "os.symlink", "subprocess.Popen"}  # fmt: skip


def main(root: str, site: str, target: str, at: str) -> None:
    seen = 0

    def watch(event: str, _: object) -> None:
        nonlocal seen
        if event in EVENTS:
            seen += 1
            if seen == int(at):
                os.kill(os.getpid(), signal.SIGKILL)

    sys.stdout.write("bắt đầu\n")
    sys.stdout.flush()
    sys.addaudithook(watch)
    done = publish(Path(root), Path(site), target)
    sys.stdout.write(f"{seen}\n")
    sys.exit(1 if done.problems else 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
