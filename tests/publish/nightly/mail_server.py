"""A real SMTP server on 127.0.0.1 (aiosmtpd), with a certificate of its own and a password."""

from __future__ import annotations

import asyncio
import contextlib
import ssl
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import trustme
from aiosmtpd.smtp import SMTP, AuthResult, Envelope, LoginPassword, Session

USER, PASSWORD = "bao-tin", "mat khau dai"


@dataclass
class Box:
    """What the server took: receivers and message; whether the sender had logged in."""

    port: int = 0
    certificate: str = ""
    mails: list[tuple[tuple[str, ...], EmailMessage]] = field(default_factory=list)
    known: list[bool] = field(default_factory=list)

    # aiosmtpd finds its hooks by these names.
    async def handle_DATA(  # noqa: N802
        self, _server: SMTP, session: Session, envelope: Envelope
    ) -> str:
        assert isinstance(envelope.content, bytes)
        mail = message_from_bytes(envelope.content, policy=policy.default)
        assert isinstance(mail, EmailMessage)
        self.mails.append((tuple(envelope.rcpt_tos), mail))
        self.known.append(session.authenticated is True)
        return "250 OK"

    async def handle_RCPT(  # noqa: N802
        self,
        _server: SMTP,
        _session: Session,
        envelope: Envelope,
        address: str,
        _options: list[str],
    ) -> str:
        if address.startswith("khong-co@"):
            return "550 no such user"
        envelope.rcpt_tos.append(address)
        return "250 OK"


def environment(box: Box, **more: str) -> dict[str, str]:
    """Give the settings that send to this server."""
    settings = {"HOST": "127.0.0.1", "PORT": str(box.port), "FROM": "trang@huongan.example",
                "TO": "vanphong@huongan.example", "CA": box.certificate}  # fmt: skip
    return {f"CCHC_SMTP_{key}": value for key, value in (settings | more).items()}


@contextlib.contextmanager
def mail_server(folder: Path, security: str) -> Iterator[Box]:
    """Serve until the test ends: `none`, `starttls` (required, with a password), or `tls`."""
    authority = trustme.CA()
    box = Box(certificate=str(folder / "ca.pem"))
    authority.cert_pem.write_to_path(box.certificate)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    authority.issue_cert("127.0.0.1").configure_cert(context)
    options: dict[str, Any] = {"authenticator": _known, "auth_require_tls": False}
    if security == "starttls":
        options |= {"tls_context": context, "require_starttls": True}
        options |= {"auth_require_tls": True, "auth_required": True}
    over_tls = context if security == "tls" else None
    # A loop of its own thread: a browser's may be running in this one.
    with ThreadPoolExecutor(1) as thread:
        begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]] = Future()
        ended = thread.submit(asyncio.run, _serve(box, options, over_tls, begun))
        loop, stop = begun.result()
        try:
            yield box
        finally:
            loop.call_soon_threadsafe(stop.set)
            ended.result()


async def _serve(
    box: Box,
    options: dict[str, Any],
    over_tls: ssl.SSLContext | None,
    begun: Future[tuple[asyncio.AbstractEventLoop, asyncio.Event]],
) -> None:
    loop, stop = asyncio.get_running_loop(), asyncio.Event()
    server = await loop.create_server(
        lambda: SMTP(box, hostname="127.0.0.1", loop=loop, **options), "127.0.0.1", 0, ssl=over_tls
    )
    box.port = server.sockets[0].getsockname()[1]
    begun.set_result((loop, stop))
    await stop.wait()
    server.close()
    # What still hangs on a line ends before the loop goes; `asyncio.run` cancels the rest.
    await asyncio.sleep(0.05)


def _known(
    _server: SMTP, _session: Session, _envelope: Envelope, _how: str, data: object
) -> AuthResult:
    right = isinstance(data, LoginPassword) and data == LoginPassword(
        USER.encode(), PASSWORD.encode()
    )
    return AuthResult(success=right, handled=right)
