"""The reception calendar's pages, file and block; the organisation by role."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import icalendar

from cchc.site.blocks import Asked, fill
from cchc.site.pages import load_portal
from cchc.site.portal import Portal
from cchc.site.reform.reception.reception_pages import (
    RECEPTIONS,
    reception_figures,
    reception_files,
    reception_pages,
)
from cchc.site.reform.words import SAMPLE
from cchc.site.search.search_rows import plain_text
from tests.reform.samples import add_sample

DAY = dt.date(2026, 11, 25)
YEAR = f"{RECEPTIONS}2026/"


def page(portal: Portal, address: str = YEAR) -> str:
    return next(each for each in reception_pages(portal) if each.address == address).html


def block(portal: Portal, name: str) -> str:
    return plain_text(
        fill("docs/lien-he/index.md", f"<!-- cchc: {name} -->", Asked(portal, "lien-he/"))[0]
    )


def test_the_next_day_stands_first(portal: Path) -> None:
    text = plain_text(page(load_portal(add_sample(portal), DAY)))
    said = text.index("Buổi gần nhất: thứ Tư 25/11/2026, 07:30–11:30: Chủ tịch UBND phường, tại")
    assert text.index(SAMPLE) < said < text.index("Các buổi sắp tới (14)")
    assert "Thay cho 24/11/2026 (ngày nghỉ)" in text


def test_the_calendar_file_has_every_day_once(portal: Path) -> None:
    found = load_portal(add_sample(portal), DAY, "https://huongan.example/")
    ((address, content),) = reception_files(found)
    events = icalendar.Calendar.from_ical(content).walk("VEVENT")
    assert address == f"{YEAR}lich.ics"
    assert len({str(each["UID"]) for each in events}) == len(events) > 100
    assert str(events[0]["SUMMARY"]).endswith("(số liệu mẫu)")
    assert 'href="lich.ics"' in page(found)


def test_the_contact_page_shows_the_next_three(portal: Path) -> None:
    text = block(load_portal(add_sample(portal), DAY), "tiep-cong-dan")
    assert text.startswith(SAMPLE)
    assert text.count("/2026") == 3


def test_after_the_last_day_it_says_so(portal: Path) -> None:
    found = load_portal(add_sample(portal), dt.date(2027, 2, 1))
    assert "chưa có buổi tiếp công dân nào trong lịch" in plain_text(page(found, RECEPTIONS))
    (figure,) = reception_figures(found)
    assert (figure.value, figure.day) == ("", None)


def test_as_shipped_it_says_what_is_not_known(portal: Path) -> None:
    found = load_portal(portal, DAY)
    assert "Chưa có thông tin. Văn phòng" in plain_text(page(found, RECEPTIONS))
    assert block(found, "tiep-cong-dan").startswith("Chưa có thông tin.")
    assert list(reception_files(found)) == []


def test_the_organisation_is_told_by_role(portal: Path) -> None:
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    role = "      - khoa: mot_cua\n        vi_tri:\n          - ten: Công chức hộ tịch\n            viec: Nhận hồ sơ\n"
    settings.write_text(text.replace("      - khoa: mot_cua\n", role, 1), encoding="utf-8")
    said = block(load_portal(portal, DAY), "to-chuc")
    assert "Tài chính – Ngân sách Công khai tài chính" in said
    assert "Công chức hộ tịch Nhận hồ sơ" in said
    assert "Vị trí, người phụ trách từng việc: Chưa có thông tin" in said
