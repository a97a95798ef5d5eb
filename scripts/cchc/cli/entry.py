"""The command `cchc` itself: stopped while it is still starting, it says so like any other time."""

from __future__ import annotations

import sys


def main() -> int:
    """Run the command line; give the exit code."""
    try:
        if sys.argv[1:2] == ["run"] and (done := _quick(sys.argv[2:])) is not None:
            return done
        from cchc.cli.main import main as run  # noqa: PLC0415 - loading takes a third of a second

        return run()
    except KeyboardInterrupt:
        sys.stderr.write("Đã dừng.\n")
        return 130


def _quick(arguments: list[str]) -> int | None:
    """See in a moment whether the scheduled run has anything to do."""
    from cchc.cli.run_options import quick  # noqa: PLC0415 - no other command needs it

    return quick(arguments)


if __name__ == "__main__":
    sys.exit(main())
