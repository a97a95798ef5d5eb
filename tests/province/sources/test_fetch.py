"""Polite and never fooled: limits, retries, redirects, misbehaving servers."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Callable, Iterator

import pytest

from cchc.base.problems import Refused
from cchc.province.sources.answers import Answer, host_of, next_address
from cchc.province.sources.fetch import MAX_BYTES, Fetcher
from tests.province.sources.server import Asked, Clock, Reply, Site, fetcher, site

HTML = b"<html><title>403</title></html>"


def get(
    where: Site, clock: Clock | None = None, *, seconds: float = 5, max_bytes: int = MAX_BYTES
) -> Answer:
    asks = fetcher(clock, seconds=seconds, max_bytes=max_bytes)
    with asks.client:
        return asks.get(f"{where.address}/", ())


def told(
    answer: Callable[[Asked], Reply], *, seconds: float = 5, max_bytes: int = MAX_BYTES
) -> str:
    with site(answer) as where, pytest.raises(Refused) as refused:
        get(where, seconds=seconds, max_bytes=max_bytes)
    return str(refused.value)


def test_good_answer_comes_whole_and_the_client_says_who_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with site(lambda _: Reply("Mọi thứ".encode())) as where:
        asks = Fetcher()
        with asks.client:
            assert asks.get(f"{where.address}/", ()).body.decode() == "Mọi thứ"
        assert where.asked[0].headers["user-agent"].startswith("cchc")


def test_one_request_a_second_to_a_host() -> None:
    clock = Clock()
    with site(lambda _: Reply(b"x")) as where:
        asks = fetcher(clock)
        with asks.client:
            for _ in range(3):
                asks.get(f"{where.address}/", ())
    assert clock.slept == [1.0, 1.0]


@pytest.mark.parametrize("status", [403, 401])
def test_refusal_tells_how_to_do_it_by_hand(status: int) -> None:
    message = told(lambda _: Reply(HTML, status))
    assert f"từ chối ({status})" in message
    assert "inbox/" in message


def test_error_that_passes_is_tried_again() -> None:
    replies = iter(
        [Reply(status=500), Reply(status=503, headers={"Retry-After": "7"}), Reply(b"x")]
    )
    clock = Clock()
    with site(lambda _: next(replies)) as where:
        assert get(where, clock).body == b"x"
    assert 7.0 in clock.slept


def test_error_that_stays_is_told_after_three_tries() -> None:
    with site(lambda _: Reply(status=500)) as where, pytest.raises(Refused, match="500"):
        get(where)
    assert len(where.asked) == 3


def test_endless_wait_is_cut_short() -> None:
    clock = Clock()
    reply = Reply(status=429, headers={"Retry-After": "99999"})
    with site(lambda _: reply) as where, pytest.raises(Refused, match="429"):
        get(where, clock)
    assert max(clock.slept) <= 60


def test_silent_server_is_not_waited_for() -> None:
    still = threading.Event()

    def silent(_: Asked) -> Reply:
        still.wait(5)
        return Reply()

    try:
        assert "không trả lời kịp" in told(silent, seconds=0.05)
    finally:
        still.set()


def test_body_that_drips_for_ever_is_not_waited_for() -> None:
    clock = Clock()

    def drops() -> Iterator[bytes]:
        for _ in range(100):
            clock.now += 50
            yield b"x"

    with site(lambda _: Reply(stream=drops())) as where, pytest.raises(Refused, match="kịp"):
        get(where, clock)


def test_nobody_there() -> None:
    with site(lambda _: Reply()) as where:
        pass
    with pytest.raises(Refused, match="không kết nối được"):
        get(where)


def test_connection_cut_in_the_middle() -> None:
    assert "bị cắt" in told(lambda _: Reply(b"half", length=1000))


def test_huge_body_is_stopped_early() -> None:
    def pieces() -> Iterator[bytes]:
        for _ in range(500):
            yield b"\0" * (1 << 20)

    with site(lambda _: Reply(stream=pieces())) as where, pytest.raises(Refused, match="1 MB"):
        get(where, max_bytes=1 << 20)
    assert where.sent < 50 * (1 << 20)


def test_packed_bomb_is_measured_unpacked() -> None:
    packed = gzip.compress(b"\0" * (20 << 20))
    reply = Reply(packed, headers={"Content-Encoding": "gzip"})
    assert "lớn hơn 1 MB" in told(lambda _: reply, max_bytes=1 << 20)


@pytest.mark.parametrize("packing", ["gzip, gzip", "br", "zstd"])
def test_packing_that_hides_a_bomb_is_not_unpacked(packing: str) -> None:
    packed = gzip.compress(gzip.compress(b"\0" * (20 << 20)))
    reply = Reply(packed, headers={"Content-Encoding": packing})
    assert "nén theo cách không nhận" in told(lambda _: reply, max_bytes=1 << 20)


def test_redirect_on_the_same_host_is_followed() -> None:
    def answer(asked: Asked) -> Reply:
        moved = {"Location": "/moi"}
        return Reply(b"x") if asked.path == "/moi" else Reply(status=302, headers=moved)

    with site(answer) as where:
        assert get(where).address.endswith("/moi")


@pytest.mark.parametrize(
    "target", ["https://example.org/a.pdf", "file:///etc/passwd", "//evil/x", "http://[x"]
)
def test_redirect_elsewhere_is_not_followed(target: str) -> None:
    assert "nơi khác" in told(lambda _: Reply(status=302, headers={"Location": target}))


def test_redirect_in_a_ring_ends() -> None:
    assert "chuyển hướng mãi" in told(lambda _: Reply(status=301, headers={"Location": "/"}))


def test_odd_bytes_for_an_answer() -> None:
    assert told(lambda _: Reply(b"khong phai gzip", headers={"Content-Encoding": "gzip"}))


def test_strange_wait_is_no_wait() -> None:
    replies = iter([Reply(status=503, headers={"Retry-After": "\u00b2"}), Reply(b"x")])
    with site(lambda _: next(replies)) as where:
        assert get(where).body == b"x"


def test_two_hosts_do_not_wait_for_each_other() -> None:
    clock = Clock()
    with site(lambda _: Reply(b"x")) as one, site(lambda _: Reply(b"x")) as other:
        asks = fetcher(clock)
        with asks.client:
            asks.get(one.address, ())
            asks.get(other.address, ())
    assert clock.slept == []


def test_no_secure_connection_is_told_as_such() -> None:
    with site(lambda _: Reply(b"x")) as where:
        where.address = where.address.replace("http:", "https:")
        with pytest.raises(Refused, match="kết nối an toàn"):
            get(where)


def test_redirect_from_https_to_http_is_not_followed() -> None:
    with pytest.raises(Refused, match="không an toàn"):
        next_address("https://h/a", "http://h/a", frozenset({"h"}))


def test_usual_port_is_the_same_host() -> None:
    assert host_of("https://Ai@H.vn:443/x") == host_of("https://h.vn/") == "h.vn"
    assert host_of("http://h.vn:443/") == "h.vn:443"
