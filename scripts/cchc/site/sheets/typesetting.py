"""From data to PDF by typst: tagged by PDF/UA-1, the same bytes for the same data."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

import typst

from cchc.base.clock import VIETNAM

TEMPLATES = Path(__file__).parent
# The letters that follow carry the marks a reader aloud goes by (ISO 14289-1).
STANDARD: Literal["ua-1"] = "ua-1"
ENDS = "query(<end>).map(each => each.location().page())"


def fonts_of(folder: Path | None) -> typst.Fonts:
    """Load the fonts of a folder and typst's own; the system's are never asked."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


def pdf(template: str, data: Mapping[str, Any], fonts: typst.Fonts, day: dt.date) -> bytes:
    """Set the data by a template beside this module; the document was made on the day."""
    made = dt.datetime.combine(day, dt.time(), VIETNAM)
    done = _compiler(template, data, fonts).compile(pdf_standards=[STANDARD], timestamp=made)
    if not isinstance(done, bytes):  # only pictures come as a list, a page each
        raise TypeError
    return done


def ends(template: str, data: Mapping[str, Any], fonts: typst.Fonts) -> tuple[int, ...]:
    """Give the page on which each sheet ends, counted from 1 through the whole document."""
    return tuple(json.loads(_compiler(template, data, fonts).eval(ENDS)))


def _compiler(template: str, data: Mapping[str, Any], fonts: typst.Fonts) -> typst.Compiler:
    return typst.Compiler(
        TEMPLATES / template,
        root=TEMPLATES,
        font_paths=fonts,
        sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
    )
