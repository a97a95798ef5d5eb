"""YAML out: one canonical form, whoever wrote the data."""

from __future__ import annotations

from typing import Any

import yaml

from cchc.base.yaml_read import BOOLEANS, NULLS, WHOLE_NUMBER

# A folded paragraph would make a one-word change a ten-line diff: lines are never folded.
UNFOLDED = 1 << 30


class _Canonical(yaml.CSafeDumper):
    """Block style, many-line text as `|`, quotes where a reader might see a number or a date."""


def _text(dumper: yaml.CSafeDumper, text: str) -> yaml.ScalarNode:
    if "\n" in text:
        return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|")
    style = '"' if _looks_like_something_else(text) else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


def _looks_like_something_else(text: str) -> bool:
    """Tell codes, dates and times from words: other YAML readers make numbers of them."""
    if text in NULLS or text in BOOLEANS or WHOLE_NUMBER.fullmatch(text):
        return True
    return text[0].isdigit() and not any(char.isalpha() for char in text)


_Canonical.add_representer(str, _text)


def write_yaml(data: dict[str, Any], header: str = "") -> str:
    """Give the canonical text of plain data (dict, list, str, int, bool, None), in its order."""
    body = yaml.dump(
        data, Dumper=_Canonical, allow_unicode=True, sort_keys=False, width=UNFOLDED, indent=2
    )
    return f"{header}{body}"
