"""A week of the scheduled run, two runs a day over New Year, and the site looked at after each.

Decisions arrive, one takes effect by itself, a source is down for two days, a run is killed, a
post is bad, the disk is full, one day is a holiday: what the public sees is always one whole site.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from cchc.base.clock import VIETNAM
from cchc.cli.main import main
from cchc.publish.nightly.record import Result, Run, StepName
from cchc.publish.nightly.run import Order, run_nightly
from cchc.publish.nightly.run_files import last_beat, last_run
from tests.portals import ROOT, make_portal
from tests.province.decision.description import Entry
from tests.province.decision.make import make
from tests.province.sources.server import Asked, Reply, Site, fetcher, site
from tests.story.test_confirm_story import row
from tests.story.test_flag_story import decision

WHO = "Công chức Văn phòng – Thống kê"
COPIES = Entry("sua_doi", "2.000815", "Thủ tục chứng thực bản sao từ bản chính")
RESIDENCE = Entry("sua_doi", "1.004222", "Đăng ký thường trú")
BIRTH = Entry("sua_doi", "1.001193", "Thủ tục đăng ký khai sinh")
AT_NEW_YEAR = "Điều 2. Quyết định này có hiệu lực từ ngày 01/01/2027."
POST_TEXT = """\
---
date: {}
description: Lịch nghỉ Tết của Ủy ban nhân dân phường.
---
# Nghỉ Tết

Ủy ban nghỉ.
"""
POST = "docs/tin-tuc/posts/2027-01-02-nghi-tet.md"
# The run stops dead while it writes the site's twentieth page.
KILLED = """
import datetime as dt, os, signal, sys
from pathlib import Path
import mkdocs.utils
from cchc.publish.nightly.run import Order, run_nightly
from tests.province.sources.server import fetcher
real, seen = mkdocs.utils.write_file, [0]
def write_file(*arguments):
    seen[0] += 1
    if seen[0] == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments)
mkdocs.utils.write_file = write_file
root, target, moment = sys.argv[1:]
now = dt.datetime.fromisoformat(moment)
order = Order(Path(root), now.date(), target, environ={}, clock=lambda: now, fetcher=fetcher)
run_nightly(order)
"""


@dataclass
class Week:
    """The portal, where it is published, who is told, and the clock that only the test moves."""

    root: Path
    target: Path
    told: Site
    province: Site | None = None
    now: dt.datetime = field(default=dt.datetime(2026, 12, 28, 13, 30, tzinfo=VIETNAM))
    messages: int = 0

    def run(self) -> Run | None:
        """Do the next run, twelve hours after the last."""
        self.now += dt.timedelta(hours=12)
        self.messages = len(self.told.asked)
        environ = {"CCHC_WEBHOOK": self.told.address}
        order = Order(
            self.root,
            self.now.date(),
            str(self.target),
            environ=environ,
            clock=lambda: self.now,
            fetcher=fetcher,
        )
        return run_nightly(order)

    def news(self) -> Any:  # noqa: ANN401 - JSON of any shape
        """Give what the last run told; None where it kept quiet."""
        new = self.told.asked[self.messages :]
        assert len(new) <= 1
        return new[0].json if new else None

    def release(self) -> Path:
        """Give the folder that the public sees."""
        return (self.target / "current").resolve()

    def page(self, code: str) -> str:
        (found,) = (self.target / "current").glob(f"thu-tuc/*/{code}/index.html")
        return found.read_text(encoding="utf-8")

    def day(self) -> str:
        """Tell for which day the site that is seen was built; look whether it is whole."""
        seen = self.target / "current"
        files = [path for path in seen.rglob("*") if path.is_file()]
        assert all(path.stat().st_size for path in files)
        names = {path.relative_to(seen).as_posix() for path in files}
        assert {"index.html", "404.html", "search/rows.json", "thay-doi/atom.xml"} <= names
        for path in files:
            if path.suffix == ".html" and path.name == "index.html":
                assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")
                _links_lead_somewhere(seen, path)
        days = set(re.findall(r"<lastmod>(.*?)</lastmod>", (seen / "sitemap.xml").read_text()))
        (day,) = days
        return str(day)

    def command(self, *words: str) -> None:
        """Do what a person does at the desk, on that day."""
        done = subprocess.run(
            [sys.executable, "-m", "cchc.cli.main", *words],
            cwd=self.root,
            env=os.environ | {"CCHC_AS_OF": self.now.date().isoformat()},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr

    def drop(self, folder: Path, number: str, entry: Entry, effect: str) -> None:
        """Put a decision into the inbox, some time ago."""
        made = make(folder, decision(number, "sua_doi", entry, effect=effect), "docx")
        shutil.copy(made, self.root / "inbox")
        os.utime(self.root / "inbox" / made.name, (1, 1))

    def sources(self, address: str) -> None:
        (self.root / "procedures/sources.yml").write_text(
            "nguon:\n"
            f"- {{ma: tinh, ten: Trang của thành phố, loai: trang, dia_chi: '{address}/page'}}\n"
            "- {ma: hop-thu, ten: Hộp thư, loai: thu_muc, duong_dan: inbox}\n",
            encoding="utf-8",
        )


def _links_lead_somewhere(seen: Path, page: Path) -> None:
    """A half site would link to pages that are not there yet."""
    for link in re.findall(r'href="([^"#:?]+)["#?]', page.read_text(encoding="utf-8")):
        found = (page.parent / link) if not link.startswith("/") else seen / link.lstrip("/")
        assert found.exists(), f"{page.relative_to(seen)} → {link}"


@contextlib.contextmanager
def small_disk(place: Path) -> Iterator[bool]:
    """Make a folder a disk of its own, of 200 MB, where the system lets us; tell whether it did."""
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=200m", "cchc-test", str(place)]
    mounted = sys.platform == "linux" and _quiet(mount)
    try:
        yield mounted
    finally:
        if mounted:
            _quiet(["umount", str(place)])


def _quiet(command: list[str]) -> bool:
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, capture_output=True, check=False).returncode == 0


def fill(disk: Path) -> Path:
    """Write until there is no room left."""
    filler = disk / "day"
    with filler.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(bytes(1 << 20))
    return filler


def province(folder: Path) -> Any:  # noqa: ANN401 - a function of one request
    """Make the city's page of decisions, with one on it."""
    made = make(folder, decision("4300", "sua_doi", BIRTH), "docx").read_bytes()

    def answer(asked: Asked) -> Reply:
        page = f"<table>{row('4300.docx')}</table>".encode()
        return Reply(page if asked.path == "/page" else made)

    return answer


def files(root: Path) -> dict[str, tuple[bytes, int]]:
    every = (path for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in every}


def state(run: Run | None, name: StepName) -> str:
    assert run is not None
    step = run.step(name)
    assert step is not None
    return step.state.value


def keys(pieces: list[dict[str, str]]) -> set[str]:
    return {each["khoa"] for each in pieces}


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Week]:
    root = make_portal(tmp_path / "trang")
    (root / "inbox").mkdir()
    settings = root / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    # With an address the map of the site says for which day each page was made.
    settings.write_text(text.replace('site_url: ""', "site_url: https://huongan.example/"), "utf-8")
    with small_disk(tmp_path / "xuat-ban"), site(lambda _: Reply(b"", 204)) as told:
        yield Week(root, tmp_path / "xuat-ban", told)


def test_a_week(week: Week, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    answer = province(tmp_path)
    with site(answer) as server:
        week.sources(server.address)
        _first_day(week)
        _a_decision_arrives(week, tmp_path)
    _two_days_without_the_source(week, tmp_path)
    with site(answer) as server:
        week.sources(server.address)
        _the_source_is_back(week)
        _a_bad_post(week)
        _a_full_disk(week, capsys)
    records = list((week.root / ".cchc/runs").glob("*.json"))
    assert len(records) == 12, "14 lần, một lần không có gì mới, một lần bị giết"
    assert last_beat(week.root) == week.now


def _first_day(week: Week) -> None:
    first = week.run()
    assert first is not None
    assert first.result is Result.GOOD
    assert week.day() == "2026-12-29"
    assert "xac-nhan:4300/QĐ-UBND" in keys(week.news()["moi"])
    assert "4300" not in week.page("1.001193"), "chưa ai xác nhận thì trang không nói"

    before, release = files(week.root), week.release()
    assert week.run() is None, "không có gì mới"
    assert week.news() is None
    assert (files(week.root), week.release()) == (before, release)


def _a_decision_arrives(week: Week, tmp_path: Path) -> None:
    week.drop(tmp_path, "4301", COPIES, AT_NEW_YEAR)
    run = week.run()
    assert state(run, StepName.SOURCES) == "tot"
    assert week.day() == "2026-12-30"
    told = keys(week.news()["moi"])
    assert "xac-nhan:4301/QĐ-UBND" in told
    assert "xac-nhan:4300/QĐ-UBND" not in told, "tin cũ không nhắc mỗi ngày"
    assert "4301" not in week.page("2.000815")

    week.command("decision", "confirm", "4301", "--by", WHO)
    week.command("apply")
    week.run()
    assert "Sắp có hiệu lực từ 01/01/2027" in week.page("2.000815")
    assert week.day() == "2026-12-30"


def _two_days_without_the_source(week: Week, tmp_path: Path) -> None:
    run = week.run()
    assert run is not None
    assert (run.result, state(run, StepName.SOURCES)) == (Result.FAULTY, "co_loi")
    assert keys(week.news()["moi"]) == {"nguon:tinh"}
    assert "Nguồn “Trang của thành phố” hỏng" in week.news()["noi_dung"]
    assert week.day() == "2026-12-31", "nguồn hỏng không cản trang"

    assert state(week.run(), StepName.SOURCES) == "co_loi"
    assert week.news() is None, "đã báo sáng nay"
    assert week.day() == "2026-12-31"

    week.drop(tmp_path, "4302", RESIDENCE, AT_NEW_YEAR)
    week.run()
    assert week.day() == "2027-01-01"
    assert "Sắp có hiệu lực" not in week.page("2.000815")
    assert "4301/QĐ-UBND" in week.page("2.000815"), "tự có hiệu lực đúng ngày, không ai bấm gì"
    assert keys(week.news()["moi"]) == {"hieu-luc:2.000815@2027-01-01"}, "ngày nghỉ không giục việc"
    assert (week.root / "procedures/decisions/2026/4302-qd-ubnd.yml").is_file()

    before, seen = week.release(), files(week.target)
    week.now += dt.timedelta(hours=12)
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(week.root), str(week.target), week.now.isoformat()],
        env=os.environ | {"PYTHONPATH": os.pathsep.join([str(ROOT / "scripts"), str(ROOT)])},
        check=False,
    )
    assert killed.returncode == -signal.SIGKILL
    assert (week.release(), files(week.target)) == (before, seen)
    assert week.day() == "2027-01-01"


def _the_source_is_back(week: Week) -> None:
    run = week.run()
    assert run is not None
    assert run.result is Result.GOOD
    assert "bị dừng giữa chừng" in run.interrupted
    assert "đang ở bước “Dựng trang”" in run.interrupted
    (over,) = week.news()["da_het"]
    assert "Trang của thành phố" in over
    assert week.day() == "2027-01-02"


def _a_bad_post(week: Week) -> None:
    post = week.root / POST
    post.write_text(POST_TEXT.format("mai"), encoding="utf-8")
    run = week.run()
    assert run is not None
    assert (run.result, state(run, StepName.CHECK)) == (Result.FAULTY, "co_loi")
    (piece,) = week.news()["moi"]
    assert piece["noi_dung"].startswith(f"{POST}:2: lỗi: ngày của bài “mai” không đúng")
    assert state(run, StepName.PUBLISH) == "tot", "bài hỏng để ngoài, các trang khác vẫn xuất bản"
    assert not list(week.target.glob("current/tin-tuc/2027/01/nghi-tet/index.html"))
    assert week.day() == "2027-01-02"

    notices = week.root / "docs/thong-bao.yml"
    good = notices.read_bytes() if notices.exists() else b"thong_bao: []\n"
    notices.write_text("thong_bao: khẩn\n", encoding="utf-8")
    release = week.release()

    run = week.run()
    assert run is not None
    assert (run.result, run.release) == (Result.KEPT_OLD, "")
    assert state(run, StepName.BUILD) == "bo_qua"
    assert "Trang đang hiện vẫn là bản" in week.news()["noi_dung"]
    (piece,) = week.news()["moi"]
    assert piece["noi_dung"].startswith("docs/thong-bao.yml:1: lỗi"), "bài hỏng đã báo hôm qua"
    assert (week.release(), week.day()) == (release, "2027-01-02")

    notices.write_bytes(good)
    post.write_text(POST_TEXT.format("2027-01-02"), encoding="utf-8")
    week.run()
    assert week.day() == "2027-01-03"
    assert list(week.target.glob("current/tin-tuc/2027/01/nghi-tet/index.html"))
    assert len(week.news()["da_het"]) == 2


def _a_full_disk(week: Week, capsys: pytest.CaptureFixture[str]) -> None:
    release = week.release()
    if os.path.ismount(week.target):
        filler = fill(week.target)
        run = week.run()
        assert run is not None
        assert run.result is Result.KEPT_OLD
        assert (week.release(), week.day()) == (release, "2027-01-03")
        told = {each["khoa"]: each["noi_dung"] for each in week.news()["moi"]}
        assert "đĩa đầy" in told["xuat_ban"]
        filler.unlink()
    else:
        with capsys.disabled():
            sys.stdout.write("bước đĩa đầy bị bỏ: máy này không cho gắn tmpfs\n")
        week.run()
        told = {each["khoa"]: "" for each in week.news()["moi"]}
    assert "xac-nhan:4302/QĐ-UBND" in told, "hết ngày nghỉ thì giục việc"
    run = week.run()
    assert run is None or run.result is Result.GOOD
    assert week.day() == "2027-01-04"


def test_the_last_run_is_seen_by_a_person_and_by_a_monitor(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(portal)
    assert main(["status", "--max-age", "36h"]) == 2
    assert "chưa lần chạy nào kết thúc" in capsys.readouterr().out
    day = dt.datetime.now(VIETNAM)
    order = Order(portal, day.date(), "", environ={})
    assert run_nightly(order) is not None
    assert main(["status", "--max-age", "36h"]) == 0
    assert main(["status"]) == 0
    assert "chưa có nơi xuất bản" in capsys.readouterr().out
    assert main(["status", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lan_chay"]["ket_qua"] == "tot"
    long_ago = dt.datetime.now(dt.UTC) - dt.timedelta(days=2)
    (portal / ".cchc/nhip").write_text(f"{long_ago.isoformat()}\n", encoding="utf-8")
    assert main(["status", "--max-age", "36h"]) == 2
    assert "IM LẶNG" in capsys.readouterr().out
    run = last_run(portal)
    assert run is not None
    assert run.result is Result.GOOD
