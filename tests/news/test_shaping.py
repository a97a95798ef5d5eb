"""How papers are typed, and what it means: capitals, bold lines, dashes, numbers, heads."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import docx
import pytest
from docx.oxml.ns import nsdecls

from cchc.news.front_matter import propose_summary, shortened
from cchc.news.guessing import guess_category
from cchc.news.importing import Asked, plan_import
from cchc.news.model import (
    Block,
    Blocks,
    Bullets,
    Cell,
    Figure,
    Heading,
    Numbered,
    Paragraph,
    Picture,
    Styled,
    Table,
    Text,
    lines_of,
    words,
)  # fmt: skip
from cchc.news.word.handmade import gather_lists, keep_numbers
from cchc.news.word.headings import find_headings
from cchc.news.word.labels import label
from cchc.news.word.layout import captioned, taken_apart
from cchc.news.word.letterhead import Letterhead, take_foot, take_letterhead
from cchc.news.word.names import learn_names
from cchc.news.word.titles import take_title
from tests.news.word_files import bold, link, raw_xml

BODY = (
    "Ngày 24/11, tại hội trường, đồng chí Nguyễn Văn dẫn đoàn của TDP số 4 đến An Hòa.",
    "Theo Quyết định 163/QĐ-BTP, UBND phường triển khai.",
)
NAMES = learn_names(BODY, ["phường Hương An", "thành phố Huế"])


def p(text: str, *, strong: bool = False) -> Paragraph:
    return Paragraph((Styled("strong", (Text(text),)),) if strong else (Text(text),))


def outline(blocks: Blocks) -> list[str]:
    return [
        f"{'#' * each.level} {words(each.inner)}"
        if isinstance(each, Heading)
        else " ".join(lines_of([each]))
        for each in blocks
    ]


@pytest.mark.parametrize(("typed", "shown"), [
    ("KẾT QUẢ CẢI CÁCH HÀNH CHÍNH PHƯỜNG HƯƠNG AN", "Kết quả cải cách hành chính phường Hương An"),
    ("LỊCH TIẾP CÔNG DÂN CỦA CHỦ TỊCH UBND PHƯỜNG QUÝ IV", "Lịch tiếp công dân của chủ tịch UBND phường quý IV"),
    ("RA QUÂN Ở AN HÒA, TDP SỐ 4, THÀNH PHỐ HUẾ", "Ra quân ở An Hòa, TDP số 4, thành phố Huế"),
    ("II. PHƯƠNG HƯỚNG, NHIỆM VỤ", "II. Phương hướng, nhiệm vụ"),
    ("THỰC HIỆN QUYẾT ĐỊNH 163/QĐ-BTP NĂM 2026", "Thực hiện quyết định 163/QĐ-BTP năm 2026"),
    ("NGƯỜI VIỆT NAM DÙNG HÀNG VIỆT NAM", "Người Việt Nam dùng hàng Việt Nam"),
    ("Đã viết thường thì để nguyên UBND", "Đã viết thường thì để nguyên UBND"),
    ("UBND", "UBND"),
])  # fmt: skip
def test_capitals_are_read_as_a_sentence_with_its_names(typed: str, shown: str) -> None:
    assert NAMES.as_sentence(typed) == shown


def test_bold_lines_are_headings_by_their_numbers() -> None:
    blocks: Blocks = (
        p("Mở đầu."), p("A. PHẦN CHUNG CỦA BÁO CÁO", strong=True), p("I. Tình hình", strong=True),
        p("1. Thuận lợi", strong=True), p("x"), p("2. Khó khăn:", strong=True), p("Câu in đậm để nhấn mạnh.", strong=True),
        p("B. NHIỆM VỤ", strong=True), p("Ảnh: minh họa", strong=True), p("Người viết bài", strong=True),
    )  # fmt: skip
    assert outline(find_headings(blocks, NAMES)) == [
        "Mở đầu.", "## A. Phần chung của báo cáo", "### I. Tình hình", "#### 1. Thuận lợi", "x",
        "#### 2. Khó khăn", "Câu in đậm để nhấn mạnh.", "## B. Nhiệm vụ", "Ảnh: minh họa", "Người viết bài",
    ]  # fmt: skip


def test_levels_have_no_gaps_and_styles_go_before_bold_lines() -> None:
    blocks: Blocks = (
        Heading(1, (Text("Một"),)), p("Đậm dưới một", strong=True), p("a"),
        Heading(4, (Text("Sâu"),)), p("b"), Heading(2, (Text("Hai"),)), p("c"),
    )  # fmt: skip
    assert outline(find_headings(blocks, NAMES)) == [
        "## Một", "### Đậm dưới một", "a", "#### Sâu", "b", "### Hai", "c",
    ]  # fmt: skip


def test_numbered_bold_items_are_headings() -> None:
    item = (p("Kết quả đạt được", strong=True),)
    blocks: Blocks = (Numbered(2, plain=False, labels=("II.",), items=(item,)), p("x"))
    assert outline(find_headings(blocks, NAMES)) == ["## II. Kết quả đạt được", "x"]


def test_typed_dashes_are_a_list_and_sums_below_zero_are_not() -> None:
    gathered = gather_lists((p("- một"), p("+ hai"), p("–ba"), p("-5 độ C"), p("• bốn")))
    inner = Bullets(((p("hai"),),))
    assert gathered == (
        Bullets(((p("một"), inner), (p("ba"),))),
        p("-5 độ C"),
        Bullets(((p("bốn"),),)),
    )
    strong = Paragraph((Styled("strong", (Text("- Hộ tịch:"),)), Text(" 12 hồ sơ")))
    assert gather_lists((strong,)) == (
        Bullets(((Paragraph((Styled("strong", (Text("Hộ tịch:"),)), Text(" 12 hồ sơ"))),),)),
    )  # fmt: skip


def test_numbers_that_go_on_are_kept_as_words() -> None:
    def numbered(start: int, *items: str, plain: bool = True) -> Numbered:
        labels = tuple(f"{start + at}." for at in range(len(items)))
        return Numbered(start, plain, labels, tuple((p(each),) for each in items))

    alone = numbered(1, "a", "b")
    assert keep_numbers((alone,)) == (alone,)
    kept = keep_numbers((numbered(1, "a"), p("giữa"), numbered(2, "b")))
    assert outline(kept) == ["1. a", "giữa", "2. b"]


@pytest.mark.parametrize(("number", "style", "ending", "shown"), [
    (4, "Decimal", "Period", "4."), (1, "LowerAlpha", "OneParen", "a)"), (27, "LowerAlpha", "Period", "aa."),
    (9, "UpperRoman", "Period", "IX."), (3, "LowerRoman", "TwoParens", "(iii)"), (14, "UpperRoman", "DefaultDelim", "XIV."),
])  # fmt: skip
def test_labels(number: int, style: str, ending: str, shown: str) -> None:
    assert label(number, style, ending) == shown


def cell(*lines: str) -> Cell:
    return Cell(tuple(map(p, lines)))


def test_a_head_without_number_or_with_a_day_that_is_none() -> None:
    table = Table(1, ((cell("CÔNG AN", "PHƯỜNG HƯƠNG AN", "Số:     /TB-CAP"),
                       cell("CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Hương An, ngày 31 tháng 2 năm 2026")),), ())  # fmt: skip
    head, rest = take_letterhead((table, p("x")))
    assert head == Letterhead(agency="CÔNG AN PHƯỜNG HƯƠNG AN")
    assert rest == (p("x"),)


def test_a_party_paper_has_a_head_too() -> None:
    table = Table(0, ((cell("ĐẢNG BỘ THÀNH PHỐ HUẾ", "ĐẢNG ỦY PHƯỜNG HƯƠNG AN", "*", "Số 12-TB/ĐU"),
                       cell("ĐẢNG CỘNG SẢN VIỆT NAM", "Huế, ngày 3 tháng 2 năm 2026")),), ())  # fmt: skip
    head, _ = take_letterhead((table, p("x")))
    assert head is not None
    assert head.day == dt.date(2026, 2, 3)
    assert head.agency == "ĐẢNG ỦY PHƯỜNG HƯƠNG AN"


def test_a_paper_about_the_country_has_no_head() -> None:
    blocks = (
        p("Tên bài"),
        p("Đoạn một."),
        *(p("x") for _ in range(9)),
        p("Cộng hòa xã hội chủ nghĩa Việt Nam"),
    )
    assert take_letterhead(blocks) == (None, blocks)


def test_a_table_of_receivers_in_the_text_is_no_foot_when_it_is_long() -> None:
    long = Table(
        1,
        tuple((cell(f"Nơi nhận hồ sơ số {n} của bà con trong phường ta"),) for n in range(40)),
        (),
    )
    blocks: Blocks = (p("x"), long, p("y"))
    assert take_foot(blocks) == (False, blocks)


@pytest.mark.parametrize(("blocks", "title", "left"), [
    ((p("KẾ HOẠCH", strong=True), p("PHÁT TRIỂN SẢN XUẤT", strong=True), p("NĂM 2026", strong=True), p("x")),
     "Kế hoạch phát triển sản xuất năm 2026", 1),
    ((p("TIN", strong=True), p("Hương An ra quân", strong=True), p("x")), "Hương An ra quân", 1),
    ((p("THÔNG BÁO", strong=True), p("UBND phường nghỉ lễ", strong=True), p("x")), "Thông báo UBND phường nghỉ lễ", 1),
    ((p("Hương An ra quân", strong=True), p("I. Mở đầu", strong=True)), "Hương An ra quân", 1),
    ((p("Hương An ra quân làm sạch đường"), p("x")), "Hương An ra quân làm sạch đường", 1),
    ((p("Sáng nay, phường ra quân."), p("x")), "", 2),
    ((Heading(1, (Text("Ra quân"),)), p("x")), "Ra quân", 1),
    ((Heading(1, (Text("I. Mở đầu"),)), p("x")), "", 2),
])  # fmt: skip
def test_titles(blocks: Blocks, title: str, left: int) -> None:
    found, rest = take_title(blocks, Letterhead(), NAMES)
    assert (found, len(rest)) == (title, left)


def test_frames_and_rules_mean_nothing() -> None:
    frame = Table(0, ((cell("Trong khung", "-----"),),), ())
    assert taken_apart((p("_____"), frame, p("* * *"))) == (p("Trong khung"),)


def test_a_caption_is_the_short_line_below() -> None:
    figure = Figure(Picture("media/a.jpg", ""), ())
    said = p("Ảnh: họp tổ")
    assert list(captioned((figure, said, p("Ảnh hưởng sâu rộng.")))) == [
        Figure(figure.picture, said.inner), p("Ảnh hưởng sâu rộng."),
    ]  # fmt: skip
    after: tuple[Block, ...] = (figure, p("Ảnh hưởng của bão đến đời sống bà con trong phường ta."))
    assert tuple(captioned(after)) == after


@pytest.mark.parametrize(("paragraphs", "summary"), [
    (["Kính gửi: các tổ.", "Phường mời bà con dự họp ngày 1/12. Xin cảm ơn."], "Phường mời bà con dự họp ngày 1/12."),
    (["Theo 163/QĐ-BTP, phường làm. Sau đó nghỉ."], "Theo 163/QĐ-BTP, phường làm."),
    (["Phường ban hành kế hoạch tuyên truyền như sau:"], "Phường ban hành kế hoạch tuyên truyền."),
    (["Ngắn."], "Ngắn."),
])  # fmt: skip
def test_summaries(paragraphs: list[str], summary: str) -> None:
    assert propose_summary(paragraphs) == summary


def test_a_long_summary_is_cut_at_a_word() -> None:
    cut = shortened("thủ tục hành chính " * 30)
    assert len(cut) <= 200
    assert cut.endswith(("thủ…", "tục…", "hành…", "chính…"))


@pytest.mark.parametrize(("title", "category"), [
    ("Thông báo nghỉ lễ", "Thông báo"), ("Tuyên truyền Luật Đất đai", "Tuyên truyền pháp luật"),
    ("Báo cáo CCHC quý III", "Cải cách hành chính"), ("Gương sáng tổ 4", "Gương tốt và phê bình"),
    ("Ra quân làm sạch đường", "Tin hoạt động"),
])  # fmt: skip
def test_categories(title: str, category: str) -> None:
    assert guess_category(title, []) == category


def imported(portal: Path, paper: docx.document.Document) -> tuple[str, str]:
    path = portal.parent / "bai.docx"
    paper.save(path.as_posix())
    plan = plan_import(portal, path, Asked(dt.date(2026, 11, 24)))
    return str(plan.files[plan.path]).split("---\n", 2)[2], "\n".join(map(str, plan.problems))


def test_vni_letters_broken_over_runs(portal: Path) -> None:
    paper = docx.Document()
    paper.styles["Normal"].font.name = "VNI-Times"
    bold(paper, "Thoâng baùo veà vieäc noäp hoà sô")
    paragraph = paper.add_paragraph("Quye")
    paragraph.add_run("át ñònh veà vie")
    paragraph.add_run("äc thuû tuïc haønh chính cuûa phöôøng.")
    text, told = imported(portal, paper)
    assert text.startswith(
        "\n# Thông báo về việc nộp hồ sơ\n\nQuyết định về việc thủ tục hành chính của phường."
    )
    assert "VNI (phông VNI-Times) đã chuyển" in told


def test_old_letters_without_their_font_are_read_too(portal: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("QuyÕt ®Þnh vÒ viÖc c«ng bè thñ tôc hµnh chÝnh míi ban hµnh cña ph­êng.")
    text, _ = imported(portal, paper)
    assert "Quyết định về việc công bố thủ tục hành chính mới ban hành của phường." in text


def test_a_link_written_as_a_field_and_a_table_of_contents(portal: Path) -> None:
    paper = docx.Document()
    paper.add_paragraph("Bài có mục lục")
    w = nsdecls("w")
    raw_xml(
        paper.add_paragraph("Xem "),
        f'<w:fldSimple {w} w:instr="HYPERLINK &quot;javascript:alert(1)&quot;"><w:r><w:t>tại đây</w:t></w:r></w:fldSimple>',
    )
    field = paper.add_paragraph("Và ")
    for inner in ('<w:fldChar w:fldCharType="begin"/>', '<w:instrText>HYPERLINK "javascript:alert(2)"</w:instrText>',
                  '<w:fldChar w:fldCharType="separate"/>', "<w:t>ở kia</w:t>", '<w:fldChar w:fldCharType="end"/>'):  # fmt: skip
        raw_xml(field, f"<w:r {w}>{inner}</w:r>")
    link(paper.add_paragraph("Trang "), "của phường", "https://hue.gov.vn")
    paper.element.body.insert(1, docx.oxml.parse_xml(
        f'<w:sdt {w}><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
        "<w:sdtContent><w:p><w:r><w:t>Mở đầu ..... 1</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    ))  # fmt: skip
    text, _ = imported(portal, paper)
    assert "javascript" not in text
    assert "\nXem tại đây\n" in text
    assert "\nVà ở kia\n" in text
    assert "[của phường](https://hue.gov.vn)" in text
    assert "....." not in text
