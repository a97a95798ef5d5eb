"""One form of a post, whoever wrote it."""

from __future__ import annotations

import datetime as dt

import pytest

from cchc.base.post_form import canonical_post, with_title_field
from cchc.base.problems import Refused
from cchc.news.new_post import new_post_text

PATH = "docs/tin-tuc/posts/2026-11-24-bai.md"
FORM = """---
title: 'Mở thêm quầy: số 3'
description: Từ ngày 1/12.
date: '2026-11-24'
categories: ["Thông báo"]
draft: false
ghim: false
thu_tuc: []
anh: ''
ghi_rieng: x
het_han: 2026-12-31
---
Đoạn đầu.

## Phần hai
"""
FILE = """---
date: 2026-11-24
categories:
- Thông báo
description: Từ ngày 1/12.
het_han: 2026-12-31
ghi_rieng: x
---

# Mở thêm quầy: số 3

Đoạn đầu.

## Phần hai
"""


def test_what_a_form_saves_becomes_the_file_that_people_write() -> None:
    assert canonical_post(PATH, FORM.encode()) == FILE


def test_the_one_form_stays_as_it_is() -> None:
    assert canonical_post(PATH, FILE.encode()) == FILE


def test_the_form_gets_the_title_and_gives_the_file_back() -> None:
    shown = with_title_field(PATH, FILE.encode())
    assert (
        shown.startswith('---\ntitle: "Mở thêm quầy: số 3"')
        or "title: 'Mở thêm quầy: số 3'" in shown
    )
    assert "# Mở" not in shown
    assert canonical_post(PATH, shown.encode()) == FILE


def test_a_changed_title_takes_the_place_of_the_old() -> None:
    shown = with_title_field(PATH, FILE.encode()).replace("số 3", "số 4", 1)
    assert canonical_post(PATH, shown.encode()) == FILE.replace("số 3", "số 4")


def test_what_cchc_post_new_writes_is_near_it() -> None:
    made = new_post_text("Bài mới", dt.date(2026, 11, 24), "Thông báo", "UBND phường")
    form = canonical_post(PATH, made.encode())
    assert canonical_post(PATH, form.encode()) == form
    assert sorted(form.splitlines()) == sorted(made.splitlines())


def test_windows_line_ends_and_decomposed_letters_go() -> None:
    decomposed = FILE.replace("ở", "ở").replace("\n", "\r\n")
    assert canonical_post(PATH, decomposed.encode()) == FILE


@pytest.mark.parametrize(
    "text", ["", "không có phần đầu", "---\n- a\n---\nx\n", "---\na: [\n---\n"]
)
def test_what_cannot_be_read_is_told(text: str) -> None:
    with pytest.raises(Refused):
        canonical_post(PATH, text.encode())
