"""Publishing to a branch that a host serves: real git, a bare repository on this machine."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from cchc.publish.publishing import Published, known_releases, publish, rollback
from tests.publish.samples import FIRST, SECOND, contents, make_site

AS_IT_IS = {".nojekyll": b""}


class Pages:
    """A bare repository; the portal's own repository knows it as `origin`."""

    def __init__(self, root: Path) -> None:
        self.root, self.bare, self.portal = root, root / "kho.git", root / "trang"
        self.git("init", "--quiet", "--bare", str(self.bare))
        self.git("init", "--quiet", str(self.portal))
        self.git("-C", str(self.portal), "remote", "add", "origin", str(self.bare))
        self.target = "git:origin#gh-pages"

    def git(self, *arguments: str) -> bytes:
        return subprocess.run(["git", *arguments], check=True, capture_output=True).stdout

    def put(self, files: dict[str, str]) -> Published:
        return publish(self.portal, make_site(self.root / "site", files), self.target)

    def seen(self, branch: str = "gh-pages") -> dict[str, bytes]:
        listed = self.git("-C", str(self.bare), "ls-tree", "-rz", "--name-only", branch)
        names = [name for name in listed.decode().split("\0") if name]
        return {name: self.git("-C", str(self.bare), "show", f"{branch}:{name}") for name in names}

    def built(self) -> dict[str, bytes]:
        return contents(self.root / "site")

    def by_hand(self, name: str, text: str, branch: str = "gh-pages") -> None:
        """Let somebody else push a file to the branch."""
        there = self.root / "nguoi-khac"
        if not there.is_dir():
            self.git("clone", "--quiet", str(self.bare), str(there))
        who = ("-c", "user.name=x", "-c", "user.email=x@example.vn")
        at = ("-C", str(there), *who)
        self.git(*at, "fetch", "--quiet")
        start = () if self.nothing(branch) else (f"origin/{branch}",)
        self.git(*at, "checkout", "--quiet", "-B", branch, *start)
        (there / name).write_text(text, encoding="utf-8")
        self.git(*at, "add", name)
        self.git(*at, "commit", "--quiet", "-m", name)
        self.git(*at, "push", "--quiet", "origin", branch)

    def nothing(self, branch: str) -> bool:
        return not self.git("-C", str(self.bare), "for-each-ref", f"refs/heads/{branch}")


@pytest.fixture
def pages(tmp_path: Path) -> Pages:
    return Pages(tmp_path)


def test_a_commit_for_each_site_and_none_for_the_same(pages: Pages) -> None:
    first = pages.put(FIRST)
    assert (first.added, first.problems) == (11, ())
    assert pages.seen() == {**pages.built(), **AS_IT_IS}
    second = pages.put(SECOND)
    assert (second.added, second.changed, second.removed) == (1, 3, 1)
    assert pages.seen() == {**pages.built(), **AS_IT_IS}
    assert pages.put(SECOND) == Published(second.release)
    history = known_releases(pages.portal, pages.target)
    assert history == ((second.release, True), (first.release, False))


def test_going_back_is_a_commit_and_going_back_twice_goes_back_two(pages: Pages) -> None:
    sites = [FIRST, SECOND, {**SECOND, "index.html": "bản ba"}]
    seen = [(pages.put(each).release, pages.seen())[1] for each in sites]
    for wanted in (seen[1], seen[0]):
        assert rollback(pages.portal, pages.target).problems == ()
        assert pages.seen() == wanted
    third = known_releases(pages.portal, pages.target)[2][0]
    assert rollback(pages.portal, pages.target, third[:9]).problems == ()
    assert pages.seen() == seen[2]
    assert "không có bản abc" in rollback(pages.portal, pages.target, "abcabc").problems[0].message


def test_the_domain_and_what_others_pushed_are_built_upon(pages: Pages) -> None:
    pages.put(FIRST)
    pages.by_hand("CNAME", "cchc.example.vn\n")
    assert pages.put(SECOND).problems == ()
    assert pages.seen() == {**pages.built(), **AS_IT_IS, "CNAME": b"cchc.example.vn\n"}


def test_lines_are_published_as_they_were_built(pages: Pages) -> None:
    pages.git("-C", str(pages.portal), "config", "core.autocrlf", "input")
    pages.put({**FIRST, "bang.csv": "mã\r\n1.001193\r\n", ".gitattributes": "*.csv text eol=lf\n"})
    assert pages.seen()["bang.csv"] == "mã\r\n1.001193\r\n".encode()


def test_the_branch_of_the_sources_is_refused(pages: Pages) -> None:
    pages.by_hand("mkdocs.yml", "site_name: x\n", "main")
    done = publish(pages.portal, make_site(pages.root / "site", FIRST), "git:origin#main")
    assert "chứa mã nguồn" in done.problems[0].message
    assert sorted(pages.seen("main")) == ["mkdocs.yml"]


def test_a_repository_that_is_not_there_is_told(pages: Pages) -> None:
    done = publish(pages.portal, make_site(pages.root / "site", FIRST), f"git:{pages.root}/x#p")
    assert "không hỏi được kho: không có nơi này" in done.problems[0].message


def test_a_host_that_refuses_leaves_the_old_site(pages: Pages) -> None:
    pages.put(FIRST)
    before = pages.seen()
    hook = pages.bare / "hooks" / "pre-receive"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'protected branch: permission denied' >&2\nexit 1\n")
    hook.chmod(0o755)
    assert "không cho vào" in pages.put(SECOND).problems[0].message
    assert pages.seen() == before
    hook.unlink()
    assert pages.put(SECOND).problems == ()


def test_locks_that_a_killed_git_left_do_not_stop_the_next_run(pages: Pages) -> None:
    pages.put(FIRST)
    (bare,) = (pages.portal / ".cchc" / "ban").glob("*/kho.git")
    for name in ("index.lock", "refs/heads/den.lock", "packed-refs.lock", "shallow.lock"):
        (bare / name).touch()
    assert pages.put(SECOND).problems == ()
    assert pages.seen() == {**pages.built(), **AS_IT_IS}
