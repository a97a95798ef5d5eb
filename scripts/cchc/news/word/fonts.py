"""Runs typed for old fonts, found by the font's name and turned into Unicode in place."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from cchc.base.old_fonts import VNI_MARKS, OldFont, old_font_of, to_unicode
from cchc.news.word.cleaning import W

if TYPE_CHECKING:
    from lxml.etree import _Element

    Element: TypeAlias = _Element

# A post can be short; a mistake is told, and seen by whoever reads the draft.
FEWEST = 4
SOFT_HYPHEN = f"{W}softHyphen"


@dataclass(frozen=True, slots=True)
class Fonts:
    """The font of each style of a document, and the one where no style says any."""

    by_style: dict[str, str]
    usual: str

    def of(self, run: Element) -> str:
        """Name the font that a run is shown in."""
        own = _font(run.find(f"{W}rPr"))
        paragraph = next(run.iterancestors(f"{W}p"), None)
        styles = (_style(run, f"{W}rPr/{W}rStyle"), _style(paragraph, f"{W}pPr/{W}pStyle"))
        return own or next(filter(None, map(self.by_style.get, styles)), self.usual)


def fonts_of(styles: Element | None) -> Fonts:
    """Read the fonts of a styles part; styles take what they do not say from the one below."""
    if styles is None:
        return Fonts({}, "")
    own = {str(each.get(f"{W}styleId")): each for each in styles.iter(f"{W}style")}
    usual = _font(styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    normal = next((name for name, each in own.items() if _is_normal(each)), "")
    by_style = {name: _inherited(own, name) for name in own}
    return Fonts(by_style, by_style.get(normal) or usual)


def convert_old_fonts(root: Element, fonts: Fonts) -> tuple[OldFont, ...]:
    """Turn the text of old fonts into Unicode, in place; give the old fonts that were met."""
    text = "".join(each.text or "" for each in root.iter(f"{W}t"))
    guessed = old_font_of(text, FEWEST)
    met = {font for run in root.iter(f"{W}r") if (font := _convert(run, fonts, guessed))}
    return tuple(sorted(met, key=lambda font: font.name))


def _convert(run: Element, fonts: Fonts, guessed: OldFont | None) -> OldFont | None:
    name = fonts.of(run)
    font = old_font_named(name) or guessed
    if font is None:
        return None
    for each in _texts(run, font):
        shown = to_unicode(each.text or "", font)
        # The fonts named …H show small letters as capitals.
        capitals = font is OldFont.TCVN3 and name.lower().startswith(".vn") and name.endswith("H")
        each.text = shown.upper() if capitals else shown
    return font


def old_font_named(name: str) -> OldFont | None:
    """Tell an old font by its name: `.VnTime`, `VNI-Times`."""
    if name.lower().startswith(".vn"):
        return OldFont.TCVN3
    return OldFont.VNI if name.lower().startswith("vni") else None


def _texts(run: Element, font: OldFont) -> Iterator[Element]:
    for each in list(run):
        if each.tag == SOFT_HYPHEN and font is OldFont.TCVN3:
            # Word took the ư of TCVN3 for a soft hyphen.
            each.tag, each.text = f"{W}t", "\u00ad"
    for each in run.iter(f"{W}t"):
        if font is OldFont.VNI:
            _take_back_mark(run, each)
        yield each


def _take_back_mark(run: Element, text: Element) -> None:
    """Put a VNI mark that begins a run back on the vowel that ends the run before."""
    before = next(run.itersiblings(f"{W}r", preceding=True), None)
    last = list(before.iter(f"{W}t"))[-1:] if before is not None else []
    mark = VNI_MARKS.get((text.text or "")[:1].lower())
    if not last or not last[0].text or not mark:
        return
    # The run before is Unicode by now.
    letter = unicodedata.normalize("NFC", last[0].text[-1] + mark)
    if len(letter) == 1:
        last[0].text, text.text = last[0].text[:-1] + letter, (text.text or "")[1:]


def _font(properties: Element | None) -> str:
    fonts = properties.find(f"{W}rFonts") if properties is not None else None
    if fonts is None:
        return ""
    return fonts.get(f"{W}ascii") or fonts.get(f"{W}hAnsi") or ""


def _style(holder: Element | None, path: str) -> str:
    found = holder.find(path) if holder is not None else None
    return (found.get(f"{W}val") or "") if found is not None else ""


def _is_normal(style: Element) -> bool:
    return style.get(f"{W}type") == "paragraph" and style.get(f"{W}default") in {"1", "true"}


def _inherited(own: dict[str, Element], name: str) -> str:
    seen: set[str] = set()
    while name in own and name not in seen:
        seen.add(name)
        if font := _font(own[name].find(f"{W}rPr")):
            return font
        name = _style(own[name], f"{W}basedOn")
    return ""
