"""The report by e-mail, against a real SMTP server on 127.0.0.1."""

from __future__ import annotations

import datetime as dt
import socket
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.publish.nightly.mail import mail_settings, send_mail
from cchc.publish.nightly.message import Message
from tests.publish.nightly.mail_server import PASSWORD, USER, environment, mail_server

NOW = dt.datetime(2026, 11, 23, 18, 40, tzinfo=dt.UTC)
MESSAGE = Message(
    "[Trang phường] 24/11/2026: 1 điều hỏng", "Nguồn “Trang” hỏng: không nối được", {}
)
KNOWN = {"USER": USER, "PASSWORD": PASSWORD}


def send(environ: dict[str, str]) -> None:
    settings = mail_settings(environ)
    assert settings is not None
    send_mail(settings, MESSAGE, NOW)


@pytest.mark.parametrize("security", ["starttls", "tls"])
def test_it_arrives_over_a_closed_line(tmp_path: Path, security: str) -> None:
    with mail_server(tmp_path, security) as box:
        to = "vanphong@huongan.example, chutich@huongan.example"
        send(environment(box, SECURITY=security, TO=to, **KNOWN))
    ((receivers, mail),) = box.mails
    assert receivers == ("vanphong@huongan.example", "chutich@huongan.example")
    assert mail["Subject"] == MESSAGE.subject
    assert mail["From"] == "trang@huongan.example"
    assert mail["Auto-Submitted"] == "auto-generated"
    assert mail["Date"].datetime == NOW
    assert mail.get_content().strip() == MESSAGE.text
    assert box.known == [True]


def test_without_a_password_a_bare_line_of_the_house_is_enough(tmp_path: Path) -> None:
    with mail_server(tmp_path, "none") as box:
        send(environment(box, SECURITY="none"))
    assert [mail["Subject"] for _, mail in box.mails] == [MESSAGE.subject]


def test_the_password_may_be_in_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "mat-khau"
    secret.write_text(f"{PASSWORD}\n", encoding="utf-8")
    with mail_server(tmp_path, "starttls") as box:
        send(environment(box, USER=USER, PASSWORD_FILE=str(secret)))
    assert len(box.mails) == 1


def refusal(environ: dict[str, str]) -> str:
    with pytest.raises(Refused) as caught:
        send(environ)
    return str(caught.value)


def test_a_wrong_password_is_told_and_never_shown(tmp_path: Path) -> None:
    with mail_server(tmp_path, "starttls") as box:
        wrong = {"USER": USER, "PASSWORD": "sai roi"}
        told = refusal(environment(box, **wrong))
    assert "không nhận tên hay mật khẩu" in told
    assert "sai roi" not in told
    assert box.mails == []


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(tmp_path: Path) -> None:
    with mail_server(tmp_path, "starttls") as box:
        told = refusal(environment(box, CA="", **KNOWN))
    assert "chứng thư của máy chủ thư không tin được" in told


def test_a_server_without_starttls_gets_nothing(tmp_path: Path) -> None:
    with mail_server(tmp_path, "none") as box:
        assert "không có STARTTLS" in refusal(environment(box))
    assert box.mails == []


def test_an_unknown_receiver_is_named_and_the_others_have_it(tmp_path: Path) -> None:
    with mail_server(tmp_path, "none") as box:
        to = "khong-co@huongan.example,vanphong@huongan.example"
        assert "khong-co@huongan.example" in refusal(environment(box, SECURITY="none", TO=to))
        assert "không nhận địa chỉ nào" in refusal(
            environment(box, SECURITY="none", TO="khong-co@huongan.example")
        )
    assert [receivers for receivers, _ in box.mails] == [("vanphong@huongan.example",)]


def test_a_server_that_is_down_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # nobody listens there
        settings = {"HOST": "127.0.0.1", "PORT": str(taken.getsockname()[1]),
                    "FROM": "a@x.example", "TO": "b@x.example"}  # fmt: skip
        told = refusal({f"CCHC_SMTP_{key}": value for key, value in settings.items()})
    assert "không nối được máy chủ thư" in told


@pytest.mark.parametrize(
    ("name", "value", "told"),
    [
        ("SECURITY", "ssl", "chọn starttls, tls hoặc none"),
        ("PORT", "năm", "“năm” không phải số cổng"),
        ("PORT", "99999", "không phải số cổng"),
        ("FROM", "", "không phải địa chỉ thư"),
        ("TO", "vanphong", "“vanphong” không phải địa chỉ thư"),
        ("TO", "a@b.example\nBcc: c@d.example", "không phải địa chỉ thư"),
        ("PASSWORD", "mật khẩu", "mật khẩu có dấu"),
        ("PASSWORD_FILE", "khong-co", "không đọc được tệp khong-co"),
    ],
)
def test_wrong_settings_are_told_by_name(name: str, value: str, told: str) -> None:
    settings = {"HOST": "127.0.0.1", "FROM": "a@x.example", "TO": "b@x.example"} | {name: value}
    said = refusal({f"CCHC_SMTP_{key}": each for key, each in settings.items()})
    assert said.startswith(f"CCHC_SMTP_{name}:")
    assert told in said


def test_a_password_never_goes_over_a_bare_line() -> None:
    settings = {"HOST": "127.0.0.1", "FROM": "a@x.example", "TO": "b@x.example",
                "SECURITY": "none", "USER": "a", "PASSWORD": "b"}  # fmt: skip
    said = refusal({f"CCHC_SMTP_{key}": each for key, each in settings.items()})
    assert "phải mã hóa đường truyền" in said


def test_without_a_host_there_is_no_mail() -> None:
    assert mail_settings({}) is None
