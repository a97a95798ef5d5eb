"""The report as JSON to an address: POST, an answer 2xx means taken."""

from __future__ import annotations

from cchc.base.problems import Problem, Refused
from cchc.publish.nightly.message import Message

SECONDS = 20


def send_webhook(address: str, message: Message) -> None:
    """Post `{tieu_de, noi_dung, ngay, ket_qua, …}`. Raise `Refused` with the reason.

    The address may carry a secret: no message names more of it than its host.
    """
    # A tenth of a second that only a run with a webhook waits for.
    import httpx  # noqa: PLC0415

    data = {"tieu_de": message.subject, "noi_dung": message.text, **message.data}
    try:
        host = httpx.URL(address).host
        answer = httpx.post(address, json=data, timeout=SECONDS, follow_redirects=False)
    except (httpx.HTTPError, httpx.InvalidURL) as error:
        reason = f"không gửi được ({type(error).__name__}); xem CCHC_WEBHOOK"
        raise Refused([Problem("webhook", 0, reason)]) from None
    if not answer.is_success:
        reason = f"{host} trả lời {answer.status_code}, không nhận tin; xem CCHC_WEBHOOK"
        raise Refused([Problem("webhook", 0, reason)])
