"""The webhook against a real server, the file, and several channels of which one fails."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.publish.nightly.channels import FILE, WEBHOOK, deliver
from cchc.publish.nightly.message import Message
from tests.province.sources.server import Asked, Reply, site

NOW = dt.datetime(2026, 11, 23, 18, 40, tzinfo=dt.UTC)
MESSAGE = Message("24/11/2026: 1 điều hỏng", "Nguồn “Trang” hỏng", {"ket_qua": "co_loi"})


def taken(_asked: Asked) -> Reply:
    return Reply(b"", 204)


def test_the_webhook_gets_json() -> None:
    with site(taken) as server:
        sent = deliver(MESSAGE, NOW, {WEBHOOK: f"{server.address}/tin"})
    assert (sent.names, sent.problems) == (("webhook",), ())
    (asked,) = server.asked
    assert (asked.method, asked.path) == ("POST", "/tin")
    assert asked.headers["content-type"] == "application/json"
    assert asked.json == {"tieu_de": MESSAGE.subject, "noi_dung": MESSAGE.text, "ket_qua": "co_loi"}


def test_a_webhook_that_refuses_is_told_without_its_secret() -> None:
    with site(lambda _: Reply(b"", 403)) as server:
        sent = deliver(MESSAGE, NOW, {WEBHOOK: f"{server.address}/bi-mat"})
    assert sent.names == ()
    (problem,) = sent.problems
    assert "127.0.0.1 trả lời 403" in problem.message
    assert "bi-mat" not in str(problem)


def test_a_webhook_is_not_followed_elsewhere() -> None:
    with (
        site(taken) as other,
        site(lambda _: Reply(b"", 302, {"Location": other.address})) as first,
    ):
        sent = deliver(MESSAGE, NOW, {WEBHOOK: first.address})
    assert "trả lời 302" in sent.problems[0].message
    assert other.asked == []


def test_one_channel_that_fails_takes_no_other_with_it(tmp_path: Path) -> None:
    file = tmp_path / "tin.txt"
    environ = {"CCHC_SMTP_HOST": "127.0.0.1", WEBHOOK: "khong-phai-dia-chi", FILE: str(file)}
    sent = deliver(MESSAGE, NOW, environ)
    assert sent.names == ("tệp",)
    assert {each.path for each in sent.problems} == {"CCHC_SMTP_FROM", "webhook"}
    assert file.read_text(encoding="utf-8") == f"{MESSAGE.subject}\n\n{MESSAGE.text}\n"


def test_no_channel_is_no_fault() -> None:
    assert deliver(MESSAGE, NOW, {}).problems == ()
