"""Ten papers of an office, brought in: what each becomes."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from cchc.base.posts import read_post
from cchc.news.importing import Asked, plan_import
from cchc.news.planning import Plan
from tests.news.word_files import PAPERS, save

DAY = dt.date(2026, 11, 24)


def brought(portal: Path, name: str, asked: Asked | None = None) -> tuple[Plan, str]:
    """Give the plan and the text below the head."""
    plan = plan_import(portal, save(portal.parent, name), asked or Asked(DAY))
    text = plan.files[plan.path]
    assert isinstance(text, str)
    return plan, text.split("---\n", 2)[2]


def told(plan: Plan) -> str:
    return "\n".join(map(str, plan.problems))


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_becomes_a_draft_that_can_be_read(portal: Path, name: str) -> None:
    plan, _ = brought(portal, name)
    raw = plan.files[plan.path]
    assert isinstance(raw, str)
    post = read_post(plan.path, raw.encode())
    assert post.draft
    assert post.date == DAY
    assert 0 < len(post.description) <= 200
    assert len(post.categories) == 1
    assert "<!-- more -->" in post.body


def test_report(portal: Path) -> None:
    plan, body = brought(portal, "report")
    assert plan.path.endswith(
        "2026-11-24-bao-cao-ket-qua-cong-tac-cai-cach-hanh-chinh-quy-iii-nam-2026.md"
    )
    assert (
        body
        == """
# Báo cáo kết quả công tác cải cách hành chính quý III năm 2026

Thực hiện Kế hoạch số 12/KH-UBND ngày 15/01/2026, UBND phường Hương An báo cáo kết quả công tác CCHC quý III năm 2026. Số liệu tính đến ngày 30/9/2026.

<!-- more -->

## I. Kết quả thực hiện

### 1. Cải cách thủ tục hành chính

- Tiếp nhận 1.245 hồ sơ; giải quyết đúng hạn 99,2%.
- Niêm yết công khai 357 thủ tục, trong đó:
    - 274 thủ tục toàn trình;
    - 85 thủ tục một phần.
- Trả lời 12/12 phản ánh, kiến nghị.

### 2. Tổ chức bộ máy

Đã kiện toàn Trung tâm Phục vụ hành chính công phường.

## II. Phương hướng quý IV

1\\. Rà soát thủ tục 1.001193 và 2.000815, báo cáo mã 9.999999.

a) Giao Văn phòng; b) giao Tư pháp.

Số văn bản: 125/BC-UBND, ngày 24/11/2026.
"""
    )
    text = str(plan.files[plan.path])
    assert "tac_gia: UBND phường Hương An\n" in text
    assert 'thu_tuc:\n- "1.001193"\n- "2.000815"\n' in text
    assert "35: nhắc: không có thủ tục 9.999999" in told(plan)
    assert "nơi nhận và chữ ký" in told(plan)


def test_plan_with_heading_styles_and_numbers_that_go_on(portal: Path) -> None:
    _, body = brought(portal, "plan")
    assert body.startswith("\n# Kế hoạch tuyên truyền cải cách hành chính năm 2026\n")
    assert "\n## I. Mục đích, yêu cầu\n" in body
    assert "\n### 2. Trên trang thông tin\n" in body
    # Markdown would call it 1 again.
    assert "\n3\\. Đăng trước ngày 25 hằng tháng.\n" in body


def test_notice_whose_head_is_typed_with_tabs(portal: Path) -> None:
    plan, body = brought(portal, "notice")
    assert (
        body
        == """
# Thông báo về việc tiếp nhận hồ sơ vào sáng thứ Bảy

Bà con tra cứu tại [Cổng Dịch vụ công](https://dichvucong.gov.vn/p/home?a=1&b=%282%29_x) hoặc gửi thư đến [hộp thư của phường](mailto:phuong@example.vn). Mã &lt;b>in đậm&lt;/b> & dấu \\*sao\\*, \\_gạch\\_, \\[ngoặc\\], \\{ngoặc\\} giữ nguyên.

<!-- more -->

> “Việc hôm nay chớ để ngày mai.”

Đoạn thụt vào vẫn là đoạn thường.

\\# không phải tiêu đề, > không phải trích dẫn

Số văn bản: 31/TB-UBND, ngày 20/11/2026.
"""
    )
    assert "- Thông báo\n" in str(plan.files[plan.path])


def test_feature_with_pictures(portal: Path) -> None:
    plan, body = brought(portal, "feature")
    folder = "2026-11-24-mot-ngay-o-trung-tam-phuc-vu-hanh-chinh-cong"
    assert (
        f"""
![Người dân nộp hồ sơ tại quầy số 2]({folder}/anh-1.jpg){{ width="1200" height="1600" loading="lazy" }}
*Ảnh: người dân nộp hồ sơ tại quầy số 2.*
{{ .anh }}
"""
        in body
    )
    # Word's own description is nobody's: the caption stands in.
    assert f"![Biểu đồ hồ sơ theo tháng]({folder}/anh-2.png)" in body
    assert f"![]({folder}/anh-3.jpg)" in body
    assert f"{plan.path}:32: nhắc: ảnh chưa có mô tả" in told(plan)
    # Pictures side by side in a table without lines.
    assert f"![Quầy số 1]({folder}/anh-4.jpg)" in body
    assert "|" not in body
    assert plan.pictures == 5
    assert f"anh: {folder}/anh-1.jpg\nanh_mo_ta: Người dân nộp hồ sơ tại quầy số 2\n" in str(
        plan.files[plan.path]
    )


def test_tables(portal: Path) -> None:
    _, body = brought(portal, "tables")
    assert (
        """
Bảng 1. Hồ sơ theo lĩnh vực

| TT | Lĩnh vực | Tiếp nhận | Đúng hạn |
| --- | --- | --- | --- |
| 1 | Hộ tịch | 212 | 210 |
| 2 | Chứng thực \\| sao y | 640 | 640 |
| 3 | Đất đai | 57 |  |
"""
        in body
    )
    assert "| Tư pháp | Hộ tịch<br>Chứng thực &lt;bản sao> |" in body
    assert "<table>\n<tbody>\n<tr><td>Quầy 1</td><td>Hộ tịch</td></tr>" in body


def test_merged_cells_are_html(portal: Path) -> None:
    _, body = brought(portal, "merged")
    assert body.startswith("\n# Lịch tiếp công dân quý IV của phường Hương An\n")
    assert (
        """<thead>
<tr><th scope="col" rowspan="2">STT</th><th scope="col" rowspan="2">Tháng</th><th scope="colgroup" colspan="2">Buổi</th></tr>
<tr><th scope="col">Sáng</th><th scope="col">Chiều</th></tr>
</thead>"""
        in body
    )
    assert (
        '<tr><td>2</td><td rowspan="2">11/2026</td><td>Chủ tịch</td><td>Chủ tịch</td></tr>' in body
    )
    assert '<tr><td>3</td><td colspan="2">Nghỉ lễ</td></tr>' in body


def test_footnotes(portal: Path) -> None:
    _, body = brought(portal, "footnotes")
    assert (
        "Thửa đất 120 m² được cấp giấy theo luật[^1], không phải <del>đóng thêm</del> làm" in body
    )
    assert "| Cấp mới | 20 ngày[^3] |" in body
    assert body.endswith(
        "[^1]: Luật Đất đai, Điều 1.\n\n[^2]: Ngày làm việc.\n\n[^3]: Kể từ ngày đủ hồ sơ.\n"
    )


def test_tracked_changes_comments_hidden_words_and_boxes(portal: Path) -> None:
    plan, body = brought(portal, "reviewed")
    assert "Tổ dân phố đã giúp 15 hộ nộp hồ sơ, ai cũng khen." in body
    for words in ("Viết lại câu này", "số điện thoại riêng", "đường dây nóng"):
        assert words.lower() not in body.lower()
    assert "2 chỗ sửa theo dõi" in told(plan)
    assert "đã bỏ 1 ghi chú" in told(plan)
    assert "đã bỏ 1 đoạn chữ ẩn" in told(plan)
    assert (
        "hộp chữ (Text Box) không có trong bài; nếu cần thì chép vào: “Đường dây nóng của tổ”"
        in told(plan)
    )


def test_old_font(portal: Path) -> None:
    plan, body = brought(portal, "old_font")
    assert (
        body
        == """
# Thông báo về việc nộp hồ sơ trực tuyến

UBND phường mời bà con đến nộp hồ sơ, giải quyết thủ tục hành chính.

<!-- more -->

Đoạn này gõ Unicode.
"""
    )
    assert "TCVN3 (phông .VnTime) đã chuyển sang Unicode" in told(plan)


def test_decision_with_its_head_in_pieces_keeps_its_annex(portal: Path) -> None:
    plan, body = brought(portal, "decision")
    assert (
        body
        == """
# Quyết định về việc thành lập Tổ chuyển đổi số cộng đồng

CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG HƯƠNG AN

<!-- more -->

Căn cứ Nghị định số 63/2010/NĐ-CP;

Điều 1. Thành lập Tổ chuyển đổi số cộng đồng gồm 5 người.

Điều 2. Quyết định này có hiệu lực kể từ ngày ký.

## Phụ lục: danh sách

| TT | Chức danh |
| --- | --- |
| 1 | Tổ trưởng |

Số văn bản: 9/QĐ-UBND, ngày 02/11/2026.
"""
    )
    text = str(plan.files[plan.path])
    assert "tac_gia: Ủy ban nhân dân phường Hương An\n" in text
    assert "description: Điều 1. Thành lập Tổ chuyển đổi số cộng đồng gồm 5 người.\n" in text


def test_letter_is_called_by_what_it_is_about(portal: Path) -> None:
    plan, body = brought(portal, "letter")
    assert body.startswith("\n# Về việc rà soát thủ tục hành chính quý IV\n")
    assert "Đề nghị các bộ phận rà soát, gửi trước 25/12/2026." in body
    assert "description: Đề nghị các bộ phận" in str(plan.files[plan.path])


def test_what_the_person_says_of_the_post_holds(portal: Path) -> None:
    asked = Asked(dt.date(2026, 12, 1), "Gương tốt và phê bình", "Tên khác: bài", publish=True)
    plan, _ = brought(portal, "report", asked)
    text = str(plan.files[plan.path])
    assert text.startswith("---\ndate: 2026-12-01\ncategories:\n- Gương tốt và phê bình\n")
    assert "draft" not in text
    assert "\n# Tên khác: bài\n" in text
    assert "máy đoán" not in told(plan)
