"""Points and percents as exact decimals: a person writes 4,5 or 4.5, the file keeps "4.5".

Kept as text in the file: a YAML number with a point would be binary in other programs, and the
sums of a scoring sheet must come out to the last digit.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from cchc.base.text import one_line

WRITTEN = re.compile(r"(?P<whole>\d{1,4})(?:(?P<sign>[.,])(?P<part>\d{1,4}))?", re.ASCII)
# 1.500 may be one and a half or fifteen hundred: a person has to say which.
UNSURE = re.compile(r"\d{1,3}\.\d\d0")
MOST = Decimal(1000)
FULL = Decimal(100)
PATTERN = r"^\d{1,4}([.,]\d{1,4})?$"


class NotAScoreError(ValueError):
    """The words are no points; the message says so in Vietnamese."""


def read_score(written: str) -> Decimal:
    """Read `4`, `4,5` or `4.5`, from 0 to 1000. Raise `NotAScoreError` for anything else."""
    text = one_line(written)
    found = WRITTEN.fullmatch(text)
    if found is None:
        message = f"“{text[:40]}” không phải số điểm; viết như 4 hoặc 4,5 (không âm, không chữ)"
        raise NotAScoreError(message)
    if UNSURE.fullmatch(text):
        message = f"“{text}” có thể hiểu hai cách; viết dấu phẩy cho phần lẻ và bỏ số 0 cuối"
        raise NotAScoreError(message)
    value = Decimal(f"{found['whole']}.{found['part'] or 0}")
    if value > MOST:
        message = f"{text} điểm quá lớn (tối đa {MOST}); xem lại dấu phẩy"
        raise NotAScoreError(message)
    return value


def kept(value: Decimal) -> str:
    """Give the text that the file keeps: a point, no zeros at the end."""
    return f"{value.normalize():f}"


def shown(value: Decimal) -> str:
    """Write points as people here do: `4,5`."""
    return kept(value).replace(".", ",")


def _score(value: object) -> object:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        raise PydanticCustomError("score", "phải là một số điểm, ví dụ 4 hoặc 4,5")
    try:
        return read_score(str(value))
    except NotAScoreError as error:
        raise PydanticCustomError("score", "{why}", {"why": str(error)}) from None


def _percent(value: object) -> object:
    score = _score(value)
    if isinstance(score, Decimal) and score > FULL:
        message = "{percent}% quá 100%; xem lại số này"
        raise PydanticCustomError("percent", message, {"percent": shown(score)})
    return score


_TEXT = (
    PlainSerializer(kept, return_type=str),
    WithJsonSchema({"type": "string", "pattern": PATTERN}),
)
Score = Annotated[Decimal, BeforeValidator(_score), *_TEXT]
Percent = Annotated[Decimal, BeforeValidator(_percent), *_TEXT]
