"""What a web server answered, and the refusal of what is no good answer; pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from cchc.base.problems import Problem, Refused

AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
SUCCESS, REDIRECT = range(200, 300), range(300, 400)
NOT_MODIFIED, FORBIDDEN = 304, (401, 403)
USUAL_PORTS = {"http": ":80", "https": ":443"}
LONGEST_WAIT = 60
BY_HAND = "mở địa chỉ này bằng trình duyệt, tải tệp về rồi bỏ vào thư mục inbox/"
TRIED = "đã thử 3 lần; lần chạy sau thử lại"
INSECURE = "máy chủ chuyển từ https sang http không an toàn; không theo"
SHOWN = 100


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server answered: status, final address, headers (lower case), the decoded body."""

    status: int
    address: str
    headers: Mapping[str, str]
    body: bytes = b""


def checked(answer: Answer) -> Answer:
    """Give a good answer (or 304) back. Raise `Refused` for any other status."""
    if answer.status == NOT_MODIFIED or answer.status in SUCCESS:
        return answer
    if answer.status in FORBIDDEN:
        raise refuse(answer.address, f"máy chủ từ chối ({answer.status}); {BY_HAND}")
    if answer.status in AGAIN:
        raise refuse(answer.address, f"máy chủ đang lỗi ({answer.status}; {TRIED})")
    raise refuse(answer.address, f"máy chủ trả mã {answer.status}; xem lại địa chỉ")


def redirect_of(answer: Answer) -> str:
    """Give where the server sends us on to, as it says it; empty where it does not."""
    return answer.headers.get("location", "") if answer.status in REDIRECT else ""


def next_address(address: str, target: str, allowed: frozenset[str]) -> str:
    """Give the address that a redirect leads to. Raise `Refused` where it must not be followed."""
    try:
        there = urljoin(address, target)
        known = urlsplit(there).scheme in USUAL_PORTS and host_of(there) in allowed
    except ValueError:
        there, known = target, False
    if not known:
        raise refuse(address, f"máy chủ chuyển sang nơi khác ({there[:SHOWN]}); không theo")
    if urlsplit(address).scheme == "https" and urlsplit(there).scheme == "http":
        raise refuse(address, INSECURE)
    return there


def pause_asked(answer: Answer, usual: float) -> float:
    """Give how many seconds to wait before asking again: as the server says, within reason."""
    said = answer.headers.get("retry-after", "")
    return min(float(said), LONGEST_WAIT) if said.isdecimal() else usual


def host_of(address: str) -> str:
    """Give the host of an address, with its port where that is not the usual one.

    Raise `ValueError` where it is no address.
    """
    parts = urlsplit(address)
    host = parts.netloc.rpartition("@")[2].lower()
    return host.removesuffix(USUAL_PORTS.get(parts.scheme, " "))


def refuse(address: str, message: str) -> Refused:
    """Make the refusal of an address; the caller raises it."""
    return Refused([Problem(address, 0, message)])
