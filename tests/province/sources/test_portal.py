"""The national portal's lists, both protocols with their real field names, and lying ones."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from cchc.province import formats
from cchc.province.content import Format, Listing
from cchc.province.sources.brought import Brought
from cchc.province.sources.ledger import READ, Entry, Ledger
from cchc.province.sources.portal import bring_portal
from cchc.province.sources.settings import Source
from tests.province.sources.server import Asked, Reply, fetcher, site

ROWS = 430
CODES = [f"1.{100000 + number}" for number in range(ROWS)]


def old_row(code: str) -> dict[str, str]:
    return {
        "ID": code[2:], "PROCEDURE_CODE": code, "PROCEDURE_NAME": f"Cấp giấy {code}",
        "PUBLISHED_AGENCY": "Bộ Tư pháp", "IMPLEMENTATION_AGENCY": "Ủy ban nhân dân cấp xã",
        "QDCBID": "123376", "FIELD_NAME": "Hộ tịch", "AMOUNT": str(ROWS), "ROW_STT": "1",
    }  # fmt: skip


def old(asked: Asked) -> Reply:
    params = asked.params
    assert params["service"] == "procedure_advanced_search_service_v2"
    size, page = params["recordPerPage"], params["pageIndex"]
    return Reply(json.dumps([old_row(c) for c in CODES[size * (page - 1) : size * page]]).encode())


def new_item(code: str) -> dict[str, Any]:
    return {"id": f"id-{code}", "code": code, "name": f"Cấp giấy {code}",
            "categories": [{"name": "Hộ tịch"}], "departmentPromulgate": {"name": "Bộ Tư pháp"}}  # fmt: skip


def envelope(items: list[Any], last: str, total: int) -> bytes:
    data = {"items": items, "lastId": last, "total": total}
    return json.dumps({"code": "OK", "message": "", "data": data}).encode()


def new(asked: Asked) -> Reply:
    assert asked.path.endswith("/list-all-public-formality-by-citizen")
    body = asked.json
    start = CODES.index(body["lastId"]) + 1 if body["lastId"] else 0
    codes = CODES[start : start + body["limit"]]
    return Reply(envelope([new_item(c) for c in codes], codes[-1] if codes else "", ROWS))


def bring(
    folder: Path, kind: str, answer: Callable[[Asked], Reply], *entries: Entry, **filters: str
) -> Brought:
    with site(answer) as where:
        source = Source.model_validate(
            {
                "ma": "cong",
                "ten": "Cổng quốc gia",
                "loai": kind,
                "dia_chi": where.address,
                **filters,
            }
        )
        asks = fetcher()
        with asks.client:
            return bring_portal(folder, source, Ledger(entries), asks)


@pytest.mark.parametrize(
    ("kind", "answer", "format_"),
    [("cong_cu", old, Format.OLD_PORTAL_LIST), ("cong_moi", new, Format.PORTAL_LIST)],
)
def test_whole_list_becomes_one_file_that_reads_as_a_list(
    tmp_path: Path, kind: str, answer: Callable[[Asked], Reply], format_: Format
) -> None:
    (file,) = bring(tmp_path, kind, answer).files
    listing = formats.read(file.path)
    assert isinstance(listing, Listing)
    assert listing.format is format_
    assert [row.code for row in listing.rows] == CODES
    assert listing.declared == ROWS


@pytest.mark.parametrize(("kind", "answer"), [("cong_cu", old), ("cong_moi", new)])
def test_same_list_again_brings_nothing(
    tmp_path: Path, kind: str, answer: Callable[[Asked], Reply]
) -> None:
    (file,) = bring(tmp_path, kind, answer).files
    entry = Entry("cong", file.sha256, READ, dt.date(2026, 11, 24), file.name)
    again = bring(tmp_path, kind, answer, entry)
    assert (again.files, again.failed) == ((), False)


def refused(folder: Path, kind: str, answer: Callable[[Asked], Reply]) -> str:
    brought = bring(folder, kind, answer)
    assert (brought.files, brought.failed) == ((), True)
    assert not list(folder.rglob("*.jsonl")), "không có danh sách nửa vời"
    return "; ".join(problem.message for problem in brought.problems)


def repeated(_: Asked) -> Reply:
    return Reply(json.dumps([old_row(code) for code in CODES[:50]]).encode())


def repeated_with_other_numbers(asked: Asked) -> Reply:
    """Lie so that the count comes out: 400 rows, 50 of them, each time numbered on."""
    rows = [old_row(code) for code in CODES[:50]]
    for number, row in enumerate(rows, start=50 * asked.params["pageIndex"]):
        row |= {"ROW_STT": str(number), "AMOUNT": "400"}
    return Reply(json.dumps(rows).encode())


def without_cursor(asked: Asked) -> Reply:
    return Reply(envelope(json.loads(new(asked).body)["data"]["items"], "", ROWS))


def without_end(asked: Asked) -> Reply:
    start = int(asked.json["lastId"] or 0)
    items = [new_item(f"1.{start + number:06}") for number in range(2)]
    return Reply(envelope(items, str(start + 2), 10**6))


def short(asked: Asked) -> Reply:
    reply = old(asked)
    return reply if asked.params["pageIndex"] < 3 else Reply(b"[]")


def ring(_: Asked) -> Reply:
    return Reply(envelope([new_item(code) for code in CODES[:200]], CODES[199], ROWS))


def denied(_: Asked) -> Reply:
    return Reply(json.dumps({"code": "ERR", "message": "Bảo trì", "data": None}).encode())


@pytest.mark.parametrize(
    ("kind", "answer", "words"),
    [
        ("cong_cu", repeated, "trang lặp"),
        ("cong_cu", repeated_with_other_numbers, "trang lặp"),
        ("cong_moi", ring, "trang lặp"),
        ("cong_moi", without_cursor, "trang lặp"),
        ("cong_moi", without_end, "dài hơn"),
        ("cong_cu", short, "tổng số 430 nhưng trả 100"),
        ("cong_cu", lambda _: Reply(b"[]"), "rỗng"),
        ("cong_cu", lambda _: Reply(b'[{"PROCEDURE_CODE": "1.0'), "JSON bị cắt"),
        ("cong_cu", lambda _: Reply(b"<html>Forbidden</html>"), "trang web (HTML)"),
        ("cong_cu", lambda _: Reply(b"<html>", 403), "từ chối (403)"),
        ("cong_cu", lambda _: Reply(b'{"a": 1}'), "không đúng dạng"),
        ("cong_moi", denied, "Bảo trì"),
        ("cong_moi", lambda _: Reply(b"[" * 100_000), "JSON bị cắt"),
        ("cong_moi", lambda _: Reply(status=500), "500"),
    ],
)
def test_list_that_cannot_be_believed_is_not_handed_over(
    tmp_path: Path, kind: str, answer: Callable[[Asked], Reply], words: str
) -> None:
    assert words in refused(tmp_path, kind, answer)


def test_server_that_gives_fewer_rows_a_page_than_asked_is_read_to_its_end(tmp_path: Path) -> None:
    def small(asked: Asked) -> Reply:
        page = asked.params["pageIndex"]
        return Reply(json.dumps([old_row(c) for c in CODES[20 * (page - 1) : 20 * page]]).encode())

    (file,) = bring(tmp_path, "cong_cu", small).files
    listing = formats.read(file.path)
    assert isinstance(listing, Listing)
    assert len(listing.rows) == ROWS


@pytest.mark.parametrize("amount", ["\u00b2", "-1", "nhiều", "9" * 5000, None])
def test_total_that_is_no_number_is_no_total(tmp_path: Path, amount: str | None) -> None:
    rows = [{**old_row(code), "AMOUNT": amount} for code in CODES[:7]]
    (file,) = bring(tmp_path, "cong_cu", lambda _: Reply(json.dumps(rows).encode())).files
    listing = formats.read(file.path)
    assert isinstance(listing, Listing)
    assert len(listing.rows) == 7


def of_three(*codes: str) -> Callable[[Asked], Reply]:
    return lambda _: Reply(envelope([new_item(code) for code in codes], "x", len(codes)))


def test_list_that_goes_back_to_what_it_was_is_brought_again(tmp_path: Path) -> None:
    one, other = of_three("1.000001"), of_three("1.000001", "1.000002")
    day = dt.date(2026, 11, 24)
    (first,) = bring(tmp_path, "cong_moi", one).files
    read = [Entry("cong", first.sha256, READ, day, first.name)]
    (second,) = bring(tmp_path, "cong_moi", other, *read).files
    read.append(Entry("cong", second.sha256, READ, day, second.name))
    assert [f.sha256 for f in bring(tmp_path, "cong_moi", one, *read).files] == [first.sha256]
    assert bring(tmp_path, "cong_moi", one, *read).files == ()


def test_half_a_sign_does_not_break_the_list(tmp_path: Path) -> None:
    row = {**old_row("1.000001"), "AMOUNT": "1", "FIELD_NAME": "Hộ \ud800tịch"}
    (file,) = bring(tmp_path, "cong_cu", lambda _: Reply(json.dumps([row]).encode())).files
    listing = formats.read(file.path)
    assert isinstance(listing, Listing)
    assert listing.rows[0].field == "Hộ tịch"


def test_number_of_the_request_makes_no_other_list(tmp_path: Path) -> None:
    def numbered(number: int) -> Callable[[Asked], Reply]:
        page = json.loads(of_three("1.000001")(Asked("", "", {}, b"")).body)
        return lambda _: Reply(json.dumps(page | {"traceId": number}).encode())

    first, second = (bring(tmp_path, "cong_moi", numbered(n)).files[0] for n in (1, 2))
    assert first.sha256 == second.sha256


def test_the_ward_asks_for_its_own(tmp_path: Path) -> None:
    asked: list[Asked] = []

    def answer(request: Asked) -> Reply:
        asked.append(request)
        return of_three("1.000001")(request)

    bring(tmp_path, "cong_moi", answer, co_quan="H57", cap="COMMUNE")
    assert asked[0].method == "POST"
    assert asked[0].json.items() >= {"departmentCode": "H57", "level": "COMMUNE"}.items()
