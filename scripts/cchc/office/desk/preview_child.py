"""The process of the preview: `mkdocs serve`, until nobody holds the other end of its input."""

from __future__ import annotations

import os
import runpy
import sys
import threading


def main() -> None:
    """Serve on the address that the first argument names."""
    threading.Thread(target=_end_with_parent, daemon=True).start()
    sys.argv = ["mkdocs", "serve", "--quiet", "--dev-addr", sys.argv[1]]
    runpy.run_module("mkdocs", run_name="__main__")


def _end_with_parent() -> None:
    """Wait for the parent's end, and go: MkDocs would take seconds over it, and holds nothing."""
    sys.stdin.buffer.read()
    os._exit(0)


if __name__ == "__main__":
    main()
