"""Life events: what a person has to do when a child is born, someone dies, a house is bought."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.procedures.life_events import LifeEvent
from cchc.site import addresses
from cchc.site.history.events import marks
from cchc.site.portal import Entry, Portal
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Việc trong đời"


@dataclass(frozen=True, slots=True)
class Life:
    """An event as the site shows it: its procedures that hold or soon will, each with its why."""

    event: LifeEvent
    steps: tuple[tuple[Entry, str], ...]

    @property
    def address(self) -> str:
        """The page's address."""
        return addresses.life_address(self.event.key)


def lives_of(portal: Portal) -> tuple[Life, ...]:
    """List the events that have a procedure to show, in the order of the data."""
    every = (Life(event, _steps(event, portal)) for event in portal.lives)
    return tuple(life for life in every if life.steps)


def _steps(event: LifeEvent, portal: Portal) -> tuple[tuple[Entry, str], ...]:
    found = (
        (portal.entries.get(step.code) or portal.awaited.get(step.code), step.why)
        for step in event.steps
    )
    return tuple((entry, why) for entry, why in found if entry)


def lives_page(portal: Portal, bar: str = "") -> PageText:
    """Make the list of events; `bar` are the links to the other lists."""
    page = addresses.LIVES
    parts: tuple[Part, ...] = (
        render("lists/path.html", page=page, here=TITLE),
        Heading(1, TITLE, "noi-dung"),
        bar,
        render("lives/tiles.html", lives=lives_of(portal), page=page),
    )
    names = ", ".join(life.event.name for life in lives_of(portal))
    return PageText(page, TITLE, parts, f"Thủ tục theo việc xảy ra trong đời: {names}.")


def life_page(life: Life, portal: Portal) -> PageText:
    """Make an event's page: its procedures in the order a person needs them, one line why each."""
    page = life.address
    said = {entry.procedure.code: marks(entry, portal) for entry, _ in life.steps}
    others = [each for each in lives_of(portal) if each.event.key != life.event.key]
    parts: list[Part] = [
        render("lives/path.html", page=page, here=life.event.name),
        Heading(1, life.event.name, "noi-dung"),
        render("lives/life.html", life=life, page=page, marks=said),
    ]
    if others:
        parts.append(Heading(2, "Việc khác", "viec-khac"))
        parts.append(render("lives/others.html", lives=others, page=page))
    return PageText(
        address=page,
        title=life.event.name,
        parts=tuple(parts),
        description=life.event.summary or f"{life.event.name}: {len(life.steps)} thủ tục.",
        keywords=life.event.keywords,
    )
