"""Whatever stands in a document: rows read = items + rows left to a person, and no code is lost."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from cchc.base.codes import codes_in
from cchc.province.decision.files.blocks import Block, Document, Paragraph, Row, harmless
from cchc.province.decision.read import decision_of

HERE = Path(__file__)
HEADINGS = (
    ("STT", "Mã TTHC", "Tên TTHC", "Thời hạn giải quyết"),
    ("Tên thủ tục hành chính", "Lĩnh vực", "Mã số", "Ghi chú"),
    ("Việc", "Ai làm", "Khi nào", "Ở đâu"),
)
CODE = st.from_regex(r"[1-4]\.[0-9]{6}", fullmatch=True)
CELL = st.one_of(
    st.just(""),
    CODE,
    CODE.map(lambda code: f"{code[:6]}\n{code[6:]}"),
    st.tuples(CODE, CODE).map(", ".join),
    st.sampled_from((
        "Đăng ký khai sinh", "1", "2", "A", "II", "LĨNH VỰC HỘ TỊCH (02 TTHC)", "Danh mục thủ tục hành chính bị bãi bỏ",
        "CẤP XÃ", "x", "Toàn trình", "Tổng số: 3", "(1)", "1.500", "Thay thế 2.001023", "05 ngày làm việc", "Quyết định số 1/QĐ-UBND",
    )),
    st.text(max_size=12),
).map(harmless)  # fmt: skip
CELLS = st.one_of(st.tuples(CELL, CELL, CELL, CELL), st.sampled_from(HEADINGS))


@st.composite
def documents(draw: st.DrawFn) -> tuple[Block, ...]:
    blocks: list[Block] = [Paragraph("Số: 12/QĐ-UBND")]
    for table in range(1, draw(st.integers(2, 5))):
        blocks += [Paragraph(text) for text in draw(st.lists(CELL.filter(bool), max_size=3))]
        above: tuple[str, ...] | None = None
        for number, own in enumerate(draw(st.lists(CELLS, max_size=7)), start=1):
            carried = frozenset(draw(st.sets(st.integers(0, 3), max_size=2)) if above else ())
            cells = tuple(
                above[n] if above and n in carried else cell for n, cell in enumerate(own)
            )
            above = cells
            blocks.append(
                Row(
                    cells,
                    None,
                    table,
                    number,
                    carried,
                    draw(st.integers(1, 4)),
                    draw(st.booleans()),
                )
            )
    return tuple(blocks)


@settings(max_examples=150)
@given(documents())
def test_rows_in_are_items_out_and_problems(blocks: tuple[Block, ...]) -> None:
    decision = decision_of(Document(blocks), HERE)

    held = [doubt for doubt in decision.doubts if doubt.holds_row]
    assert decision.rows == len(decision.items) + len(held)


@settings(max_examples=150)
@given(documents())
def test_every_code_is_in_an_item_or_a_problem(blocks: tuple[Block, ...]) -> None:
    decision = decision_of(Document(blocks), HERE)

    kept = {code for item in decision.items for code in (item.code, *item.replaces)}
    for words in (
        *(item.words for item in decision.items),
        *(doubt.words for doubt in decision.doubts),
    ):
        kept |= set(codes_in(words))
    for block in blocks:
        texts = (block.text,) if isinstance(block, Paragraph) else block.cells
        assert {code for text in texts for code in codes_in(text)} <= kept
