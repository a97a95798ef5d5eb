"""The job that proposes, its own script run by a real shell on a real repository, two nights."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from cchc.publish.schedule.schedule import (
    BRANCH,
    GITHUB_FILE,
    GITLAB_FILE,
    Schedule,
    System,
    files_of,
)
from tests.portals import ROOT, make_portal
from tests.province.decision.make import make
from tests.story.test_flag_story import BIRTH, decision

HOST = "https://cchc:the-bai@gitlab.example"


def git(folder: Path, *words: str) -> str:
    done = subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def identify(folder: Path) -> None:
    git(folder, "config", "user.name", "Văn phòng")
    git(folder, "config", "user.email", "vanphong@huongan.example")


class House:
    """The repository as a server has it, with the source's folder beside it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.source = folder / "nguon"
        self.source.mkdir()
        self.server = folder / "may-chu" / "cong.git"
        git(folder, "init", "--quiet", "--bare", "--initial-branch=main", str(self.server))
        git(self.server, "config", "receive.advertisePushOptions", "true")
        first = make_portal(folder / "dau")
        (first / "procedures/sources.yml").write_text(
            f"nguon:\n- ma: tinh\n  ten: Thư mục dùng chung\n  loai: thu_muc\n  duong_dan: {self.source}\n",
            encoding="utf-8",
        )
        git(first, "init", "--quiet", "--initial-branch=main")
        identify(first)
        git(first, "add", "mkdocs.yml", "docs", "procedures")
        git(first, "commit", "--quiet", "-m", "Trang của phường")
        git(first, "push", "--quiet", str(self.server), "main")

    def arrives(self, number: str) -> None:
        made = make(self.source, decision(number, "sua_doi", BIRTH), "docx")
        os.utime(made, (1, 1))

    def night(self, name: str, script: str) -> subprocess.CompletedProcess[str]:
        """Check out main anew, as the runner does, and run the job's script."""
        work = self.folder / name
        git(self.folder, "clone", "--quiet", str(self.server), str(work))
        program = work / ".venv/bin/cchc"
        program.parent.mkdir(parents=True)
        program.write_text(f'#!/bin/sh\nexec {sys.executable} -m cchc.cli.entry "$@"\n')
        program.chmod(0o755)
        here = {"GIT_CONFIG_COUNT": "1", "GIT_CONFIG_VALUE_0": f"{HOST}/",
                "GIT_CONFIG_KEY_0": f"url.{self.server.parent}/.insteadOf"}  # fmt: skip
        gitlab = {"CI_COMMIT_SHA": git(work, "rev-parse", "HEAD"), "CI_DEFAULT_BRANCH": "main",
                  "CI_SERVER_HOST": "gitlab.example", "CI_PROJECT_PATH": "cong",
                  "CCHC_PUSH_TOKEN": "the-bai"}  # fmt: skip
        rest = {"PYTHONPATH": str(ROOT / "scripts"), "CCHC_AS_OF": "2026-11-24"}
        return subprocess.run(
            ["bash", "-eo", "pipefail", "-c", script],
            cwd=work,
            env=os.environ | here | gitlab | rest,
            capture_output=True,
            text=True,
            check=False,
        )

    def proposed(self) -> set[str]:
        names = git(self.server, "ls-tree", "-r", "--name-only", BRANCH).splitlines()
        return {Path(name).stem for name in names if "/decisions/" in name}


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


def gitlab_script() -> str:
    raw = files_of(Schedule("/trang", sys.executable), System.GITLAB)[GITLAB_FILE]
    return "\n".join(yaml.safe_load(raw)["de-xuat"]["script"])


def test_two_nights_on_gitlab_and_a_person_between(house: House) -> None:
    house.arrives("4201")
    first = house.night("dem-1", gitlab_script())
    assert first.returncode == 0, first.stderr
    assert house.proposed() == {"4201-qd-ubnd"}
    main = git(house.server, "rev-parse", "main")

    work = house.folder / "nguoi"
    git(house.folder, "clone", "--quiet", "--branch", BRANCH, str(house.server), str(work))
    identify(work)
    (work / "docs/index.md").write_text("# Người xem xét sửa cả trang này\n", encoding="utf-8")
    git(work, "add", "docs")
    git(work, "commit", "--quiet", "-m", "Người xem xét ghi chú")
    git(work, "push", "--quiet")

    quiet = house.night("dem-2", gitlab_script())
    assert quiet.returncode == 0, quiet.stderr
    house.arrives("4202")
    third = house.night("dem-3", gitlab_script())
    assert third.returncode == 0, third.stderr
    assert house.proposed() == {"4201-qd-ubnd", "4202-qd-ubnd"}
    assert "Người xem xét ghi chú" in git(house.server, "log", "--format=%s", BRANCH)
    assert git(house.server, "log", "--format=%s", BRANCH).count("Đề xuất từ các nguồn") == 2
    assert git(house.server, "rev-parse", "main") == main, "không bao giờ tự gộp"


def test_a_source_that_is_down_turns_the_job_red_and_keeps_what_the_others_gave(
    house: House,
) -> None:
    house.arrives("4201")
    (house.source / "hong.pdf").write_bytes(b"%PDF-1.7")
    os.utime(house.source / "hong.pdf", (1, 1))
    night = house.night("dem-1", gitlab_script())
    assert night.returncode != 0
    assert house.proposed() == {"4201-qd-ubnd"}


def test_github_goes_on_with_the_open_branch(house: House) -> None:
    raw = files_of(Schedule("/trang", sys.executable), System.GITHUB)[GITHUB_FILE]
    steps = {each.get("name"): each for each in yaml.safe_load(raw)["jobs"]["de-xuat"]["steps"]}
    go_on = steps["Tiếp tục đề xuất đang chờ, nếu có"]["run"]
    house.arrives("4201")
    propose = f"{go_on}\n.venv/bin/cchc flag || true\ngit add procedures\ngit commit -m x\n"
    first = house.night("dem-1", f"{propose}git push origin {BRANCH}\n")
    assert first.returncode == 0, first.stderr
    second = house.night("dem-2", f"{go_on}\nls procedures/decisions/2026\n")
    assert second.returncode == 0, second.stderr
    assert "4201-qd-ubnd.yml" in second.stdout
