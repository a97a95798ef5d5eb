"""The command `cchc` itself: stopped while it is still starting, it says so like any other time."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; give the exit code."""
    try:
        from cchc.cli.main import main as run  # noqa: PLC0415 - loading takes a third of a second

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng.\n")
        return 130


if __name__ == "__main__":
    sys.exit(main())
