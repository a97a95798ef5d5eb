"""The survey's form on one A4: tick boxes in large type, nothing personal asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import typst

from cchc.reform.periods import period
from cchc.reform.survey.faults import SURVEY
from cchc.reform.survey.model import LEVELS, Survey
from cchc.site.portal import Portal
from cchc.site.sheets.fonts import FAMILY
from cchc.site.sheets.sheet import Code, qr_code
from cchc.site.sheets.typesetting import ends, pdf

TEMPLATE = "survey.typ"
TITLE = "Phiếu khảo sát sự hài lòng"
INTRO = (
    "Xin ông (bà) cho biết ý kiến về lần làm thủ tục vừa qua: mỗi dòng đánh dấu ✓ vào một ô. Ý kiến"
    " giúp phường phục vụ tốt hơn."
)
NOTHING_PERSONAL = (
    "Phiếu không hỏi tên, số điện thoại, địa chỉ, số căn cước; xin đừng ghi. Kết quả chỉ công bố số"
    " đếm chung."
)
# For a ward that has no questions in its data yet; own words of this project, not an official set.
PROPOSED = (
    "Hướng dẫn hồ sơ rõ ràng, dễ hiểu",
    "Thái độ, lời nói của người tiếp nhận",
    "Thời gian giải quyết so với giấy hẹn",
    "Chỗ ngồi chờ, trang thiết bị",
    "Nhìn chung, ông (bà) có hài lòng với việc giải quyết thủ tục không?",
)


@dataclass(frozen=True, slots=True)
class FormSheet:
    """All texts of the form; `proposed`: the questions are this project's, not the ward's."""

    heading: str
    period: str
    intro: str
    levels: tuple[str, ...]
    questions: tuple[str, ...]
    personal: str
    qr: Code | None
    address: str
    proposed: bool


def form_sheet(portal: Portal, name: str = "") -> FormSheet:
    """Make the form of a period: its questions, else those of the latest survey, else proposed."""
    surveys = portal.reform.of(SURVEY)
    asked = surveys.get(name) or _latest(surveys)
    questions = tuple(each.text for each in asked.questions) if asked else ()
    channel = portal.ward.survey_portal
    return FormSheet(
        heading=TITLE,
        period=period(name).label if name else "",
        intro=INTRO,
        levels=tuple(each.name for each in (asked.levels if asked else LEVELS)),
        questions=questions or PROPOSED,
        personal=NOTHING_PERSONAL,
        qr=qr_code(channel, "Quét mã để trả lời qua mạng"),
        address=channel,
        proposed=not questions,
    )


def _latest(surveys: Mapping[str, Survey]) -> Survey | None:
    """Find the latest survey that has questions."""
    found = [(period(name).last, each) for name, each in surveys.items() if each.questions]
    return max(found, key=lambda pair: pair[0])[1] if found else None


def print_form(form: FormSheet, portal: Portal, fonts: typst.Fonts) -> tuple[bytes, int]:
    """Set the form; give the PDF's bytes and how many pages it takes."""
    data = form_data(form, portal)
    (pages,) = ends(TEMPLATE, data, fonts)
    return pdf(TEMPLATE, data, fonts, portal.day).pdf, pages


def form_data(form: FormSheet, portal: Portal) -> dict[str, Any]:
    """Give what the template reads."""
    agency, day = portal.ward.agency, portal.day
    return {
        "families": [FAMILY],
        "title": f"{TITLE}: {agency.name}",
        "agency": agency.name,
        "superior": agency.superior,
        "day": [day.year, day.month, day.day],
        **asdict(form),
    }
