"""The categories of news: a fixed list, so that a list of news is never split by a spelling."""

from __future__ import annotations

from cchc.base.text import fold

CATEGORIES = (
    "Tin hoạt động",
    "Cải cách hành chính",
    "Tuyên truyền pháp luật",
    "Gương tốt và phê bình",
    "Thông báo",
)


def category_named(words: str) -> str | None:
    """Find a category by its name, with or without accents and capitals; None where none fits."""
    wanted = fold(words)
    return next((each for each in CATEGORIES if fold(each) == wanted), None)
