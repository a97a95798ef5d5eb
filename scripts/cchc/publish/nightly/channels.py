"""Where reports go: e-mail, a webhook, a file; settings come from the environment."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from cchc.base.faults import told
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.publish.nightly.mail import MailSettings, mail_settings, send_mail
from cchc.publish.nightly.message import Message
from cchc.publish.nightly.webhook import send_webhook

WEBHOOK = "CCHC_WEBHOOK"
FILE = "CCHC_REPORT_FILE"
Send: TypeAlias = Callable[[Message, dt.datetime], None]


@dataclass(frozen=True, slots=True)
class Channel:
    """One way to a person: what it is called, how a message is sent (raises `Refused`, OSError)."""

    name: str
    send: Send


@dataclass(frozen=True, slots=True)
class Delivered:
    """Which channels took the message, and why others did not."""

    names: tuple[str, ...]
    problems: tuple[Problem, ...]


def channels(environ: Mapping[str, str]) -> tuple[tuple[Channel, ...], tuple[Problem, ...]]:
    """Read the channels that are set, and what is wrong with the settings of others."""
    found: list[Channel] = []
    problems: list[Problem] = []
    try:
        mail = mail_settings(environ)
        if mail:
            found.append(_mail(mail))
    except Refused as refused:
        problems += refused.problems
    found += _others(environ)
    return tuple(found), tuple(problems)


def _mail(settings: MailSettings) -> Channel:
    return Channel("thư điện tử", lambda message, now: send_mail(settings, message, now))


def _others(environ: Mapping[str, str]) -> Iterator[Channel]:
    address, file = environ.get(WEBHOOK, "").strip(), environ.get(FILE, "").strip()
    if address:
        yield Channel("webhook", lambda message, _: send_webhook(address, message))
    if file:
        yield Channel("tệp", lambda message, _: _write(Path(file), message))


def _write(path: Path, message: Message) -> None:
    write_atomically(path, f"{message.subject}\n\n{message.text}\n".encode())


def deliver(message: Message, now: dt.datetime, environ: Mapping[str, str]) -> Delivered:
    """Send by every channel; one that fails takes no other with it."""
    every, faults = channels(environ)
    names: list[str] = []
    problems = list(faults)
    for channel in every:
        try:
            channel.send(message, now)
            names.append(channel.name)
        except Refused as refused:
            problems += refused.problems
        except OSError as error:
            problems.append(Problem(channel.name, 0, told(error)))
    return Delivered(tuple(names), tuple(problems))
