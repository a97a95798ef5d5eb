"""Procedures of every shape, for property-based tests."""

from __future__ import annotations

import datetime as dt
from typing import Any, TypeVar

from hypothesis import strategies as st

from cchc.base.models import DANGEROUS, MARKUP, Model
from cchc.base.text import clean, one_line
from cchc.procedures import parts
from cchc.procedures.model import Procedure
from cchc.procedures.terms import FeeKind, Level, Method, OnlineLevel, TimeUnit


def _plain(text: str) -> bool:
    return not MARKUP.search(text) and not DANGEROUS.search(text)


RAW = st.text(max_size=40) | st.sampled_from(
    ["Uỷ\u00a0ban", "Ð\u1ea1i h\u1ecdc", "ky\u0301", "1.\tTên", "có: dấu", "# không", "- gạch", "8:30", "no"]
)  # fmt: skip
LINE = RAW.map(one_line).filter(_plain)
NEEDED = LINE.filter(bool)
TEXT = st.lists(RAW, max_size=3).map(lambda lines: clean("\n".join(lines))).filter(_plain)
CODE = st.from_regex(r"[1-4]\.[0-9]{6}", fullmatch=True)
DAY = st.dates(dt.date(1990, 1, 1), dt.date(2099, 12, 31))
COUNT = st.none() | st.integers(0, 999)
WEB = st.just("") | st.from_regex(r"https://[a-z]{1,9}\.gov\.vn/[a-z0-9?=/]{0,9}", fullmatch=True)


T = TypeVar("T")
M = TypeVar("M", bound=Model)


def some(each: st.SearchStrategy[T]) -> st.SearchStrategy[tuple[T, ...]]:
    return st.lists(each, max_size=3).map(tuple)


def made(model: type[M], **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[M]:
    """Make a model by its English names (st.builds would look at the aliases)."""
    return st.fixed_dictionaries(fields).map(lambda values: model(**values))


TIME_LIMITS = made(
    parts.TimeLimit,
    value=st.integers(1, 3650),
    unit=st.sampled_from(TimeUnit),
    words=TEXT,
) | made(parts.TimeLimit, words=TEXT.filter(bool))
FEES = made(
    parts.Fee,
    kind=st.sampled_from(FeeKind),
    amount=st.none() | st.integers(0, 10**9),
    words=TEXT.filter(bool),
)
METHODS = made(
    parts.SubmissionMethod,
    method=st.sampled_from(Method),
    time_limit=st.none() | TIME_LIMITS,
    fees=some(FEES),
    address=WEB,
    description=TEXT,
)
PAPERS = made(
    parts.Paper,
    name=NEEDED,
    form=LINE,
    file=LINE,
    originals=COUNT,
    copies=COUNT,
    mandatory=st.none() | st.booleans(),
    note=TEXT,
)
CASES = made(parts.Case, name=LINE, papers=some(PAPERS), notes=some(TEXT))
PROCEDURES = made(
    Procedure,
    code=CODE,
    name=NEEDED,
    plain_names=some(NEEDED),
    keywords=some(NEEDED),
    field_of_service=LINE,
    levels=some(st.sampled_from(Level)),
    online_level=st.none() | st.sampled_from(OnlineLevel),
    summary=TEXT,
    audience=some(NEEDED),
    agencies=made(parts.Agencies, executing=some(NEEDED), deciding=some(NEEDED)),
    methods=some(METHODS),
    cases=some(CASES),
    dossier_sets=COUNT,
    steps=some(TEXT),
    results=some(made(parts.Result, name=NEEDED, code=LINE, form=LINE)),
    conditions=some(TEXT),
    legal_basis=some(
        made(parts.LegalBasis, number=NEEDED, title=LINE, date=st.none() | DAY, issuer=LINE)
    ),
    decision=st.none()
    | made(parts.PublishingDecision, number=NEEDED, date=st.none() | DAY, issuer=LINE),
    related=some(CODE),
    sources=some(made(parts.Source, name=NEEDED, date=st.none() | DAY, address=WEB)),
    confirmed=st.none() | made(parts.Confirmation, by=NEEDED, date=DAY, remark=TEXT),
)
