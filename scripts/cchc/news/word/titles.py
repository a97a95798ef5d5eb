"""The title of a paper: what it is called, however it was typed."""

from __future__ import annotations

import re
from collections.abc import Iterable

from cchc.base.text import fold, one_line
from cchc.news.model import Block, Blocks, Heading, Paragraph, is_wholly, words
from cchc.news.word.headings import UNNUMBERED, is_kind_of_paper, rank
from cchc.news.word.letterhead import Letterhead
from cchc.news.word.names import Names

# A first line that is longer, or ends as a sentence, is the first sentence of the text.
LONGEST_LINE = 120
LONGEST_TITLE = 300
MOST_LINES = 4
SENTENCE_END = re.compile(r"[.;:,!?]$")
# Kinds that nobody says in a title on a news page: “Tin: …”.
SILENT_KINDS = frozenset({"tin", "bai viet", "tin bai", "bai tuyen truyen"})
LETTER = "kinh gui"


def take_title(blocks: Blocks, head: Letterhead, names: Names) -> tuple[str, Blocks]:
    """Give the title and the blocks without it; empty where the paper has none."""
    if not blocks:
        return "", blocks
    first = blocks[0]
    if isinstance(first, Heading) and not rank(words(first.inner)):
        return _shown([words(first.inner)], names), blocks[1:]
    if head.about and isinstance(first, Paragraph) and fold(_line(first)).startswith(LETTER):
        return names.as_sentence(f"Về việc {head.about}"), blocks
    count = _title_lines(blocks)
    if count:
        return _shown([_line(each) for each in blocks[:count]], names), blocks[count:]
    if isinstance(first, Paragraph) and _could_be(_line(first)):
        return _shown([_line(first)], names), blocks[1:]
    return "", blocks


def _line(block: Block) -> str:
    return one_line(words(block.inner)) if isinstance(block, Paragraph) else ""


def _title_lines(blocks: Blocks) -> int:
    """Count the bold lines at the beginning that make one title."""
    count = 0
    if is_kind_of_paper(_line(blocks[0])) and not _is_bold(blocks[0]):
        # The kind stands alone in its line also where nothing is bold.
        return 2 if len(blocks) > 1 and _could_be(_line(blocks[1]), LONGEST_TITLE) else 1
    for block in blocks[:MOST_LINES]:
        if not _is_bold(block):
            break
        text = _line(block)
        if rank(text) != UNNUMBERED or (count and not _goes_on(blocks[count - 1], text)):
            break
        count += 1
    return count


def _is_bold(block: Block) -> bool:
    return isinstance(block, Paragraph) and is_wholly("strong", block.inner)


def _goes_on(before: Block, text: str) -> bool:
    """Tell whether a bold line goes on with the title: after the kind, or all in capitals too."""
    said = _line(before)
    return is_kind_of_paper(said) or (said.isupper() and text.isupper()) or text[:1].islower()


def _could_be(text: str, longest: int = LONGEST_LINE) -> bool:
    return 0 < len(text) <= longest and not SENTENCE_END.search(text)


def _shown(lines: Iterable[str], names: Names) -> str:
    kind, *rest = lines
    if is_kind_of_paper(kind) and rest:
        said = names.as_sentence(" ".join(rest)) if rest[0].isupper() else " ".join(rest)
        if fold(kind) in SILENT_KINDS:
            return said.rstrip(" .")
        return f"{kind[:1].upper()}{kind[1:].lower()} {_uncapitalised(said, names)}".rstrip(" .")
    return names.as_sentence(" ".join((kind, *rest))).strip(" .")


def _uncapitalised(text: str, names: Names) -> str:
    """Begin with a small letter, unless the text begins with a name or an abbreviation."""
    first = text.split(" ", 1)[0]
    if first[1:].islower() and not any(text.startswith(name) for name in names.names):
        return text[:1].lower() + text[1:]
    return text
