"""The pages of feedback: all years with the channels, one year, the form to print."""

from __future__ import annotations

from collections.abc import Iterator

from cchc.reform.answering import Answers, Standing, count, standings
from cchc.reform.feedback import FeedbackYear, Matter
from cchc.reform.feedback_faults import FEEDBACK
from cchc.site.contact import dial, place
from cchc.site.portal import Portal
from cchc.site.reform.evidence_links import REFORM, read_at
from cchc.site.reform.trail import opened
from cchc.site.reform.words import percent
from cchc.site.rendering import Heading, PageText, Part, render

TITLE = "Phản ánh, kiến nghị và trả lời"
HERE = "Phản ánh, kiến nghị"
FEEDBACKS = f"{REFORM}{FEEDBACK.folder}/"
FORM = f"{FEEDBACKS}phieu/"
FORM_TITLE = "Phiếu phản ánh, kiến nghị"


def year_address(name: str) -> str:
    """Give the address of a year's feedback."""
    return f"{FEEDBACKS}{name}/"


def counted(sheet: FeedbackYear, portal: Portal) -> Answers:
    """Count a year's feedback as it stands on the day of the build."""
    return count(standings(sheet, portal.day, portal.ward.calendar))


def answer(counts: Answers, portal: Portal) -> str:
    """Say in a sentence or two how feedback is answered."""
    day = f"Đến ngày {portal.day:%d/%m/%Y}"
    if not counts.all:
        return f"{day}: chưa có phản ánh nào được công bố."
    said = [f"{day}: {counts.all} phản ánh được công bố, {counts.answered} đã trả lời"]
    if counts.judged:
        share = percent(counts.in_time / counts.judged)
        judged = f"{counts.in_time}/{counts.judged} phản ánh đã trả lời hoặc quá hạn"
        said.append(f"{judged} là đúng hạn ({share})")
    said.append(f"{counts.late} quá hạn" if counts.late else "không có phản ánh quá hạn")
    if counts.waiting:
        said.append(f"{counts.waiting} đang chờ trong hạn")
    return "; ".join(said) + "."


def days(counts: Answers) -> str:
    """Say the median of the working days an answer took, with its base."""
    if counts.days is None:
        return ""
    number = f"{counts.days:g}".replace(".", ",")
    return f"{number} ngày làm việc (trung vị của {counts.answered} phản ánh đã trả lời)"


def feedback_pages(portal: Portal) -> Iterator[PageText]:
    """Make the first page, each year's, and the form on paper."""
    sheets = portal.reform.of(FEEDBACK)
    years = [(name, each, answer(counted(each, portal), portal)) for name, each in sheets.items()]
    said = "Phản ánh, kiến nghị đã công bố và câu trả lời của phường; các kênh chính thức để gửi."
    parts = (
        *opened(FEEDBACKS, HERE, TITLE),
        render("reform/feedback/years.html", page=FEEDBACKS, years=years[::-1], at=year_address),
        Heading(2, "Gửi phản ánh, kiến nghị ở đâu", "kenh"),
        _channels(FEEDBACKS, portal),
    )
    yield PageText(FEEDBACKS, TITLE, parts, said, ("góp ý", "khiếu nại", "đường dây nóng"))
    for name, sheet in sheets.items():
        yield _year(name, sheet, portal)
    yield _form(portal)


def _channels(page: str, portal: Portal) -> str:
    at = place(portal.ward.counter(""), portal)
    call = dial(portal.ward.hotline)
    return render(
        "reform/feedback/channels.html", page=page, ward=portal.ward, place=at, call=call, form=FORM
    )


def _year(name: str, sheet: FeedbackYear, portal: Portal) -> PageText:
    page, title = year_address(name), f"{TITLE} năm {name}"
    every = standings(sheet, portal.day, portal.ward.calendar)
    counts = count(every)
    said = answer(counts, portal)
    top = {"sheet": sheet, "year": name, "answer": said, "days": days(counts), "page": page}
    parts: list[Part] = [
        *opened(page, f"Năm {name}", title, (HERE, FEEDBACKS)),
        render("reform/feedback/top.html", **top, first=FEEDBACKS),
    ]
    if every:
        parts += [
            Heading(2, "Theo việc", "theo-viec"),
            render("reform/feedback/counts.html", rows=list(_by_matter(every)), whole=counts),
            Heading(2, f"Từng phản ánh ({len(every)})", "tung-phan-anh"),
            _items(every, page, portal),
        ]
    return PageText(page, title, tuple(parts), said)


def _by_matter(every: tuple[Standing, ...]) -> Iterator[tuple[str, Answers]]:
    for matter in Matter:
        mine = [each for each in every if each.feedback.matter is matter]
        if mine:
            yield matter.label, count(mine)


def _items(every: tuple[Standing, ...], page: str, portal: Portal) -> str:
    units = {each.key: each.name for each in portal.ward.units}
    entries = {code: portal.entry(code) for each in every for code in each.feedback.codes}
    evidence = [one.link for each in every for one in each.feedback.evidence]
    return render(
        "reform/feedback/items.html",
        items=every,
        page=page,
        day=portal.day,
        units=units,
        entries=entries,
        links={link: read_at(link, portal) for link in evidence},
    )


def _form(portal: Portal) -> PageText:
    parts = (
        *opened(FORM, "Phiếu", FORM_TITLE, (HERE, FEEDBACKS)),
        render(
            "reform/feedback/form.html",
            page=FORM,
            ward=portal.ward,
            day=portal.day,
            place=place(portal.ward.counter(""), portal),
            first=FEEDBACKS,
        ),
    )
    said = "Phiếu để in ra giấy, điền rồi nộp tại phường. Trang này không thu thập gì."
    return PageText(FORM, FORM_TITLE, parts, said)
