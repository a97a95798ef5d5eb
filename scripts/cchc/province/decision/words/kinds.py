"""What a text says is done to procedures: new, amended, replaced, abolished, standardised."""

from __future__ import annotations

import re

from cchc.base.text import fold
from cchc.procedures.terms import ChangeKind

KINDS = (
    (ChangeKind.NEW, r"moi ban hanh|ban hanh moi|\b(?:cong bo|hanh chinh|tthc) moi\b"),
    (ChangeKind.AMENDED, r"\bsua doi\b"),
    (ChangeKind.REPLACED, r"\bthay the\b"),
    (ChangeKind.ABOLISHED, r"\b(?:bai bo|hui bo)\b"),
    (ChangeKind.STANDARDISED, r"(?<!tieu )\bchuan hoa\b"),
)  # fmt: skip
# What is replaced or abolished here is a document, not a procedure.
OF_DOCUMENTS = re.compile(
    r"\b(?:thay the|bai bo|hui bo|sua doi,? bo sung)\b(?: mot phan| mot so(?: noi dung| dieu)?| cac"
    r"| noi dung(?: tai)?| toan bo)*(?: tai)? (?:quyet dinh|nghi dinh|thong tu|luat)\b"
)
OTHER_KINDS = re.compile(
    r"\b(?:het|khong con) hieu luc\b|\bloai bo\b|\bgiu nguyen\b|\btam (?:dung|ngung)\b"
    r"|\b(?:con|van|tiep tuc) (?:duoc )?(?:hieu luc|thuc hien|ap dung)\b"
)


def names_other_kind(text: str) -> bool:
    """Tell whether a text says something of a procedure that is none of the kinds: “hết hiệu lực”.

    What it means for the ward, a person has to say.
    """
    return OTHER_KINDS.search(fold(text)) is not None


def amends_decision(title: str) -> bool:
    """Tell whether a title begins with what is done to an earlier decision."""
    found = OF_DOCUMENTS.search(fold(title))
    return found is not None and "cong bo" not in fold(title)[: found.start()]


def kinds_in(text: str) -> frozenset[ChangeKind]:
    """Find what a line or a cell says is done to procedures (not to documents)."""
    key = OF_DOCUMENTS.sub(" ", fold(text))
    return frozenset(kind for kind, pattern in KINDS if re.search(pattern, key))
