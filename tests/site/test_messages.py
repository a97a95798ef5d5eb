from __future__ import annotations

import pytest

from cchc.site.engine.mkdocs_messages import in_vietnamese

MISSING = "Doc file 'tin-tuc/posts/a.md' contains a link 'x.md', but the target 'tin-tuc/posts/x.md' is not found among documentation files."


@pytest.mark.parametrize(
    ("english", "vietnamese"),
    [
        (MISSING, "docs/tin-tuc/posts/a.md: liên kết “x.md” trỏ tới tệp không có"),
        (f"{MISSING} Did you mean '../x.md'?", "(có phải “../x.md”?)"),
        (
            "Doc file 'index.md' contains an absolute link '/thu-tuc/', it was left as is.",
            "docs/index.md: liên kết “/thu-tuc/” bắt đầu bằng dấu /",
        ),
        (
            "Doc file 'index.md' contains an unrecognized relative link 'thu-tuc', it was left as is.",
            "docs/index.md: liên kết “thu-tuc” không trỏ tới tệp nào",
        ),
        (
            "Doc file 'a.md' contains a link 'b.md#c', but the doc 'b.md' does not contain an anchor '#c'.",
            "docs/a.md: liên kết “b.md#c” trỏ tới đề mục không có",
        ),
        (
            "Doc file 'a.md' contains a link '#c', but there is no such anchor on this page.",
            "docs/a.md: liên kết “#c” trỏ tới đề mục không có",
        ),
        (
            "A reference to 'b.md' is included in the 'nav' configuration, which is not found in the documentation files.",
            "mkdocs.yml: mục `nav` trỏ tới tệp “b.md” không có",
        ),
    ],
)
def test_what_mkdocs_says_of_a_link_is_said_in_vietnamese(english: str, vietnamese: str) -> None:
    assert vietnamese in in_vietnamese(english)


def test_any_other_message_passes() -> None:
    assert in_vietnamese("Cleaning site directory") == "Cleaning site directory"
