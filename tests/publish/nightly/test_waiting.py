"""What waits for a person, told by the scheduled run: deadlines of the plans among it."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.publish.nightly.outcome import Kind
from cchc.publish.nightly.waiting import waiting_news
from tests.reform.samples import add_sample

KEY = "ke-hoach:docs/cai-cach/ke-hoach/2026.yml:VP5:2026"


def told(portal: Path, day: str) -> str:
    news = {each.key: each for each in waiting_news(portal, dt.date.fromisoformat(day))}
    assert all(each.kind is Kind.WAITING for key, each in news.items() if key == KEY)
    return news[KEY].text if KEY in news else ""


def test_a_deadline_is_told_when_near_and_again_when_gone_by(portal: Path) -> None:
    add_sample(portal)
    assert not told(portal, "2026-11-19")
    near = told(portal, "2026-11-20")
    assert near == (
        "Kế hoạch sắp đến hạn 05/12/2026: VP5 Tự chấm điểm chỉ số cải cách hành chính, kèm minh"
        " chứng (năm 2026) (Văn phòng – Thống kê); docs/cai-cach/ke-hoach/2026.yml"
    )
    # The same words each day, or it would be news each morning.
    assert told(portal, "2026-12-05") == near
    late = told(portal, "2026-12-06")
    assert late.startswith("Kế hoạch quá hạn 05/12/2026: VP5")
    assert told(portal, "2026-12-20") == late


def test_plans_as_shipped_bring_no_news(portal: Path) -> None:
    news = waiting_news(portal, dt.date(2026, 11, 24))
    assert not [each for each in news if each.key.startswith("ke-hoach:")]
