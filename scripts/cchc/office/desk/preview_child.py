"""The process of the preview: `mkdocs serve`, until nobody holds the other end of its input."""

from __future__ import annotations

import os
import runpy
import signal
import sys
import threading

GRACE = 5.0


def main() -> None:
    """Serve on the address that the first argument names."""
    signal.signal(signal.SIGINT, signal.default_int_handler)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = ["mkdocs", "serve", "--quiet", "--dev-addr", sys.argv[1]]
    runpy.run_module("mkdocs", run_name="__main__")


def _end_with_parent() -> None:
    """Wait for the parent's end; let MkDocs clear its folder away, and go in any case."""
    sys.stdin.buffer.read()
    threading.Timer(GRACE, os._exit, (0,)).start()
    # As a Ctrl-C: it also wakes a main thread that waits.
    if sys.platform == "win32":
        signal.raise_signal(signal.SIGINT)
    else:
        os.kill(os.getpid(), signal.SIGINT)


if __name__ == "__main__":
    main()
