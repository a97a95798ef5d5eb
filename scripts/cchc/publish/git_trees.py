"""A site as a git tree, made and pushed without any checkout."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.manifest import Difference, manifest_of
from cchc.publish.programs import Answer, Program, options
from cchc.publish.releases import MOVED

# Bytes are published as they were built, whatever this machine's git would turn lines into; no
# hook and no template of this machine takes part.
PLAIN = ("core.autocrlf=false", "core.hooksPath=", "gc.auto=0", "init.defaultBranch=trang",
         "core.quotePath=false", "core.excludesFile=")  # fmt: skip
# A role, not a person, and no name of this machine.
ROLE = ("Trang thông tin", "cchc@example.invalid")
# What belongs to the host, not to the site: its domain; and "serve files that begin with _".
DOMAIN, AS_IT_IS = "CNAME", ".nojekyll"
SOURCE = "nhánh này chứa mã nguồn của trang (mkdocs.yml), không phải trang đã dựng; chọn nhánh khác"
FILE = "100644"


@dataclass(frozen=True, slots=True)
class BranchWork:
    """A bare repository of this machine, `bare`, that works upon a branch of `remote`.

    `remote` is an address, or the name of a remote of the portal's own repository at `root`.
    """

    bare: Path
    root: Path
    remote: str
    branch: str
    lock: int | None

    def fetched(self, depth: int) -> str:
        """Bring the branch (`depth` commits, 0: all); give its commit, or nothing."""
        if not (self.bare / "HEAD").is_file():
            self._must("không tạo được kho làm việc", "init", "--bare", "--template=", ".")
        # The lock of this place is ours: what a killed git left locked, nobody holds.
        for left in self.bare.rglob("*.lock"):
            left.unlink()
        (self.bare / "info").mkdir(exist_ok=True)
        (self.bare / "info" / "attributes").write_text("* -text -filter -ident\n", encoding="ascii")
        tip = self._tip()
        if not tip:
            return ""
        whole = "--unshallow" if (self.bare / "shallow").exists() else "--no-tags"
        how = f"--depth={depth}" if depth else whole
        self._must("không tải được nhánh", "fetch", "--no-tags", "--no-write-fetch-head", how,
                   self._address(), f"+refs/heads/{self.branch}:refs/heads/den")  # fmt: skip
        tip = self._must("không đọc được nhánh", "rev-parse", "refs/heads/den")
        if self._must("không đọc được nhánh", "ls-tree", tip, "mkdocs.yml"):
            raise Refused([Problem(self.branch, 0, SOURCE)])
        return tip

    def tree_of(self, site: Path, tip: str) -> str:
        """Make the tree of a site; what belongs to the host is kept from `tip`."""
        before = manifest_of(site)
        index = self.bare / "index"
        index.unlink(missing_ok=True)
        self._must("không đọc được trang", "--work-tree", str(site.resolve()), "add", "--all",
                   "--force", "--", ".", at=site)  # fmt: skip
        if manifest_of(site) != before:
            raise Refused([Problem(site.name, 0, MOVED)])
        if AS_IT_IS not in before.files:
            self._put(AS_IT_IS, self._must("không ghi được", "hash-object", "-w", "--stdin"))
        if tip and DOMAIN not in before.files:
            domain = self._must("không đọc được nhánh", "ls-tree", tip, DOMAIN)
            if domain:
                self._put(DOMAIN, domain.split()[2])
        return self._must("không ghi được trang vào kho", "write-tree")

    def tree(self, commit: str) -> str:
        """Give a commit's tree."""
        return self._must("không đọc được bản", "rev-parse", f"{commit}^{{tree}}")

    def commit_of(self, asked: str, tip: str) -> str:
        """Find a commit of the branch by the beginning of its name; empty where there is none."""
        return next((each for each, _ in self.history(tip) if each.startswith(asked)), "")

    def history(self, commit: str) -> list[tuple[str, str]]:
        """List commits with their trees, newest first."""
        listed = self._must("không đọc được lịch sử", "log", "--first-parent", "--format=%H %T",
                            commit)  # fmt: skip
        return [(line.split()[0], line.split()[1]) for line in listed.splitlines()]

    def words(self, commit: str) -> str:
        """Give the first line that a commit says of itself."""
        return self._must("không đọc được bản", "log", "-1", "--format=%s", commit)

    def difference(self, tip: str, tree: str) -> Difference:
        """Compare the branch with a tree."""
        if not tip:
            listed = self._must("không so được", "ls-tree", "-r", "-z", "--name-only", tree)
            return Difference(added=tuple(filter(None, listed.split("\0"))))
        listed = self._must("không so được", "diff-tree", "-r", "-z", "--no-renames",
                            "--name-status", self.tree(tip), tree)  # fmt: skip
        return counted(listed)

    def committed(self, tree: str, tip: str, words: str) -> str:
        """Make a commit of a tree; nothing of it is seen yet."""
        parents = ("-p", tip) if tip else ()
        return self._must("không ghi được bản mới", "commit-tree", tree, *parents, "-m", words)

    def pushed(self, commit: str) -> bool:
        """Turn the branch to a commit and see that it is there; False where it has moved."""
        answer = self._run("push", "--porcelain", self._address(),
                           f"{commit}:refs/heads/{self.branch}")  # fmt: skip
        if answer.code and b"[rejected]" in answer.out:
            return False
        if answer.code:
            raise Refused([self._git().problem("không đẩy được trang lên nhánh", answer.said)])
        return self._tip() == commit

    def _tip(self) -> str:
        listed = self._must("không hỏi được kho", "ls-remote", self._address(),
                            f"refs/heads/{self.branch}")  # fmt: skip
        return listed.split()[0] if listed else ""

    def _address(self) -> str:
        asked = self._git().run("remote", "get-url", "--push", "--", self.remote, at=self.root)
        named = asked.out.decode().strip()
        if asked.code == 0 and named:
            return named
        local = self.root / self.remote
        return str(local) if ":" not in self.remote and local.exists() else self.remote

    def _put(self, name: str, blob: str) -> None:
        self._must(
            "không ghi được", "update-index", "--add", "--cacheinfo", f"{FILE},{blob},{name}"
        )

    def _git(self) -> Program:
        return _program(self.lock, (str(self.bare), str(self.root)), self.remote)

    def _run(self, *arguments: str, at: Path | None = None) -> Answer:
        self.bare.mkdir(parents=True, exist_ok=True)
        settings = options(*(("-c", each) for each in PLAIN))
        where = f"--git-dir={self.bare.resolve()}"
        return self._git().run(*settings, where, *arguments, at=at or self.bare)

    def _must(self, doing: str, *arguments: str, at: Path | None = None) -> str:
        answer = self._run(*arguments, at=at)
        if answer.code:
            raise Refused([self._git().problem(doing, answer.said)])
        return answer.out.decode("utf-8", "replace").strip().strip("\0")


def counted(listed: str) -> Difference:
    """Read what `diff-tree -z --name-status` says."""
    words = [word for word in listed.split("\0") if word]
    pairs = list(zip(words[::2], words[1::2], strict=True))
    return Difference(
        added=tuple(name for kind, name in pairs if kind == "A"),
        changed=tuple(name for kind, name in pairs if kind not in "AD"),
        removed=tuple(name for kind, name in pairs if kind == "D"),
    )


def _program(lock: int | None, folders: tuple[str, ...], remote: str) -> Program:
    name, mail = ROLE
    said = {f"GIT_{who}_{what}": value for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", name), ("EMAIL", mail))}  # fmt: skip
    environment = {
        **said,
        # Words that can be matched; nobody is there to answer a question.
        "LC_ALL": "C",
        "GIT_TERMINAL_PROMPT": "0",
        "GIT_SSH_COMMAND": os.environ.get("GIT_SSH_COMMAND", "ssh -oBatchMode=yes"),
    }
    hidden = (remote,) if "@" in remote and "://" in remote else ()
    return Program("git", lock, (), environment, (*hidden, *folders))
