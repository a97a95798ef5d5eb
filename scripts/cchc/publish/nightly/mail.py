"""The report by e-mail: settings from the environment, a password never over a bare line."""

from __future__ import annotations

import datetime as dt
import enum
import smtplib
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from email.headerregistry import Address
from email.message import EmailMessage
from email.utils import format_datetime, make_msgid
from pathlib import Path

from cchc.base.problems import Problem, Refused
from cchc.publish.nightly.message import Message

PREFIX = "CCHC_SMTP_"
SECONDS = 30


class Security(enum.StrEnum):
    """How the line to the mail server is closed: after STARTTLS, from the start, not at all."""

    STARTTLS = "starttls"
    TLS = "tls"
    NONE = "none"


PORTS = {Security.STARTTLS: 587, Security.TLS: 465, Security.NONE: 25}


@dataclass(frozen=True, slots=True)
class MailSettings:
    """Where and how mail is sent; `authority`: a file of the certificates to trust."""

    host: str
    port: int
    security: Security
    user: str
    password: str
    sender: str
    receivers: tuple[str, ...]
    authority: str = ""


def mail_settings(environ: Mapping[str, str]) -> MailSettings | None:
    """Read CCHC_SMTP_*; None where no host is set. Raise `Refused` with every fault."""
    host = _get(environ, "HOST")
    if not host:
        return None
    chosen = _get(environ, "SECURITY").lower() or Security.STARTTLS.value
    if chosen not in set(Security):
        raise _refuse("SECURITY", f"“{chosen}” không dùng được; chọn starttls, tls hoặc none")
    security = Security(chosen)
    settings = MailSettings(
        host=host,
        port=_port(_get(environ, "PORT"), PORTS[security]),
        security=security,
        user=_get(environ, "USER"),
        password=_password(environ),
        sender=_address("FROM", _get(environ, "FROM")),
        receivers=tuple(_address("TO", each) for each in _get(environ, "TO").split(",")),
        authority=_get(environ, "CA"),
    )
    if settings.user and security is Security.NONE:
        raise _refuse("SECURITY", "có USER thì phải mã hóa đường truyền; đặt starttls hoặc tls")
    if not f"{settings.user}{settings.password}".isascii():
        raise _refuse(
            "PASSWORD", "tên hay mật khẩu có dấu thì nhiều máy chủ thư không nhận; đặt lại"
        )
    return settings


def _get(environ: Mapping[str, str], name: str) -> str:
    return environ.get(PREFIX + name, "").strip()


def _refuse(name: str, message: str) -> Refused:
    return Refused([Problem(PREFIX + name, 0, message)])


def _port(text: str, default: int) -> int:
    if text and not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):  # noqa: PLR2004
        raise _refuse("PORT", f"“{text}” không phải số cổng; ví dụ 587")
    return int(text) if text else default


def _address(name: str, text: str) -> str:
    """Take one address; a line break in it would be a header of somebody else's."""
    try:
        parsed = Address(addr_spec=text.strip())
    except (ValueError, IndexError):
        parsed = Address()
    if not (parsed.username and parsed.domain):
        raise _refuse(name, f"“{text}” không phải địa chỉ thư; viết như vanphong@example.vn")
    return parsed.addr_spec


def _password(environ: Mapping[str, str]) -> str:
    """Read the password itself or from a file that only the service may read."""
    file = _get(environ, "PASSWORD_FILE")
    if not file:
        return environ.get(PREFIX + "PASSWORD", "")
    try:
        return Path(file).read_text(encoding="utf-8").rstrip("\r\n")
    except (OSError, UnicodeError):
        raise _refuse("PASSWORD_FILE", f"không đọc được tệp {file}; xem đường dẫn, quyền") from None


def send_mail(settings: MailSettings, message: Message, now: dt.datetime) -> None:
    """Send one message to every receiver. Raise `Refused` with the reason, in Vietnamese."""
    mail = _mail(settings, message, now)
    try:
        with _connect(settings) as server:
            if settings.user:
                server.login(settings.user, settings.password)
            refused = server.send_message(mail)
    except (smtplib.SMTPException, OSError) as error:
        raise Refused([Problem("thư điện tử", 0, _reason(settings, error))]) from None
    if refused:
        who = ", ".join(refused)
        raise Refused([Problem("thư điện tử", 0, f"máy chủ thư không nhận địa chỉ: {who}")])


def _mail(settings: MailSettings, message: Message, now: dt.datetime) -> EmailMessage:
    mail = EmailMessage()
    mail["Subject"] = " ".join(message.subject.split())
    mail["From"] = settings.sender
    mail["To"] = ", ".join(settings.receivers)
    mail["Date"] = format_datetime(now)
    mail["Message-ID"] = make_msgid(domain=settings.sender.rpartition("@")[2])
    # No holiday reply comes back to a machine.
    mail["Auto-Submitted"] = "auto-generated"
    mail.set_content(message.text)
    return mail


def _connect(settings: MailSettings) -> smtplib.SMTP:
    place = (settings.host, settings.port)
    if settings.security is Security.TLS:
        return smtplib.SMTP_SSL(*place, timeout=SECONDS, context=_trusted(settings))
    server = smtplib.SMTP(*place, timeout=SECONDS)
    if settings.security is Security.STARTTLS:
        try:
            server.starttls(context=_trusted(settings))
        except BaseException:
            server.close()
            raise
    return server


def _trusted(settings: MailSettings) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=settings.authority or None)


def _reason(settings: MailSettings, error: Exception) -> str:
    where = f"{settings.host}:{settings.port}"
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"{where}: chứng thư của máy chủ thư không tin được; đặt {PREFIX}CA hoặc sửa máy chủ"
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return f"{where}: máy chủ thư không nhận tên hay mật khẩu; xem {PREFIX}USER, PASSWORD"
    if isinstance(error, smtplib.SMTPNotSupportedError):
        return f"{where}: máy chủ thư không có STARTTLS hay đăng nhập; xem {PREFIX}SECURITY"
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return f"{where}: máy chủ thư không nhận địa chỉ nào trong {PREFIX}TO"
    if isinstance(error, smtplib.SMTPException):
        return f"{where}: máy chủ thư từ chối ({error})"
    return f"{where}: không nối được máy chủ thư ({error}); xem {PREFIX}HOST, PORT"
