"""The portal's git folder, where it is one: what it held before, and the commit of what is out."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import MARK
from cchc.base.problems import Refused
from cchc.base.text import one_line
from cchc.office.desk.places import PLACES, is_content, leads_out
from cchc.publish.programs import Answer, Program

# No hook of this machine, no signature that asks for a password, paths as they are.
SETTINGS = ("core.hooksPath=", "commit.gpgSign=false", "core.quotePath=false", "gc.auto=0")
ENVIRONMENT = {"LC_ALL": "C", "GIT_TERMINAL_PROMPT": "0", "GIT_LITERAL_PATHSPECS": "1",
               "GIT_OPTIONAL_LOCKS": "0"}  # fmt: skip
NOBODY = "ban-lam-viec@example.invalid"
LONGEST_NAME = 80


@dataclass(frozen=True, slots=True)
class Repository:
    """A portal that is kept in git."""

    root: Path

    def differing(self) -> Iterator[tuple[str, str]]:
        """List what differs from the last commit: (`A`, `M` or `D`, path from the portal on)."""
        yield from ((sign, path) for sign, path in self._listed() if not leads_out(self.root, path))

    def _listed(self) -> Iterator[tuple[str, str]]:
        listed = self._must("không so được với bản trước", "diff", "--name-status", "--no-renames",
                            "-z", "--relative", self._last(), "--", *PLACES)  # fmt: skip
        words = [word for word in listed.split("\0") if word]
        yield from zip(words[::2], words[1::2], strict=True)
        new = self._must("không liệt kê được tệp mới", "ls-files", "--others",
                         "--exclude-standard", "-z", "--", *PLACES)  # fmt: skip
        yield from (("A", path) for path in new.split("\0") if path)

    def before(self, path: str) -> bytes | None:
        """Give a file as the last commit has it, with this system's line ends; None: it is new."""
        answer = self._run("cat-file", "--filters", f"{self._last()}:./{path}")
        return None if answer.code else answer.out

    def commit(self, paths: Iterable[str], words: str, by: str) -> str:
        """Commit these paths and no others, in a person's name; give the commit's short name.

        Nothing that differs: nothing is committed, and nothing given.
        """
        listed = "\0".join(path for path in paths if is_content(path)).encode()
        if not listed:
            return ""
        given = ("--pathspec-from-file=-", "--pathspec-file-nul")
        self._must("không ghi được vào Git", "add", "--all", *given, given=listed)
        self._must("không ghi được vào Git", "commit", "--quiet", "--no-verify", "--only", *given,
                   "--message", words, given=listed, by=by)  # fmt: skip
        return self._must("không đọc được bản vừa ghi", "rev-parse", "--short", "HEAD").strip()

    def _last(self) -> str:
        """Name the last commit; an empty tree where there is none yet."""
        if self._run("rev-parse", "--verify", "--quiet", "HEAD").code == 0:
            return "HEAD"
        made = self._must("không đọc được Git", "hash-object", "-t", "tree", "-w", "--stdin")
        return made.strip()

    def _mail(self) -> str:
        return self._run("config", "user.email").out.decode("utf-8", "replace").strip() or NOBODY

    def _program(self, by: str) -> Program:
        who = {}
        if by:
            pairs = (("NAME", by), ("EMAIL", self._mail()))
            who = {f"GIT_{role}_{what}": value for role in ("AUTHOR", "COMMITTER")
                   for what, value in pairs}  # fmt: skip
        settings = tuple(word for each in SETTINGS for word in ("-c", each))
        return Program("git", None, settings, {**ENVIRONMENT, **who}, (str(self.root),))

    def _run(self, *arguments: str) -> Answer:
        return self._program("").run(*arguments, at=self.root)

    def _must(self, doing: str, *arguments: str, given: bytes = b"", by: str = "") -> str:
        out = self._program(by).must(doing, *arguments, given=given, at=self.root)
        return out.decode("utf-8", "replace")


def repository(root: Path) -> Repository | None:
    """Give the portal's repository; None where the portal is in none.

    A portal that only lies in the folder of another repository is not kept in it.
    """
    if shutil.which("git") is None:
        return None
    found = Repository(root)
    try:
        answer = found._run("ls-files", "--error-unmatch", "--", MARK)  # noqa: SLF001 - its own
    except Refused:
        return None
    return found if answer.code == 0 or (root / ".git").exists() else None


def signature(said: str) -> str:
    """Make an author's name out of what a person typed; empty where it says nothing."""
    plain = "".join(sign for sign in one_line(said) if sign not in "<>\n")
    return plain[:LONGEST_NAME].strip(" .,;:")
