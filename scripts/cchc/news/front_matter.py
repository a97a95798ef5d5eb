"""The head of a post, as MkDocs and the site read it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from cchc.base.yaml_write import write_yaml

SUMMARY = 200
# “163/QĐ-UBND.” or “ngày 1.” are no ends: a sentence ends before a space and a capital.
SENTENCE = re.compile(r".*?[.!?…](?=\s+[A-ZÀ-ỸĐ“]|\s*$)")
SHORTEST = 20
INTRODUCING = re.compile(r"(?:,?\s+(?:như sau|sau đây|gồm|cụ thể))?\s*:$")
ADDRESSED = ("Kính gửi", "Kính mời", "Căn cứ", "Theo đề nghị", "Xét đề nghị")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What stands above a post's text; `picture` is relative to the post's file."""

    date: dt.date
    description: str
    categories: tuple[str, ...]
    author: str = ""
    picture: str = ""
    picture_alt: str = ""
    procedures: tuple[str, ...] = ()
    draft: bool = True


def head_text(head: FrontMatter) -> str:
    """Write the head, with its `---` lines; the keys that say nothing are left out."""
    said: dict[str, object] = {
        "categories": list(head.categories),
        "description": head.description,
        "tac_gia": head.author,
        "anh": head.picture,
        "anh_mo_ta": head.picture_alt,
        "thu_tuc": list(head.procedures),
    }
    data = {key: value for key, value in said.items() if value}
    # The blog wants the date as YAML's own, without quotes.
    draft = "draft: true\n" if head.draft else ""
    return f"---\ndate: {head.date.isoformat()}\n{draft}{write_yaml(data)}---\n"


def propose_summary(paragraphs: list[str]) -> str:
    """Give the first sentence that says something, cut at a word to 200 characters."""
    for each in paragraphs:
        if each.startswith(ADDRESSED) or each.isupper():
            continue
        # “… ban hành kế hoạch như sau:” says enough without what follows.
        paragraph = INTRODUCING.sub(".", each)
        sentence = SENTENCE.match(paragraph)
        said = sentence[0] if sentence and len(sentence[0]) >= SHORTEST else paragraph
        if len(said) >= SHORTEST:
            return shortened(said)
    return shortened(" ".join(paragraphs).rstrip(" :"))


def shortened(text: str, most: int = SUMMARY) -> str:
    """Cut a text at a word to at most so many characters, with … where it was cut."""
    if len(text) <= most:
        return text
    return f"{text[: most - 1].rsplit(' ', 1)[0].rstrip(' ,;:.–-')}…"
