"""From when a decision holds, and which decisions it takes the place of."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from cchc.base.text import one_line
from cchc.province.decision.head.conditions import condition_in, only_from_signing
from cchc.province.decision.head.dates import FULL_DATE, date_of
from cchc.province.numbers import LOOK_ALIKES, document_number

SENTENCE_END = re.compile(r"(?<=[^\W\d_])[.;](?=\s|$)|\./\.|(?=\bĐiều\s+\d+\s*\.)")
IN_FORCE = re.compile(
    r"(?<!hết\s)hiệu\s+lực|(?:được\s+)?áp\s+dụng\s+(?:kể\s+)?từ|thực\s+hiện\s+(?:kể\s+)?từ\s+ngày",
    re.IGNORECASE,
)
ARTICLE = re.compile(r"(?=\bĐiều\s+\d+\s*\.)")
OWN = re.compile(r"quyết\s+định\s+này|thủ\s+tục\s+hành\s+chính|\bTTHC\b|danh\s+mục", re.IGNORECASE)
SIGNING = re.compile(r"(?:từ\s+)?ngày\s+(?:ký|kí|ban\s+hành|được\s+ký)\b", re.IGNORECASE)
# Another document's date says nothing about this one's effect.
CITED = re.compile(
    rf"\d+(?:/\d{{4}})?/[A-ZĐ][\w-]*(?:(?!từ\s+ngày)[^.;/]){{0,60}}?{FULL_DATE}"
    rf"|Luật\b(?:(?!từ\s+ngày)[^.;]){{0,80}}?{FULL_DATE}",
)
ONE_DATE = re.compile(FULL_DATE, re.IGNORECASE)
REPLACES = re.compile(
    r"\b(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ|huỷ\s+bỏ|hết\s+hiệu\s+lực)\b", re.IGNORECASE
)
NUMBER = re.compile(
    r"Quyết\s+định\s+(?:số\s*:?\s*)?(\d{1,5}[a-z]?\s*/\s*(?:\d{4}\s*/\s*)?QĐ\s*-\s*[A-ZĐ]+(?:-[A-Z0-9Đ]+)*)"
)
MORE = re.compile(
    r"(?:,|;|và)\s*(?:Quyết\s+định\s+)?(?:số\s*:?\s*)?(\d{1,5}[a-z]?\s*/\s*QĐ\s*-\s*[A-ZĐ]+)"
)
PARTLY = re.compile(
    r"một\s+phần|một\s+số\s+nội\s+dung|nội\s+dung\s+(?:thủ\s+tục|TTHC|tại)"
    r"|(?:các\s+)?(?:thủ\s+tục|TTHC)[^.;]{0,80}(?:tại|ban\s+hành|công\s+bố|kèm\s+theo)"
    r"|(?:thay\s+thế|bãi\s+bỏ|hủy\s+bỏ)\s+(?:các\s+)?(?:thủ\s+tục|TTHC|mục|phần|phụ\s+lục|khoản|điểm"
    r"|số\s+thứ\s+tự|STT|nội\s+dung)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Effect:
    """The day of effect (None: a person must be asked) with the clause that says it."""

    date: dt.date | None
    words: str = ""
    why: str = ""


@dataclass(frozen=True, slots=True)
class Superseded:
    """The decisions replaced, as numbers, and whether only a part of one is."""

    numbers: tuple[str, ...]
    partly: bool
    words: str = ""


def effect_in(body: str, signed: dt.date | None) -> Effect:
    """Read the clause on effect in the articles; several dates are a question, not a choice."""
    clauses = [clause for article in ARTICLE.split(articles_of(body)) for clause in _on(article)]
    words = " ".join(clauses)
    if not clauses:
        return Effect(None, why="quyết định không có điều khoản về hiệu lực")
    found = _days(clauses, signed)
    if len(found) > 1:
        return Effect(None, words, "điều khoản hiệu lực nêu nhiều ngày")
    why = next(filter(None, map(condition_in, clauses)), "") if found else ""
    day = found.pop() if found else None
    if why or day is None:
        return Effect(None, words, why or "điều khoản hiệu lực không nêu ngày đọc được")
    return Effect(day, words)


def _days(clauses: Sequence[str], signed: dt.date | None) -> set[dt.date | None]:
    """List the days that the clauses name; None stands for one that cannot be told."""
    found: set[dt.date | None] = set()
    for clause in clauses:
        rest = CITED.sub(" ", clause)
        found |= {date_of(match[0]) for match in ONE_DATE.finditer(rest)}
        if SIGNING.search(rest):
            found |= {signed if only_from_signing(rest) else None}
    return found


def _on(article: str) -> list[str]:
    """Give an article's sentences on effect, all of them where one speaks of this decision."""
    found = [sentence for sentence in sentences(article) if IN_FORCE.search(sentence)]
    return found if any(OWN.search(sentence) for sentence in found) else []


def superseded_in(body: str, own: str) -> Superseded:
    """List the decisions that the articles replace or abolish, wholly or in part."""
    numbers: list[str] = []
    clauses: list[str] = []
    for sentence in sentences(articles_of(body)):
        if not REPLACES.search(sentence):
            continue
        plain = sentence.translate(LOOK_ALIKES)
        found = [*NUMBER.findall(plain), *MORE.findall(plain)]
        if found:
            numbers += [document_number(number) for number in found]
            clauses.append(sentence)
    words = " ".join(clauses)
    listed = tuple(dict.fromkeys(number for number in numbers if number != own))
    return Superseded(listed, PARTLY.search(words) is not None, words)


def articles_of(body: str) -> str:
    """Give the text from Điều 1 on: what stands before it only cites other documents."""
    start = re.search(r"(?:^|\n)\s*Điều\s+1\b", body)
    return one_line(body[start.start() :] if start else "")


def sentences(text: str) -> list[str]:
    """Cut a text into sentences; dates and numbers such as 01.3.2027 are not cut."""
    return [part.strip() for part in SENTENCE_END.split(text) if part and part.strip()]
