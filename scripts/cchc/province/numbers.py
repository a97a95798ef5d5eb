"""Numbers of documents: letters that only look right, prefixes, spaces, and odd ones."""

from __future__ import annotations

import re

from cchc.base.text import fold, one_line

# Cyrillic and Greek capitals drawn like Latin ones: typed for them in real document numbers.
LOOK_ALIKES = str.maketrans("АВЕКМНОРСТХІЅΑΒΕΗΙΚΜΝΟΡΤΧ", "ABEKMHOPCTXISABEHIKMNOPTX")
LEADING = re.compile(
    r"^(?:(?:Quyết định|Thông tư liên tịch|Thông tư|Nghị định|Nghị quyết|Luật|Số)\s*:?\s*)+",
    re.IGNORECASE,
)
AROUND_MARKS = re.compile(r"\s*([/–—-])\s*")
# 858/QĐ-BTP, 9354/QĐ-BCA-C06, 2537/QĐ-UBND.
DECISION = re.compile(r"\d{1,5}[a-z]?/(?:\d{4}/)?QĐ-[A-ZĐ]{2,}[A-Za-zĐ]*(?:-[A-Z0-9Đ]+)*")
ISSUED_BY = re.compile(r"/QĐ-([A-ZĐ]+)")


def document_number(text: str) -> str:
    """Give a document's number in one writing: look-alike letters, spaces and prefixes gone."""
    number = one_line(text).translate(LOOK_ALIKES)
    stripped = LEADING.sub("", number)
    # “Luật 47/2014/QH13” is a number with a word before it; “Luật Hộ tịch” is a title.
    number = stripped if any(char.isdigit() for char in stripped) else number
    return AROUND_MARKS.sub(r"\1", number).replace("–", "-").replace("—", "-").strip(" .,;")


def is_decision_number(number: str) -> bool:
    """Tell whether a number looks like a publishing decision's: `858/QĐ-BTP`.

    Real sources also hold “1681”, “QĐCB” and “Demo/QĐ-BCA”.
    """
    return DECISION.fullmatch(number) is not None


def decision_issuer(number: str) -> str:
    """Give the issuer's letters in a decision's number (`BTP`), or nothing."""
    match = ISSUED_BY.search(number)
    return match[1] if match else ""


def initials(agency: str) -> str:
    """Give an agency's letters as decisions write them: Bộ Tư pháp → BTP.

    “và” and what stands in brackets are not counted: Bộ Nông nghiệp và Môi trường → BNNMT.
    """
    words = re.sub(r"\(.*?\)", " ", one_line(agency)).split()
    letters = (word[0].upper() for word in words if fold(word) != "va" and word[0].isalpha())
    return "".join(letters)


def caution(number: str, issuer: str = "") -> str:
    """Say what is odd about a decision's number; nothing where it is not."""
    if not is_decision_number(number):
        return (
            f"Nguồn ghi số quyết định công bố là “{number}”, chưa đúng dạng số/QĐ-cơ quan;"
            " cần kiểm tra lại."
        )
    if decision_issuer(number) == "UBND" and not issuer:
        return f"Nguồn ghi quyết định {number} nhưng không ghi của tỉnh nào; cần kiểm tra lại."
    return ""
