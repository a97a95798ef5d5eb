"""A schedule as data, and the files that each system wants of it; pure."""

from __future__ import annotations

import enum
import re
import shlex
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

FORMS = Path(__file__).parent / "forms"
MARK = "Do `cchc schedule` viết; muốn đổi thì chạy lại lệnh ấy."
ENTRY = ("-m", "cchc.cli.entry", "run")
BRANCH = "de-xuat/tu-nguon"
GITHUB_FILE = ".github/workflows/hang-ngay.yml"
GITLAB_FILE = ".gitlab/hang-ngay.yml"
SERVICE, TIMER, TASK = "cchc.service", "cchc.timer", "cchc-lich.xml"
TIME = re.compile(r"([01]\d|2[0-3]):([0-5]\d)")
VIETNAM_HOURS = 7


class System(enum.StrEnum):
    """Whose schedule it is."""

    SYSTEMD = "systemd"
    CRON = "cron"
    WINDOWS = "windows"
    GITHUB = "github"
    GITLAB = "gitlab"


@dataclass(frozen=True, slots=True)
class Schedule:
    """A daily run at `time` (HH:MM in Vietnam): where, by which Python, published where.

    `user` runs it (systemd for the whole machine only), `environment` is a file of its variables.
    """

    root: str
    python: str
    target: str = ""
    time: str = "01:30"
    user: str = ""
    environment: str = "/etc/cchc/moi-truong"

    @property
    def words(self) -> tuple[str, ...]:
        """The command's arguments after the Python."""
        return (*ENTRY, *(("--target", self.target) if self.target else ()))


def files_of(schedule: Schedule, system: System) -> dict[str, bytes]:
    """Give the files of a schedule by name; cron's is the line itself."""
    if system is System.CRON:
        return {"crontab": f"{cron_line(schedule)}\n".encode()}
    if system is System.WINDOWS:
        return {TASK: _filled("task.txt", _windows(schedule), markup=True).encode("utf-16")}
    if system is System.SYSTEMD:
        values = _systemd(schedule)
        names = {SERVICE: "service.txt", TIMER: "timer.txt"}
        return {name: _filled(form, values).encode() for name, form in names.items()}
    name = {System.GITHUB: GITHUB_FILE, System.GITLAB: GITLAB_FILE}[system]
    return {name: _filled(f"{system}.txt", _online(schedule)).encode()}


def cron_line(schedule: Schedule) -> str:
    """Write the one line; its time is the machine's. A % would end the command there."""
    hour, minute = schedule.time.split(":")
    command = shlex.join([schedule.python, *schedule.words])
    line = f"cd {shlex.quote(schedule.root)} && {command} > /dev/null"
    return f"{int(minute)} {int(hour)} * * * {line.replace('%', chr(92) + '%')} # {tag(schedule)}"


def tag(schedule: Schedule) -> str:
    """Give the words by which a portal's own line is found again."""
    return f"cchc schedule: {schedule.root.replace('%', '')}"


def _windows(schedule: Schedule) -> Mapping[str, str]:
    arguments = subprocess.list2cmdline(schedule.words)
    return {
        "python": schedule.python,
        "arguments": arguments,
        "root": schedule.root,
        "time": schedule.time,
    }


def _systemd(schedule: Schedule) -> Mapping[str, str]:
    places = [schedule.root, *([schedule.target] if Path(schedule.target).is_absolute() else [])]
    return {
        "root": schedule.root,
        "time": schedule.time,
        "user": schedule.user,
        "environment": schedule.environment,
        "command": " ".join(
            _quoted(each).replace("$", "$$") for each in (schedule.python, *schedule.words)
        ),
        "writable": " ".join(map(_quoted, places)),
    }


def _quoted(text: str) -> str:
    """Quote one word for a systemd unit: its specifiers, its escapes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%")
    return f'"{escaped}"'


def _online(schedule: Schedule) -> Mapping[str, str]:
    hour, minute = map(int, schedule.time.split(":"))
    return {
        "time": schedule.time,
        "utc_hour": str((hour - VIETNAM_HOURS) % 24),
        "utc_minute": str(minute),
        "branch": BRANCH,
        "gitlab_file": GITLAB_FILE,
    }


def _filled(form: str, values: Mapping[str, str], *, markup: bool = False) -> str:
    # Every command loads this module, one in a hundred fills a form.
    import jinja2  # noqa: PLC0415

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(FORMS),
        autoescape=markup,  # noqa: S701 - only the task of Windows is markup
        trim_blocks=True,
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
    )
    environment.filters["percent"] = lambda text: str(text).replace("%", "%%")
    return environment.get_template(form).render(mark=MARK, **values)
