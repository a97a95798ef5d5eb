"""The pages of the quality system: the newest first, each year's declaration."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.quality import QUALITY, QualitySystem
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.feedback.section import no_files
from cchc.site.reform.section import Figure, Section
from cchc.site.reform.trail import opened
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = QUALITY.title
HERE = "ISO 9001:2015"
SYSTEMS = f"{REFORM}{QUALITY.folder}/"
LABEL = "Thủ tục có quy trình ISO 9001:2015"


def year_address(name: str) -> str:
    """Give the address of a year's declaration."""
    return f"{SYSTEMS}{name}/"


def covered(system: QualitySystem, portal: Portal) -> tuple[int, int]:
    """Count the procedures in force that a process is for, and all in force."""
    codes = {code for each in system.processes for code in each.codes}
    return len(codes & portal.entries.keys()), len(portal.entries)


def answer(name: str, system: QualitySystem, portal: Portal) -> str:
    """Say in one sentence what was declared and when the next review is."""
    some, every = covered(system, portal)
    day = f"công bố ngày {system.day:%d/%m/%Y}" if system.day else f"năm {name}, chưa ghi ngày"
    said = f"{system.standard} {day}: {len(system.processes)} quy trình cho {some}/{every} thủ tục"
    if not system.next_review:
        return f"{said}; chưa có thông tin về lần soát xét tới."
    over = " (đã quá ngày)" if system.next_review < portal.day else ""
    return f"{said}; soát xét lần tới: {system.next_review:%d/%m/%Y}{over}."


def quality_pages(portal: Portal) -> Iterator[PageText]:
    """Make the first page and each year's."""
    sheets = portal.reform.of(QUALITY)
    years = [(name, each, answer(name, each, portal)) for name, each in sheets.items()]
    parts = (
        *opened(SYSTEMS, HERE, TITLE),
        render("reform/quality/years.html", page=SYSTEMS, years=years[::-1], at=year_address),
    )
    said = "Công bố, phạm vi, quy trình và lần soát xét của hệ thống chất lượng."
    yield PageText(SYSTEMS, TITLE, parts, said, ("ISO", "hệ thống chất lượng"))
    for name, system in sheets.items():
        yield _year(name, system, portal)


def _year(name: str, system: QualitySystem, portal: Portal) -> PageText:
    page, title = year_address(name), f"{TITLE}, năm {name}"
    said = answer(name, system, portal)
    evidence = [(each.name, read_at(each.link, portal)) for each in system.evidence]
    parts: list[Part] = [
        *opened(page, f"Năm {name}", title, (HERE, SYSTEMS)),
        render("reform/quality/system.html", s=system, page=page, answer=said, evidence=evidence),
    ]
    if system.processes:
        parts.append(Heading(2, f"Quy trình ({len(system.processes)})", "quy-trinh"))
        parts.append(_processes(system, page, portal))
    return PageText(page, title, tuple(parts), said)


def _processes(system: QualitySystem, page: str, portal: Portal) -> str:
    found = {code: portal.entry(code) for each in system.processes for code in each.codes}
    return render(
        "reform/quality/processes.html",
        s=system,
        page=page,
        entries={code: each for code, each in found.items() if each},
        files={each.file: read_at(each.file, portal) for each in system.processes},
    )


def quality_figures(portal: Portal) -> Iterator[Figure]:
    """Give how many procedures in force the newest declaration has a process for."""
    sheets = portal.reform.of(QUALITY)
    name = max(sheets, default="")
    if not name or not sheets[name].processes:
        yield Figure(LABEL, "", "", None, year_address(name) if name else SYSTEMS)
        return
    some, every = covered(sheets[name], portal)
    base = "thủ tục đang áp dụng"
    sample = sheets[name].sample
    yield Figure(LABEL, f"{some}/{every}", base, portal.day, year_address(name), sample)


QUALITY_SECTION = Section(TITLE, SYSTEMS, quality_pages, quality_figures, no_files)
