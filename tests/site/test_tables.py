from __future__ import annotations

import markdown

from cchc.site.tables import labelled

TABLE = "| Bộ phận | Việc *được* giao |\n|---|---:|\n| Tư pháp | Rà soát |\n| Tài chính | |\n"


def test_each_cell_carries_its_columns_name() -> None:
    html = labelled(markdown.markdown(TABLE, extensions=["tables"]))
    assert '<table class="cards" role="table">' in html
    assert '<thead role="rowgroup">' in html
    assert '<th role="columnheader" scope="col">Bộ phận</th>' in html
    assert '<td role="cell" data-label="Bộ phận">Tư pháp</td>' in html
    assert (
        '<td role="cell" data-label="Việc được giao" style="text-align: right;">Rà soát</td>'
        in html
    )
    assert html.count('role="row"') == 3


def test_other_html_stays_as_it_is() -> None:
    html = '<p>a</p><table class="cards"><tr><td>b</td></tr></table>'
    assert labelled(html) == html
