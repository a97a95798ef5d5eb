"""Other ways to the same procedures: by audience, online level, who decides, where handed in.

Each is a list of choices with counts, each choice a plain page: a filter that needs no script.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from cchc.base.text import name_key
from cchc.procedures.fields import folder_name
from cchc.procedures.terms import Level, OnlineLevel
from cchc.site import addresses, wording
from cchc.site.lists.collation import vietnamese_key
from cchc.site.portal import Entry, Portal

UNKNOWN_KEY = "chua-ro"
# Sources write the same audience in full and in short.
SHORT_FORMS = (("HTX", "hợp tác xã"),)
LEVELS = {
    Level.WARD: "Cấp xã (phường)",
    Level.PROVINCE: "Cấp tỉnh (thành phố)",
    Level.MINISTRY: "Cấp bộ",
    Level.OTHER: "Cơ quan khác",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a view: its page, its name, the procedures, what should be known of them."""

    address: str
    name: str
    entries: tuple[Entry, ...]
    note: str = ""


@dataclass(frozen=True, slots=True)
class View:
    """One way of parting all procedures; `question` is what the choices answer."""

    address: str
    name: str
    question: str
    choices: tuple[Choice, ...]


# Every list shows the ways to all others.
@lru_cache(maxsize=1)
def views(portal: Portal) -> tuple[View, ...]:
    """Make every view that parts the procedures in force into two choices or more."""
    made = (_audiences(portal), _online(portal), _levels(portal), _places(portal))
    return tuple(view for view in made if len(view.choices) > 1)


def _audiences(portal: Portal) -> View:
    names: dict[str, str] = {}
    often: Counter[str] = Counter()
    for entry in portal.entries.values():
        for name in entry.procedure.audience:
            names.setdefault(_audience_key(name), _in_full(name))
        often.update({_audience_key(name) for name in entry.procedure.audience})
    known = sorted(names, key=lambda key: (-often[key], vietnamese_key(names[key])))

    def has(key: str) -> Callable[[Entry], bool]:
        return lambda entry: key in map(_audience_key, entry.procedure.audience)

    choices = ((folder_name(names[key]), names[key], "", has(key)) for key in known)
    return _view(
        addresses.AUDIENCES, "Đối tượng", "Ai cần làm thủ tục?", portal,
        (*choices, _unknown(lambda entry: not entry.procedure.audience, "dành cho ai")),
    )  # fmt: skip


def _online(portal: Portal) -> View:
    def at(level: OnlineLevel) -> Callable[[Entry], bool]:
        return lambda entry: entry.procedure.online_level is level

    choices = (
        (_key(level), level.label, wording.ONLINE[level], at(level)) for level in OnlineLevel
    )
    return _view(
        addresses.ONLINE, "Trực tuyến", "Làm qua mạng được đến đâu?", portal,
        (*choices, _unknown(lambda entry: not entry.procedure.online_level, "mức trực tuyến")),
    )  # fmt: skip


def _levels(portal: Portal) -> View:
    def decides(level: Level) -> Callable[[Entry], bool]:
        return lambda entry: level in entry.procedure.levels

    choices = ((f"cap-{level}", name, "", decides(level)) for level, name in LEVELS.items())
    return _view(
        addresses.LEVELS, "Cấp giải quyết", "Cấp nào giải quyết?", portal,
        (*choices, _unknown(lambda entry: not entry.procedure.levels, "cấp nào giải quyết")),
    )  # fmt: skip


def _places(portal: Portal) -> View:
    choices = tuple(
        Choice(
            address=f"{addresses.PLACES}{addresses.slug(counter.key)}/",
            name=counter.name_on(portal.day),
            entries=portal.received_at(counter),
        )
        for counter in portal.ward.counters
    )
    shown = tuple(choice for choice in choices if choice.entries)
    return View(addresses.PLACES, "Nơi nộp", "Nộp hồ sơ ở đâu?", shown)


Asked = tuple[str, str, str, Callable[[Entry], bool]]


def _view(address: str, name: str, question: str, portal: Portal, asked: Iterable[Asked]) -> View:
    return View(address, name, question, tuple(_choices(address, portal, asked)))


def _choices(address: str, portal: Portal, asked: Iterable[Asked]) -> Iterator[Choice]:
    for key, name, note, belongs in asked:
        entries = tuple(filter(belongs, portal.entries.values()))
        if entries:
            yield Choice(f"{address}{key}/", name, entries, note)


def _unknown(belongs: Callable[[Entry], bool], what: str) -> Asked:
    return UNKNOWN_KEY, wording.UNKNOWN, f"Nguồn chưa ghi {what}.", belongs


def _in_full(name: str) -> str:
    for short, full in SHORT_FORMS:
        name = name.replace(short, full)
    return name


@cache
def _audience_key(name: str) -> str:
    return name_key(_in_full(name))


def _key(term: str) -> str:
    return term.replace("_", "-")
