"""What a person must look at in the head: number, dates, effect, the number of procedures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path

from cchc.base.clock import show_date, today
from cchc.base.text import fold, one_line
from cchc.procedures.decision import DocumentKind, Doubt
from cchc.procedures.terms import ChangeKind
from cchc.province.decision.files.blocks import clip
from cchc.province.decision.head.effect import Effect, Superseded
from cchc.province.decision.head.heading import Heading
from cchc.province.decision.words.kinds import kinds_in

# Stands for a number that nothing gives; JSON says null.
NO_NUMBER = "(chưa rõ số)"
# Nobody published procedures by decision before the great stocktaking (Đề án 30).
EARLIEST = 2008
COUNTED = re.compile(r"\b(\d{1,3}) (?:tthc|thu tuc)\b")
# How far after the last number its kind is looked for, and what makes two numbers with the end.
AFTER_COUNT, TWO_COUNTS = 60, 2
FIRST_ARTICLE = re.compile(r"Điều\s+1\b.*?(?=Điều\s+2\b|$)", re.DOTALL)


def about_number(own: str, used: str) -> Iterator[Doubt]:
    """Doubt a number that the document does not give."""
    if not own:
        known = f"; tạm lấy {used} theo tên tệp" if used != NO_NUMBER else ""
        yield Doubt(message=f"không đọc được số của quyết định{known}; xem và điền `so`")


def about_heading(heading: Heading, effect: Effect, superseded: Superseded) -> Iterator[Doubt]:
    """Doubt what the head does not say, or says in two ways."""
    yield from _about_days(heading, effect)
    if heading.other_number:
        message = (
            f"phụ lục ghi kèm theo Quyết định số {heading.other_number}, khác số của văn bản này"
        )
        yield Doubt(message=message)
    if effect.why and heading.kind is DocumentKind.PUBLICATION:
        message = f"{effect.why}; hỏi nơi ban hành rồi điền `hieu_luc`"
        yield Doubt(message=message, words=clip(effect.words))
    if superseded.partly and superseded.numbers:
        numbers = ", ".join(superseded.numbers)
        message = f"thay thế một phần quyết định {numbers}; xem phần nào còn hiệu lực"
        yield Doubt(message=message, words=clip(superseded.words))


def _about_days(heading: Heading, effect: Effect) -> Iterator[Doubt]:
    """Doubt days that cannot be: signed long ago or in years to come, in effect before signing."""
    signed, dated = heading.signed, heading.other_signed
    if signed is None:
        yield Doubt(message="không đọc được ngày ký của quyết định; điền `ngay_ky`")
        return
    if not EARLIEST <= signed.year <= today().year + 1:
        message = f"ngày ký đọc được là {show_date(signed)}, không hợp lý; xem và sửa `ngay_ky`"
        yield Doubt(message=message)
    if dated and not heading.other_number:
        message = (
            f"phụ lục ghi quyết định ký ngày {show_date(dated)}, khác ngày {show_date(signed)}"
        )
        yield Doubt(message=f"{message} ở đầu văn bản; xem `ngay_ky`")
    if effect.date and effect.date < signed:
        message = f"hiệu lực từ {show_date(effect.date)}, trước ngày ký {show_date(signed)}"
        yield Doubt(message=f"{message}; xem ngày nào đúng", words=clip(effect.words))


def declared_count(heading: Heading, kinds: Sequence[ChangeKind | None]) -> Iterator[Doubt]:
    """Doubt where the title or Điều 1 gives other numbers than were read; `kinds`: the items'."""
    first = FIRST_ARTICLE.search(heading.body)
    for text in (heading.title, first[0] if first else ""):
        key = fold(text)
        said = [int(number) for number in COUNTED.findall(key)]
        if said and not (_adds_up(said, len(kinds)) and _of_each_kind(key, kinds)):
            numbers = " + ".join(map(str, said))
            message = (
                f"quyết định ghi {numbers} thủ tục nhưng đọc được {len(kinds)} thủ tục; đếm lại"
            )
            yield Doubt(message=message, words=clip(one_line(text)))
            return


def _adds_up(said: Sequence[int], read: int) -> bool:
    """Tell whether the numbers give what was read: as a sum, or as a total and its shares."""
    total, *shares = said
    return read in {sum(said), total if sum(shares) in {0, total} else -1}


def _of_each_kind(key: str, kinds: Sequence[ChangeKind | None]) -> bool:
    """Compare “02 thủ tục được sửa đổi và 01 thủ tục bãi bỏ” kind by kind, where it says so."""
    places = [*COUNTED.finditer(key), None]
    for one, after in pairwise(places):
        if one is None:
            continue
        named = kinds_in(key[one.end() : after.start() if after else one.end() + AFTER_COUNT])
        clear = len(named) == 1 and None not in kinds
        if clear and len(places) > TWO_COUNTS and kinds.count(next(iter(named))) != int(one[1]):
            return False
    return True


def nothing_read(heading: Heading, rows: int) -> Iterator[Doubt]:
    """Doubt a publication without a single row."""
    if heading.kind is DocumentKind.PUBLICATION and not rows:
        yield Doubt(message="không đọc được bảng danh mục thủ tục nào; phụ lục ở tệp khác?")


def file_number(path: Path) -> str:
    """Give the number that a file's name carries: `3218-QD-UBND.docx`; empty where none."""
    found = re.search(
        r"(?<!\d)(\d{1,5})[-_ ]*(?:Q[DĐ])[-_ ]*(UBND)(?![a-z])", path.stem, re.IGNORECASE
    )
    return f"{found[1]}/QĐ-{found[2].upper()}" if found else ""
