from __future__ import annotations

import markdown
import pytest

from cchc.site.engine.tidying import tidied


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("![a > b](x.png)", '<p><img alt="a &gt; b" src="x.png" loading="lazy" decoding="async"></p>'),
        ("a  \nb", "<p>a<br>\nb</p>"),
        ("---", "<hr>"),
        ("`<br />`", "<p><code>&lt;br /&gt;</code></p>"),
    ],
)  # fmt: skip
def test_void_elements_end_without_a_slash(written: str, html: str) -> None:
    assert tidied(markdown.markdown(written)) == html
