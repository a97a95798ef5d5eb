"""`cchc office` as a person starts it: once, twice, ended, killed."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from cchc.office.desk.keys import FILE
from tests.portals import ROOT

ADDRESS = re.compile(r"http://127\.0\.0\.1:(\d+)/vao/[\w-]+")
OFFICE = [sys.executable, "-m", "cchc.cli.entry", "office", "--no-browser"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(ROOT / "scripts"), "PYTHONUTF8": "1"}


@contextmanager
def started(portal: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """Start the desk; give its process and the start address that it prints."""
    with subprocess.Popen([*OFFICE, *options], cwd=portal, env=ENVIRONMENT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:  # fmt: skip
        assert process.stdout
        line = process.stdout.readline()
        found = ADDRESS.search(line)
        assert found, line + process.stdout.read()
        try:
            yield process, found[0]
        finally:
            if process.poll() is None:
                process.terminate()
                process.wait(30)


def listens(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def wait_for(what: str, condition: object) -> None:
    assert callable(condition)
    for _ in range(600):
        if condition():
            return
        time.sleep(0.1)
    pytest.fail(what)


def test_a_second_start_finds_the_first(portal: Path) -> None:
    with started(portal, "--no-preview") as (_, address):
        wait_for("bàn làm việc không trả lời", lambda: listens(int(ADDRESS.findall(address)[0])))
        again = subprocess.run(OFFICE, cwd=portal, env=ENVIRONMENT, text=True, timeout=60,
                               capture_output=True, check=False)  # fmt: skip
        assert again.returncode == 0
        assert again.stdout.strip() == f"Bàn làm việc đang mở sẵn: {address}"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_it_ends_cleanly_and_starts_again_at_the_same_place(
    portal: Path, how: signal.Signals
) -> None:
    with started(portal, "--no-preview") as (process, address):
        with httpx.Client(trust_env=False) as client:
            client.get(address)
            cookies = dict(client.cookies)
        process.send_signal(how)
        out, _ = process.communicate(timeout=30)
        assert process.returncode == 0
        assert out.endswith("Đã đóng bàn làm việc.\n")
        assert "Traceback" not in out
    with started(portal, "--no-preview") as (_, later):
        home = later.partition("vao/")[0]
        assert home == address.partition("vao/")[0]
        assert later != address
        # A bookmark of the day before still opens; its start address does not.
        assert httpx.get(home, cookies=cookies, trust_env=False, timeout=60).status_code == 200
        assert httpx.get(address, trust_env=False).status_code == 403


def test_the_preview_shows_drafts_and_ends_with_a_killed_desk(portal: Path) -> None:
    draft = portal / "docs/tin-tuc/posts/2026-11-24-nhap.md"
    draft.write_text("---\ndate: 2026-11-24\ndraft: true\ndescription: Thử.\ncategories:\n"
                     "- Thông báo\n---\n# Bài còn nháp\n\nChữ.\n", encoding="utf-8")  # fmt: skip
    with started(portal) as (process, _):
        port = int(json.loads((portal / FILE).read_bytes())["xem_thu"])
        wait_for("trang xem trước không chạy", lambda: listens(port))
        page = httpx.get(f"http://127.0.0.1:{port}/tin-tuc/", trust_env=False, timeout=60)
        assert "Bài còn nháp" in page.text
        bent = httpx.get(page.url, headers={"Host": "evil.example"}, trust_env=False)
        assert bent.status_code == 403
        assert "Bài còn nháp" not in bent.text
        process.kill()
        process.wait(10)
        wait_for("trang xem trước còn chạy", lambda: not listens(port))


def test_what_keeps_the_preview_from_running_is_told_in_vietnamese(portal: Path) -> None:
    settings = portal / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("ma_co_quan:", "ma_co_qua:"),
                        encoding="utf-8")  # fmt: skip
    with started(portal) as (_, address), httpx.Client(trust_env=False, timeout=60) as client:
        client.get(address)
        preview = f"{address.partition('vao/')[0]}xem-truoc"
        wait_for("không báo lỗi", lambda: "Đang dựng" not in client.get(preview).text)
        page = client.get(preview).text
        assert "Trang xem trước chưa chạy được" in page
        assert "không có mục nào tên như vậy" in page
        assert "Traceback" not in page


def test_a_port_that_is_none_is_refused(portal: Path) -> None:
    for bad in ("80", "x", "99999"):
        done = subprocess.run([*OFFICE, "--port", bad], cwd=portal, env=ENVIRONMENT, text=True,
                              capture_output=True, check=False)  # fmt: skip
        assert done.returncode == 2
        assert "1024" in done.stderr


def test_outside_a_portal_it_says_so(tmp_path: Path) -> None:
    done = subprocess.run(OFFICE, cwd=tmp_path, env=ENVIRONMENT, text=True, capture_output=True,
                          check=False)  # fmt: skip
    assert done.returncode == 2
    assert "không thấy mkdocs.yml" in done.stderr
