"""Asking a web server politely: one request a second, limits on time and size, few retries.

Nothing is followed to another host than those allowed: what a page links to is not ours to trust.
The allowed hosts are named by a person, so what they resolve to is not asked.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

import httpx

from cchc.province.sources.answers import (
    AGAIN,
    BY_HAND,
    TRIED,
    Answer,
    checked,
    host_of,
    next_address,
    pause_asked,
    redirect_of,
    refuse,
)

MAX_BYTES = 50 * 1024 * 1024
MAX_SECONDS = 120
MAX_REDIRECTS = 5
TRIES = 3
PAUSE = 1.0
TIMEOUT = httpx.Timeout(connect=15, read=30, write=30, pool=15)
AGENT = "cchc (trang thong tin thu tuc hanh chinh cua phuong)"
# Packed twice, or by a method that packs a million to one, a chunk fills the memory unpacked.
PACKINGS = frozenset({"", "identity", "gzip", "deflate"})
HEADERS = {"User-Agent": AGENT, "Accept-Encoding": "gzip, deflate"}
NOT_HTTP = "máy chủ trả lời không đúng giao thức HTTP"


class TooLateError(Exception):
    """The answer did not come whole in the time allowed."""


def new_client() -> httpx.Client:
    """Make a client that checks certificates, says who it is, and follows nothing by itself."""
    return httpx.Client(timeout=TIMEOUT, headers=HEADERS)


@dataclass
class Fetcher:
    """One client for a run; `sleep` and `clock` (seconds) may be another's in tests."""

    client: httpx.Client = field(default_factory=new_client)
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    max_bytes: int = MAX_BYTES
    _asked: dict[str, float] = field(default_factory=dict)

    def get(
        self, address: str, hosts: Iterable[str], headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Get an address, following redirects to allowed hosts. Raise `Refused` with the reason."""
        allowed = frozenset((*hosts, host_of(address)))
        for _ in range(MAX_REDIRECTS):
            answer = self._ask("GET", address, headers=dict(headers or {}))
            target = redirect_of(answer)
            if not target:
                return checked(answer)
            address = next_address(address, target, allowed)
        raise refuse(address, "máy chủ chuyển hướng mãi không dừng")

    def post(self, address: str, **content: Any) -> Answer:  # noqa: ANN401 - httpx's own
        """Post a form (`data`) or JSON (`json`). Raise `Refused` with the reason."""
        return checked(self._ask("POST", address, **content))

    def _ask(self, method: str, address: str, **rest: Any) -> Answer:  # noqa: ANN401
        for last in [False] * (TRIES - 1) + [True]:
            self._wait(host_of(address))
            try:
                answer = self._once(method, address, **rest)
            except (httpx.TransportError, TooLateError) as error:
                if last:
                    raise refuse(address, f"{_reason(error)} ({TRIED})") from None
                self.sleep(PAUSE * 2)
                continue
            except (httpx.HTTPError, httpx.InvalidURL, UnicodeError):
                raise refuse(address, NOT_HTTP) from None
            if answer.status not in AGAIN or last:
                return answer
            self.sleep(pause_asked(answer, PAUSE * 2))
        raise AssertionError

    def _once(self, method: str, address: str, **rest: Any) -> Answer:  # noqa: ANN401
        began = self.clock()
        with self.client.stream(method, address, **rest) as response:
            headers = {key.lower(): value for key, value in response.headers.items()}
            if headers.get("content-encoding", "").strip().lower() not in PACKINGS:
                raise refuse(address, f"máy chủ nén theo cách không nhận; {BY_HAND}")
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > self.max_bytes:
                    size = self.max_bytes // (1024 * 1024)
                    raise refuse(address, f"nội dung lớn hơn {size} MB, đã dừng tải; {BY_HAND}")
                if self.clock() - began > MAX_SECONDS:
                    raise TooLateError
            return Answer(response.status_code, address, headers, bytes(body))

    def _wait(self, host: str) -> None:
        left = self._asked.get(host, -PAUSE) + PAUSE - self.clock()
        if left > 0:
            self.sleep(left)
        self._asked[host] = self.clock()


def _reason(error: Exception) -> str:
    if isinstance(error, (httpx.TimeoutException, TooLateError)):
        return "máy chủ không trả lời kịp"
    if isinstance(error, httpx.RemoteProtocolError):
        return "máy chủ ngắt giữa chừng, nội dung bị cắt"
    if isinstance(error, httpx.ConnectError) and "SSL" in str(error).upper():
        return "không lập được kết nối an toàn (chứng thư của máy chủ hết hạn, sai tên?)"
    return "không kết nối được máy chủ (mất mạng, sai địa chỉ?)"
