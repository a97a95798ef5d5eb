"""What is told, what is not told again, and when it is."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from cchc.publish.nightly.memory import Today, choose, load_said, save_said
from cchc.publish.nightly.outcome import Kind, News

MONDAY = dt.date(2026, 11, 23)
DOWN = News("nguon:tinh", "Nguồn “Trang của thành phố” hỏng: không nối được", Kind.BROKEN)
WAITS = News("xac-nhan:4201/QĐ-UBND", "Quyết định 4201/QĐ-UBND chờ xác nhận", Kind.WAITING)


def day(number: int) -> dt.date:
    return MONDAY + dt.timedelta(days=number)


def test_the_same_news_is_told_once_and_again_after_a_week() -> None:
    first = choose([DOWN], {}, Today(day(0)))
    assert (first.fresh, first.again) == ((DOWN,), ())
    for later in range(1, 7):
        assert not choose([DOWN], first.after, Today(day(later)))
    week = choose([DOWN], first.after, Today(day(7)))
    assert (week.fresh, week.again) == ((), (DOWN,))
    assert not choose([DOWN], week.after, Today(day(8)))


def test_news_that_changes_is_new() -> None:
    first = choose([DOWN], {}, Today(day(0)))
    other = News(DOWN.key, "Nguồn “Trang của thành phố” hỏng: chứng thư hết hạn", Kind.BROKEN)
    assert choose([other], first.after, Today(day(1))).fresh == (other,)


def test_what_is_mended_is_told_once_and_may_break_again() -> None:
    first = choose([DOWN], {}, Today(day(0)))
    mended = choose([], first.after, Today(day(1)))
    assert mended.over == (DOWN.text,)
    assert not choose([], mended.after, Today(day(2)))
    assert choose([DOWN], mended.after, Today(day(3))).fresh == (DOWN,)


def test_a_step_that_did_not_look_mends_nothing() -> None:
    first = choose([DOWN], {}, Today(day(0)))
    blind = choose([], first.after, Today(day(1), unseen=frozenset({"nguon"})))
    assert not blind
    assert blind.after == first.after


def test_work_waits_for_a_working_day_and_what_is_broken_does_not() -> None:
    sunday = choose([DOWN, WAITS], {}, Today(day(6), working=False))
    assert sunday.fresh == (DOWN,)
    assert choose([DOWN, WAITS], sunday.after, Today(day(7))).fresh == (WAITS,)


def test_work_that_is_done_is_forgotten_in_silence() -> None:
    first = choose([WAITS], {}, Today(day(0)))
    done = choose([], first.after, Today(day(1)))
    assert not done
    assert done.after == {}


def test_the_memory_is_a_file_and_a_broken_one_tells_twice(tmp_path: Path) -> None:
    first = choose([DOWN, WAITS], {}, Today(day(0)))
    assert save_said(tmp_path, first.after)
    assert load_said(tmp_path) == first.after
    assert not save_said(tmp_path, first.after)
    (tmp_path / ".cchc/da-bao.json").write_text('{"nguon:tinh": 1', encoding="utf-8")
    assert load_said(tmp_path) == {}
