"""A post's category, guessed by its words where nobody said it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from cchc.base.post_head import CATEGORIES
from cchc.base.text import fold

ACTIVITY, REFORM, LAW, EXAMPLES, NOTICE = CATEGORIES
# In the order asked: a notice on the reform is a notice.
WORDS = (
    (NOTICE, ("thong bao", "lich tiep", "lich cup", "moi hop")),
    (EXAMPLES, ("guong", "bieu duong", "phe binh", "chan chinh")),
    (REFORM, ("cai cach hanh chinh", "cchc", "thu tuc hanh chinh", "tthc", "dich vu cong",
              "mot cua", "chi so hai long", "chuyen doi so")),
    (LAW, ("phap luat", "luat ", "nghi dinh", "tuyen truyen", "xu phat")),
)  # fmt: skip
OFTEN = 3


def guess_category(title: str, lines: Iterable[str], known: Sequence[str] = CATEGORIES) -> str:
    """Give the category that the title, else the often said words, speak for.

    `known` are the settings' categories; the first of them where the words speak for none.
    """
    found = _spoken_for(title, lines)
    return found if found in known else known[0]


def _spoken_for(title: str, lines: Iterable[str]) -> str:
    name, text = f"{fold(title)} ", fold(" ".join(lines))
    for category, signs in WORDS:
        if any(sign in name for sign in signs):
            return category
    for category, signs in WORDS[1:]:
        if sum(text.count(sign) for sign in signs) >= OFTEN:
            return category
    return ACTIVITY
