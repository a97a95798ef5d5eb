"""From data to PDF by typst: tagged by PDF/UA-1, the same bytes for the same data."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import typst

from cchc.base.clock import VIETNAM

TEMPLATES = Path(__file__).parent
FRAME = "frame.typ"
# ISO 14289-1: what a program that reads aloud needs to go by.
STANDARD: Final = "ua-1"
LACKING = re.compile(r'the text `"(.+?)"` could not be displayed')
ENDS = "query(<end>).map(each => each.location().page())"


@dataclass(frozen=True, slots=True)
class Typeset:
    """A PDF's bytes; `lacks` is a text that no font has, for which it is no PDF/UA."""

    pdf: bytes
    lacks: str = ""


def fonts_of(folder: Path | None) -> typst.Fonts:
    """Load the fonts of a folder and typst's own; the system's are never asked."""
    return typst.Fonts(include_system_fonts=False, font_paths=[folder] if folder else [])


def pdf(template: str, data: Mapping[str, Any], fonts: typst.Fonts, day: dt.date) -> Typeset:
    """Set the data by a template beside this module; the document was made on the day."""
    made = dt.datetime.combine(day, dt.time(), VIETNAM)
    try:
        done, lacks = (
            _compiler(template, data, fonts).compile(pdf_standards=[STANDARD], timestamp=made),
            "",
        )
    except typst.TypstError as error:
        # The standard refuses a letter that no font has; the sheet is printed all the same, with
        # an empty box in its place, and the clerk is told.
        lacks = _lacking(error)
        if not lacks:
            raise
        # A compiler holds its files for one run only.
        done = _compiler(template, data, fonts).compile(timestamp=made)
    if not isinstance(done, bytes):  # only pictures come as a list, a page each
        raise TypeError
    return Typeset(done, lacks)


def _lacking(error: typst.TypstError) -> str:
    """Give the first text that no font has; nothing where the error is another."""
    found = LACKING.search(str(error))
    return found[1] if found else ""


def ends(template: str, data: Mapping[str, Any], fonts: typst.Fonts) -> tuple[int, ...]:
    """Give the page on which each sheet ends, counted from 1 through the whole document."""
    return tuple(json.loads(_compiler(template, data, fonts).eval(ENDS)))


def _compiler(template: str, data: Mapping[str, Any], fonts: typst.Fonts) -> typst.Compiler:
    # As a file, not as `sys_inputs`: those belong to what typst knows its kept results by, so that
    # one letter changed would have every sheet set anew.
    files = {
        "main.typ": (TEMPLATES / template).read_bytes(),
        FRAME: (TEMPLATES / FRAME).read_bytes(),
        "data.json": json.dumps(data, ensure_ascii=False).encode(),
    }
    # Its stub knows one file only.
    return typst.Compiler(files, font_paths=fonts)  # type: ignore[type-var]
