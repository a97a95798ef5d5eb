"""Asking a web server politely: one request a second, limits on time and size, few retries.

Nothing is followed to another host than those allowed: what a page links to is not ours to trust.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpx

from cchc.base.problems import Problem, Refused

MAX_BYTES = 50 * 1024 * 1024
MAX_SECONDS = 120
MAX_REDIRECTS = 5
TRIES = 3
PAUSE = 1.0
LONGEST_WAIT = 60
TIMEOUT = httpx.Timeout(connect=15, read=30, write=30, pool=15)
AGENT = "cchc (trang thong tin thu tuc hanh chinh cua phuong)"
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
BY_HAND = "mở địa chỉ này bằng trình duyệt, tải tệp về rồi bỏ vào thư mục inbox/"
NOT_MODIFIED, FORBIDDEN = 304, (401, 403)
TRIED = "đã thử 3 lần; lần chạy sau thử lại"


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, final address, headers (lower case), the decoded body."""

    status: int
    address: str
    headers: Mapping[str, str]
    body: bytes = b""


class TooLateError(Exception):
    """The answer did not come whole in the time allowed."""


@dataclass
class Fetcher:
    """One client for a run; `sleep` and `clock` (seconds) may be another's in tests."""

    client: httpx.Client = field(
        default_factory=lambda: httpx.Client(timeout=TIMEOUT, headers={"User-Agent": AGENT})
    )
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    max_bytes: int = MAX_BYTES
    _asked: dict[str, float] = field(default_factory=dict)

    def get(
        self, address: str, hosts: Iterable[str], headers: Mapping[str, str] | None = None
    ) -> Answer:
        """Get an address, following redirects to allowed hosts. Raise `Refused` with the reason."""
        allowed = {*hosts, host_of(address)}
        for _ in range(MAX_REDIRECTS):
            answer = self._ask("GET", address, headers=dict(headers or {}))
            target = answer.headers.get("location")
            if not (300 <= answer.status < 400 and target):  # noqa: PLR2004 - HTTP's own
                return checked(answer)
            address = _next(address, target, allowed)
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
                raise refuse(address, "máy chủ trả lời không đúng giao thức HTTP") from None
            if answer.status not in AGAIN or last:
                return answer
            self.sleep(_retry_after(answer))
        raise AssertionError

    def _once(self, method: str, address: str, **rest: Any) -> Answer:  # noqa: ANN401
        began = self.clock()
        with self.client.stream(method, address, **rest) as response:
            body = bytearray()
            for chunk in response.iter_bytes():
                body += chunk
                if len(body) > self.max_bytes:
                    size = self.max_bytes // (1024 * 1024)
                    raise refuse(address, f"nội dung lớn hơn {size} MB, đã dừng tải; {BY_HAND}")
                if self.clock() - began > MAX_SECONDS:
                    raise TooLateError
            headers = {key.lower(): value for key, value in response.headers.items()}
            return Answer(response.status_code, address, headers, bytes(body))

    def _wait(self, host: str) -> None:
        left = self._asked.get(host, -PAUSE) + PAUSE - self.clock()
        if left > 0:
            self.sleep(left)
        self._asked[host] = self.clock()


def checked(answer: Answer) -> Answer:
    """Give a good answer (or 304) back. Raise `Refused` for any other status."""
    if answer.status == NOT_MODIFIED or httpx.codes.is_success(answer.status):
        return answer
    if answer.status in FORBIDDEN:
        raise refuse(answer.address, f"máy chủ từ chối ({answer.status}); {BY_HAND}")
    if answer.status in AGAIN:
        raise refuse(answer.address, f"máy chủ đang lỗi ({answer.status}; {TRIED})")
    raise refuse(answer.address, f"máy chủ trả mã {answer.status}; xem lại địa chỉ")


def host_of(address: str) -> str:
    """Give the host of an address, with its port where it has one."""
    return urlsplit(address).netloc.rpartition("@")[2].lower()


def refuse(address: str, message: str) -> Refused:
    """Make the refusal of an address; the caller raises it."""
    return Refused([Problem(address, 0, message)])


def _next(address: str, target: str, allowed: set[str]) -> str:
    there = urljoin(address, target)
    if urlsplit(there).scheme not in {"http", "https"} or host_of(there) not in allowed:
        raise refuse(address, f"máy chủ chuyển sang nơi khác ({there[:100]}); không theo")
    if urlsplit(address).scheme == "https" and urlsplit(there).scheme == "http":
        raise refuse(address, "máy chủ chuyển từ https sang http không an toàn; không theo")
    return there


def _retry_after(answer: Answer) -> float:
    said = answer.headers.get("retry-after", "")
    return min(float(said), LONGEST_WAIT) if said.isdigit() else PAUSE * 2


def _reason(error: Exception) -> str:
    if isinstance(error, (httpx.TimeoutException, TooLateError)):
        return "máy chủ không trả lời kịp"
    if isinstance(error, httpx.RemoteProtocolError):
        return "máy chủ ngắt giữa chừng, nội dung bị cắt"
    return "không kết nối được máy chủ (mất mạng, sai địa chỉ?)"
