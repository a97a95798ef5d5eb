"""Putting a schedule where its system looks for it, and taking it away again."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.publish.schedule.schedule import (
    MARK,
    TASK,
    TIMER,
    Schedule,
    System,
    cron_line,
    files_of,
    tag,
)

FOREIGN = "tệp này không do `cchc schedule` viết; đổi tên hoặc xóa nó rồi chạy lại"
BY_HAND = {
    System.GITHUB: (
        "đưa tệp ấy vào kho; tạo môi trường hang-ngay, đặt CCHC_TARGET và nơi nhận tin ở đó",
        "cho phép Actions mở yêu cầu xem xét: Settings → Actions → General → Workflow permissions",
    ),
    System.GITLAB: ("đưa tệp ấy vào kho, thêm dòng include và đặt lịch như đầu tệp ấy nói",),
}
TASK_NAME = "Trang cai cach hanh chinh"


@dataclass(frozen=True, slots=True)
class Placed:
    """What was done, and what a person still has to do, as lines to print."""

    done: tuple[str, ...]
    to_do: tuple[str, ...] = ()


def install(schedule: Schedule, system: System) -> Placed:
    """Put the schedule in its place. Raise `Refused` where something of others is in the way."""
    if system is System.CRON:
        return _cron(schedule, add=True)
    paths = tuple(_put(path, content) for path, content in _paths(schedule, system).items())
    done = tuple(f"đã ghi {path}" for path in paths)
    told = _told(done, _commands(schedule, system, install=True))
    return Placed(told.done, (*told.to_do, *BY_HAND.get(system, ())))


def remove(schedule: Schedule, system: System) -> Placed:
    """Take it away; only what carries our mark goes."""
    if system is System.CRON:
        return _cron(schedule, add=False)
    commands = _commands(schedule, system, install=False)
    told = _told((), commands)
    gone = [path for path in _paths(schedule, system) if _drop(path)]
    return Placed((*told.done, *(f"đã xóa {path}" for path in gone)), told.to_do)


def _paths(schedule: Schedule, system: System) -> dict[Path, bytes]:
    folder = _folder(schedule, system)
    return {folder / name: content for name, content in files_of(schedule, system).items()}


def _folder(schedule: Schedule, system: System) -> Path:
    if system is System.SYSTEMD:
        units = Path(os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config") / "systemd/user"
        return Path("/etc/systemd/system") if schedule.user else units
    root = Path(schedule.root)
    return root / ".cchc" if system is System.WINDOWS else root


def _put(path: Path, content: bytes) -> Path:
    if path.exists() and not _is_ours(path):
        raise Refused([Problem(str(path), 0, FOREIGN)])
    write_atomically(path, content)
    return path


def _drop(path: Path) -> bool:
    if not path.exists():
        return False
    if not _is_ours(path):
        raise Refused([Problem(str(path), 0, FOREIGN)])
    path.unlink()
    return True


def _is_ours(path: Path) -> bool:
    raw = path.read_bytes()
    return MARK.encode() in raw or MARK.encode("utf-16-le") in raw


def _commands(schedule: Schedule, system: System, *, install: bool) -> list[list[str]]:
    """List what has to be run so that the system sees the change."""
    if system is System.SYSTEMD:
        control = ["systemctl", *([] if schedule.user else ["--user"])]
        if install:
            return [[*control, "daemon-reload"], [*control, "enable", "--now", TIMER]]
        # Before its file goes: afterwards the system no longer knows what to switch off.
        return [[*control, "disable", "--now", TIMER]]
    if system is System.WINDOWS:
        file = str(Path(schedule.root) / ".cchc" / TASK)
        add = ["schtasks", "/Create", "/F", "/TN", TASK_NAME, "/XML", file]
        return [add if install else ["schtasks", "/Delete", "/F", "/TN", TASK_NAME]]
    return []


def _told(done: tuple[str, ...], commands: list[list[str]]) -> Placed:
    """Run the commands where the program is there; what could not be run is told to be."""
    left = tuple(subprocess.list2cmdline(each) for each in commands if not _ran(each))
    return Placed(done, left)


def _ran(command: list[str]) -> bool:
    program = shutil.which(command[0])
    if program is None:
        return False
    # The program is the system's own, its arguments ours.
    made = subprocess.run([program, *command[1:]], capture_output=True, check=False)  # noqa: S603
    return made.returncode == 0


def _cron(schedule: Schedule, *, add: bool) -> Placed:
    program = shutil.which("crontab")
    line = cron_line(schedule)
    if program is None:
        what = "thêm dòng này vào" if add else "xóa dòng này khỏi"
        return Placed((), (f"máy không có lệnh crontab; {what} bảng giờ: {line}",))
    before = subprocess.run([program, "-l"], capture_output=True, text=True, check=False)  # noqa: S603
    kept = [each for each in before.stdout.splitlines() if not each.endswith(f"# {tag(schedule)}")]
    text = "".join(f"{each}\n" for each in (*kept, *([line] if add else [])))
    subprocess.run([program, "-"], input=text, text=True, check=True)  # noqa: S603
    return Placed((f"{'đã thêm vào' if add else 'đã xóa khỏi'} crontab: {line}",))
