"""How data is said: money, time limits, counts, names, as people here write them."""

from __future__ import annotations

import re

from cchc.base.clock import show_date
from cchc.base.text import sentence_case
from cchc.procedures.model import Procedure
from cchc.procedures.parts import Fee, LegalBasis, Paper, PublishingDecision, TimeLimit
from cchc.procedures.terms import OnlineLevel

UNKNOWN = "Chưa có thông tin"
UPDATING = "Đang cập nhật"
UNCONFIRMED = "Đơn vị chưa xác nhận nội dung này"
LEADING_WORDS = re.compile(r"^thủ tục:?\s+(?=\S)", re.IGNORECASE)
# Trailing words a cut sentence must not end on.
LOOSE_END = re.compile(r"[\s,;:.–-]+$")
MONTH = re.compile(r"tháng \d{1,2}/\d{4}")
MEGABYTE = 1024**2
STEP_NUMBER = re.compile(r"^bước\s+\d+\s*[:.)–-]\s*", re.IGNORECASE)
ONLINE = {
    OnlineLevel.FULL: "Làm được mọi bước qua mạng",
    OnlineLevel.PART: "Nộp qua mạng, còn bước phải làm trực tiếp",
    OnlineLevel.INFORMATION: "Chỉ xem thông tin trên mạng, nộp trực tiếp",
}


def title(name: str) -> str:
    """Give a procedure's name as a heading: no shouting, no leading “Thủ tục”, no final stop."""
    words = LEADING_WORDS.sub("", sentence_case(name)).rstrip(" .;")
    return words[:1].upper() + words[1:]


def number(count: int) -> str:
    """Write a count below ten with its zero, as the law's texts do: `05`."""
    return f"{count:02}"


def money(dong: int) -> str:
    """Write a sum in đồng: `8.000 đồng`."""
    return f"{dong:,}".replace(",", ".") + " đồng"


def time_limit(limit: TimeLimit) -> str:
    """Write a time limit: `05 ngày làm việc`, or the source's words where it is no number."""
    if limit.value is None or limit.unit is None:
        return limit.words
    return f"{number(limit.value)} {limit.unit.label}"


def fee(charge: Fee) -> str:
    """Write a fee with its kind: `Lệ phí: 8.000 đồng`; the source's words where it is no sum.

    A zero is never shown as a sum: the words that came with it say what it means.
    """
    said = money(charge.amount) if charge.amount else charge.words
    return f"{charge.kind.label}: {said}"


def copies(paper: Paper) -> str:
    """Say how many originals and copies a paper needs; what the source does not say is said so."""
    if paper.originals is None and paper.copies is None:
        return f"Số bản: {UNKNOWN[:1].lower()}{UNKNOWN[1:]}"
    if not paper.originals and not paper.copies:
        return "Nguồn ghi 0 bản chính, 0 bản sao"
    counts = ((paper.originals, "bản chính"), (paper.copies, "bản sao"))
    return ", ".join(f"{number(count)} {what}" for count, what in counts if count)


def duty(paper: Paper) -> str:
    """Say whether a paper must be handed in; nothing where the source does not say."""
    return {True: "Bắt buộc", False: "Không bắt buộc", None: ""}[paper.mandatory]


def legal_facts(document: LegalBasis) -> tuple[str, ...]:
    """Give what stands beside a legal document's title: number, date, issuer, where known.

    A document without a title stands under its number; a title may hold the number already.
    """
    number = document.number if document.title and document.number not in document.title else ""
    day = show_date(document.date) if document.date else ""
    return tuple(fact for fact in (number, day, document.issuer) if fact)


def decision(published: PublishingDecision) -> str:
    """Name a publishing decision: `Quyết định số 163/QĐ-BTP ngày 05/02/2026`."""
    day = f" ngày {show_date(published.date)}" if published.date else ""
    issuer = f" của {published.issuer}" if published.issuer else ""
    return f"Quyết định số {published.number}{day}{issuer}"


def source_and_day(procedure: Procedure) -> str:
    """Name the first source, cut short, with its day: `Cổng Dịch vụ công quốc gia, 03/10/2026`.

    Where only the month is known, the source's note says it.
    """
    for source in procedure.sources:
        month = MONTH.search(source.note)
        day = show_date(source.date) if source.date else month[0] if month else ""
        return ", ".join(filter(None, (short(source.name, 48), day)))
    return ""


def short(text: str, most: int) -> str:
    """Cut a text to whole words, at most `most` letters, with an ellipsis where it was cut."""
    line = " ".join(text.split())
    if len(line) <= most:
        return line
    return LOOSE_END.sub("", line[: most + 1].rsplit(" ", 1)[0]) + "…"


def step(text: str) -> str:
    """Give a step without its own “Bước 1:”: the list counts already."""
    words = STEP_NUMBER.sub("", text)
    return words[:1].upper() + words[1:]


def file_type(name: str) -> str:
    """Name a file's type as people do: `DOCX`, `PDF`."""
    return name.rpartition(".")[2].upper()


def file_size(size: int) -> str:
    """Say how large a file is: `24 KB`, `1,3 MB`."""
    if size < MEGABYTE:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / MEGABYTE:.1f} MB".replace(".", ",")


def upper_first(text: str) -> str:
    """Begin with a capital letter and leave the rest, abbreviations too, as it is."""
    return text[:1].upper() + text[1:]
