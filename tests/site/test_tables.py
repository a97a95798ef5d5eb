from __future__ import annotations

import markdown

from cchc.site.engine.tables import labelled

TABLE = "| Bộ phận | Việc *được* giao |\n|---|---:|\n| Tư pháp | Rà soát |\n| Tài chính | |\n"


def test_each_cell_carries_its_columns_name() -> None:
    html = labelled(markdown.markdown(TABLE, extensions=["tables"]))
    assert '<table class="cards">' in html
    assert "<thead>" in html
    assert '<th scope="col">Bộ phận</th>' in html
    assert '<td data-label="Bộ phận">Tư pháp</td>' in html
    assert '<td data-label="Việc được giao" class="to-right">Rà soát</td>' in html


def test_other_html_stays_as_it_is() -> None:
    html = '<p>a</p><table class="cards"><tr><td>b</td></tr></table>'
    assert labelled(html) == html


def test_a_table_with_merged_cells_scrolls_in_a_frame_that_keys_reach() -> None:
    html = '<table class="merged"><tr><td colspan="2">a</td></tr></table>'
    framed = labelled(f"<p>b</p>{html}")
    assert framed.endswith(f">{html}</div>")
    assert 'tabindex="0" role="region" aria-label="Bảng, kéo ngang để xem hết"' in framed
