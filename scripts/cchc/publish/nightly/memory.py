"""What was told and when: .cchc/da-bao.json. The same news is not told again until days later."""

from __future__ import annotations

import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from cchc.base.files import write_atomically
from cchc.publish.nightly.outcome import Kind, News

FILE = ".cchc/da-bao.json"
REPEAT_DAYS = 7


@dataclass(frozen=True, slots=True)
class Said:
    """One piece of news as told: a hash of its text, the day, its kind and its first line."""

    digest: str
    day: dt.date
    kind: Kind
    title: str


@dataclass(frozen=True, slots=True)
class Telling:
    """What to tell today: new or changed, told before and still so, over; and the memory after."""

    fresh: tuple[News, ...]
    again: tuple[News, ...]
    over: tuple[str, ...]
    after: Mapping[str, Said]

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.fresh or self.again or self.over)


@dataclass(frozen=True, slots=True)
class Today:
    """The day of the run: whether offices work, after how many days news is told again.

    `unseen` are the steps (first part of a key) that did not come to look: what they told before
    may still be so.
    """

    day: dt.date
    working: bool = True
    repeat_days: int = REPEAT_DAYS
    unseen: frozenset[str] = frozenset()


def choose(news: Iterable[News], said: Mapping[str, Said], today: Today) -> Telling:
    """Choose what to tell; on a day off the reminders of work wait for a working day."""
    every = {each.key: each for each in news}
    due = [each for each in every.values() if today.working or each.kind is not Kind.WAITING]
    fresh = tuple(each for each in due if _is_new(each, said))
    again = tuple(each for each in due if _is_old(each, said, today))
    over = {k for k in said if k not in every and k.split(":", 1)[0] not in today.unseen}
    ended = tuple(said[key].title for key in said if key in over and said[key].kind is Kind.BROKEN)
    kept = {key: each for key, each in said.items() if key not in over}
    after = kept | {each.key: _said(each, today.day) for each in (*fresh, *again)}
    return Telling(fresh, again, ended, after)


def _is_new(news: News, said: Mapping[str, Said]) -> bool:
    return news.key not in said or said[news.key].digest != _digest(news.text)


def _is_old(news: News, said: Mapping[str, Said], today: Today) -> bool:
    if _is_new(news, said):
        return False
    return (today.day - said[news.key].day).days >= today.repeat_days


def _said(news: News, day: dt.date) -> Said:
    return Said(_digest(news.text), day, news.kind, news.text.split("\n", 1)[0])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def load_said(root: Path) -> dict[str, Said]:
    """Read the memory; a broken one is empty: news told twice is better than news lost."""
    try:
        data = json.loads((root / FILE).read_bytes())
        return dict(_entries(data))
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def _entries(data: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, Said]]:
    for key, each in data.items():
        day = dt.date.fromisoformat(each["ngay"])
        yield key, Said(each["dau"], day, Kind(each["loai"]), each["ten"])


def save_said(root: Path, said: Mapping[str, Said]) -> bool:
    """Write the memory; tell whether it changed."""
    data = {
        key: {"ngay": each.day.isoformat(), "dau": each.digest, "loai": each.kind.value,
              "ten": each.title}
        for key, each in sorted(said.items())
    }  # fmt: skip
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    return write_atomically(root / FILE, text.encode())
