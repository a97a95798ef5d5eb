"""Parts of the portal's record under the model's YAML keys; JSON of any shape is survived."""

from __future__ import annotations

import html
import math
import re
from typing import Any

from cchc.base.text import clean, name_key, one_line
from cchc.procedures.terms import FeeKind
from cchc.province.building import Data
from cchc.province.numbers import document_number
from cchc.province.phrases import FEE_KINDS, UNITS, fee, item, known, method, split_agencies

# Tags of plain formatting in the record's texts; any other tag stays and is refused later.
BREAKS = re.compile(r"(?i)<br\s*/?>|</(?:p|div|li|tr)>")
FORMATTING = re.compile(
    r"(?i)</?(?:p|div|span|b|i|u|em|strong|ul|ol|li|table|tbody|tr|td)\b[^<>]*>"
)


def text(data: Data, key: str) -> str:
    """Give a text of the record, without formatting tags; empty where it is none."""
    value = data.get(key)
    if not isinstance(value, str):
        return ""
    if "<" in value or "&" in value:
        value = html.unescape(FORMATTING.sub("", BREAKS.sub("\n", value)))
    return known(value)


def items(data: Data, key: str) -> list[Data]:
    """Give a list of objects of the record; empty where it is none."""
    value = data.get(key)
    return [each for each in value if isinstance(each, dict)] if isinstance(value, list) else []


def names(data: Data, key: str, instead: str = "") -> list[str]:
    """Give the names of the objects under a key, or those in a text under another key."""
    found = [one_line(text(each, "name")) for each in items(data, key)]
    found = [name for name in found if name]
    return list(dict.fromkeys(found)) or list(split_agencies(text(data, instead)))


def steps(data: Data) -> list[str]:
    """Give the steps: each one's name, if any, and its text."""
    found = (
        clean("\n".join(filter(None, (text(each, "name"), text(each, "description")))))
        for each in items(data, "executionSteps")
    )
    return [each for each in found if each]


def methods(data: Data) -> list[Data]:
    """Give the ways of filing; one with an unknown name is left out."""
    return [
        {
            "hinh_thuc": kind,
            "thoi_han": _time_limit(each),
            "phi": [found for one in items(each, "fees") if (found := _fee(one))],
            "mo_ta": text(each, "description"),
        }
        for each in items(data, "executionMethods")
        if (kind := method(text(each, "submissionMethod")))
    ]


def _time_limit(data: Data) -> Data | None:
    """Give a whole number with its unit; other numbers and units as words, 0 as nothing."""
    number, unit = _number(data.get("processingTime")), text(data, "processingTimeUnit")
    if number is None:
        words = text(data, "processingTime")
        return {"loi": words} if words else None
    known_unit = UNITS.get(unit.lower())
    if not number or known_unit is None:
        return None
    if number == int(number):
        return {"gia_tri": int(number), "don_vi": known_unit}
    return {"loi": f"{number:g} {known_unit.label}".replace(".", ",", 1)}


def _number(value: Any) -> float | None:  # noqa: ANN401 - int, float or text in real records
    if isinstance(value, bool) or not isinstance(value, (int, float, str)):
        return None
    try:
        number = float(value)
    except ValueError:
        return None
    return number if math.isfinite(number) and number >= 0 else None


def _fee(data: Data) -> Data | None:
    kind = FEE_KINDS.get(text(data, "type").lower(), FeeKind.OTHER)
    amount = _number(data.get("value")) or 0
    words = text(data, "description")
    currency = text(data, "currencyId")
    whole = int(amount) if amount == int(amount) and currency.upper() in {"", "VND"} else None
    if whole is None:
        words = "; ".join(filter(None, (f"{amount:g} {currency}".strip(), words)))
    return fee(kind, whole, words)


def cases(data: Data) -> list[Data]:
    """Give the papers by case; a case without papers is left out."""
    found = (
        {"truong_hop": one_line(text(each, "name")), "giay_to": _papers(each)}
        for each in items(data, "executionCases")
    )
    return [each for each in found if each["giay_to"]]


def _papers(case: Data) -> list[Data]:
    return [
        {
            "ten": item(text(each, "name")),
            "mau": "; ".join(names(each, "attachments")),
            "ban_chinh": _count(each.get("originalQty")),
            "ban_sao": _count(each.get("copyQty")),
            # False is what the portal writes where nobody chose.
            "bat_buoc": True if each.get("required") is True else None,
        }
        for each in items(case, "profileComponents")
        if item(text(each, "name"))
    ]


def _count(value: Any) -> int | None:  # noqa: ANN401 - int, float or text in real records
    number = _number(value)
    return int(number) if number is not None and number == int(number) else None


def legal_basis(data: Data) -> list[Data]:
    """Give the legal documents: number and title."""
    found = (
        {"so": document_number(text(each, "code")), "ten": one_line(text(each, "name"))}
        for each in items(data, "legalBasisesDetails")
    )
    return [each for each in found if each["so"] or each["ten"]]


def services(data: Data) -> list[Data]:
    """Give the online services; a name that only repeats the procedure's is left out."""
    own = name_key(text(data, "name"))
    found = (
        (one_line(text(each, "code")), one_line(text(each, "name")))
        for each in items(data, "cases")
    )
    return [
        {"ma": code, "ten": "" if name_key(name) == own else name} for code, name in found if code
    ]
