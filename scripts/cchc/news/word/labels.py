"""The numbers of a list's items, as the paper shows them: 4. or a) or (ii)."""

from __future__ import annotations

ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
LETTERS = "abcdefghijklmnopqrstuvwxyz"


def label(number: int, style: str, ending: str) -> str:
    """Give the label of item `number`; `style` and `ending` are pandoc's words for its form."""
    shown = _shown(number, style)
    return {"OneParen": f"{shown})", "TwoParens": f"({shown})"}.get(ending, f"{shown}.")


def _shown(number: int, style: str) -> str:
    if number < 1:
        return str(number)
    if style.endswith("Alpha"):
        letter = LETTERS[(number - 1) % 26] * ((number - 1) // 26 + 1)
        return letter.upper() if style.startswith("Upper") else letter
    if style.endswith("Roman"):
        return _roman(number).upper() if style.startswith("Upper") else _roman(number)
    return str(number)


def _roman(number: int) -> str:
    shown = ""
    for value, letters in ROMAN:
        shown += letters * (number // value)
        number %= value
    return shown
