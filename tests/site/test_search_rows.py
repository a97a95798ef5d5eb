from __future__ import annotations

import gzip
import json
import re

from cchc.site import wording
from cchc.site.addresses import procedure_address, slug
from cchc.site.search.search_rows import (
    PROCEDURE,
    Row,
    papers,
    plain_text,
    procedure_row,
    rows_json,
    text_row,
)
from tests.real_data import PAGES, json_lines, needs_real_data
from tests.site.samples import portal_of, procedure

# The page's text runs its cells together: a count of copies ends a paper, its headings are none.
COPIES = re.compile(r"\d+ bản (?:chính|sao)|Tên giấy tờ|Mẫu đơn, tờ khai|Số lượng")


def test_the_row_of_a_procedure() -> None:
    made = procedure(
        "1.004222",
        "ĐĂNG KÝ THƯỜNG TRÚ",
        ten_goi_khac=["nhập hộ khẩu"],
        tu_khoa=["hộ khẩu", "nhập hộ khẩu"],
        tom_tat="Ghi nơi ở\nlâu dài.",
        ho_so=[{"giay_to": [{"ten": "Tờ khai"}, {"ten": "Tờ khai"}, {"ten": "Giấy tờ nhà"}]}],
    )
    assert procedure_row(portal_of(made).entries["1.004222"]) == Row(
        address="thu-tuc/ho-tich/1.004222/",
        kind="p",
        title="Đăng ký thường trú",
        code="1.004222",
        field="Hộ tịch",
        words="nhập hộ khẩu; hộ khẩu",
        papers="Tờ khai; Giấy tờ nhà",
        summary="Ghi nơi ở lâu dài.",
    )


def test_papers_are_cut_short_and_end_before_they_grow_too_many() -> None:
    long = "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài sản khác gắn liền với đất"
    cut = papers([long])
    assert cut == "Giấy chứng nhận quyền sử dụng đất, quyền sở hữu nhà ở và tài"
    assert len(papers([f"Giấy tờ số {n} của một hồ sơ rất dày" for n in range(50)])) <= 160


def test_rows_are_written_in_one_order() -> None:
    rows = [
        Row("b/", "t", "B"),
        Row("a/", "n", "A"),
        Row("thu-tuc/x/1.000001/", "p", "C", "1.000001"),
    ]
    text = rows_json(rows)
    assert text == rows_json(reversed(rows))
    data = json.loads(text)
    assert data["v"] == 1
    assert [row["u"] for row in data["rows"]] == ["thu-tuc/x/1.000001/", "a/", "b/"]
    assert set(data["rows"][0]) == set("ukctfwgs")


def test_a_page_is_known_by_its_first_words() -> None:
    row = text_row("a/", "n", "Tin A", "<h1>Tin A</h1><script>x</script><p>Nội  dung</p>", ("Mục",))
    assert (row.summary, row.words) == ("Nội dung", "Mục")


def test_words_of_html() -> None:
    assert plain_text("<p>a&amp;b</p><svg><path/></svg>\n<p>c</p>") == "a&b c"


def test_what_is_new_or_to_come_stands_before_the_summary() -> None:
    entry = portal_of(procedure(tom_tat="Ghi việc sinh.")).entries["1.001193"]
    row = procedure_row(entry, ("Sửa đổi", "Sắp bị bãi bỏ từ 01/01/2027"))
    assert row.summary == "Sửa đổi. Sắp bị bãi bỏ từ 01/01/2027. Ghi việc sinh."


@needs_real_data
def test_the_rows_of_all_the_nations_commune_procedures_stay_small() -> None:
    pages = [page for page in json_lines(PAGES) if page["_khop_ma"]]
    made = [
        Row(
            address=procedure_address(slug(page["linh_vuc"]), page["ma_thu_tuc"]),
            kind=PROCEDURE,
            title=wording.title(page["ten_thu_tuc"]),
            code=page["ma_thu_tuc"],
            field=page["linh_vuc"],
            papers=papers(each for each in COPIES.split(page["thanh_phan_ho_so"]) if each.strip()),
        )
        for page in pages
    ]
    assert len(made) > 500
    assert len(gzip.compress(rows_json(made).encode(), 9)) <= 40 * 1024
