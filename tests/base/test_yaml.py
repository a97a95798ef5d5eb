from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cchc.base.problems import Refused
from cchc.base.text import clean
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml

TEXT = st.text().map(clean)
KEY = st.from_regex(r"[a-z][a-z_]{0,12}", fullmatch=True)
DATA = st.dictionaries(
    KEY,
    st.recursive(
        TEXT | st.integers(-(10**12), 10**12) | st.booleans() | st.none(),
        lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEY, inner, max_size=3),
        max_leaves=8,
    ),
    max_size=5,
)


@given(DATA)
def test_what_is_written_is_read_back(data: dict[str, Any]) -> None:
    assert (read_yaml("x.yml", write_yaml(data).encode()).data or {}) == data


@pytest.mark.parametrize(
    "word", ["no", "on", "8:30", "07", "1.001193", "2026-11-24", "1_000", "0x1F", ".5", "1e3"]
)
def test_words_stay_words_without_quotes(word: str) -> None:
    assert read_yaml("x.yml", f"a: {word}".encode()).data == {"a": word}


@pytest.mark.parametrize("word", ["07", "8:30", "1.001193", "2026-11-24", "true", "null", "5"])
def test_words_that_another_reader_would_change_are_quoted(word: str) -> None:
    assert write_yaml({"a": word}) == f'a: "{word}"\n'


def test_long_lines_are_not_folded_and_many_lines_are_a_block() -> None:
    assert write_yaml({"a": "từ " * 99 + "cuối"}).count("\n") == 1
    assert write_yaml({"a": "dòng 1\ndòng 2"}) == "a: |-\n  dòng 1\n  dòng 2\n"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("a: &x [1]\nb: *x\n", 1, "dấu neo"),
        ("a: 1\nb: 2\na: 3\n", 3, "viết hai lần (lần đầu ở dòng 1)"),
        ("a:\n\tb: 1\n", 2, "Tab"),
        ("a: 1\nten: Thủ tục: mới\n", 2, "dấu hai chấm"),
        ('a: 1\nb: "chưa đóng\n', 3, "nháy đóng"),
        ("a: !!python/object/apply:os.system [ls]\n", 1, "nhãn kiểu"),
        ("a: !la x\n", 1, "nhãn kiểu"),
        ("[1, 2]: x\n", 1, "tên mục"),
        ("a: 1\n---\nb: 2\n", 2, "---"),
        ("a: @x\n", 1, "nháy kép"),
        ("[" * 60_000 + "]" * 60_000, 1, "lồng nhau"),
        ("- " * 60_000, 1, "lồng nhau"),
        ("\n".join(" " * i + "a:" for i in range(500)), 25, "lồng nhau"),
    ],
)
def test_faults_are_told_with_their_line(text: str, line: int, words: str) -> None:
    with pytest.raises(Refused) as refused:
        read_yaml("x.yml", text.encode())
    told = refused.value.problems
    assert any(each.line == line and words in each.message for each in told), told


def test_a_billion_laughs_are_refused_at_once() -> None:
    levels = [f"a{i}: &a{i} [{', '.join([f'*a{i - 1}'] * 9)}]" for i in range(1, 30)]
    with pytest.raises(Refused, match="dấu neo"):
        read_yaml("x.yml", "\n".join(["a0: &a0 [cười]", *levels]).encode())


def refusal(raw: bytes) -> Refused | None:
    try:
        read_yaml("x.yml", raw)
    except Refused as refused:
        return refused
    return None


@given(st.binary(max_size=300))
def test_no_bytes_break_the_reader(raw: bytes) -> None:
    refused = refusal(raw)
    assert refused is None or all(each.line >= 1 for each in refused.problems)


@given(st.text(alphabet="ab:-?[]{}&*!|>%@`#\"' \t\n", max_size=60))
def test_no_yaml_like_text_breaks_the_reader(text: str) -> None:
    refused = refusal(text.encode())
    assert refused is None or refused.problems


def test_the_same_fault_in_one_line_is_told_once_and_in_order() -> None:
    with pytest.raises(Refused) as refused:
        read_yaml("x.yml", b"a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]\n")
    assert [each.line for each in refused.value.problems] == [1, 2]


def test_a_part_is_read_whatever_stands_elsewhere() -> None:
    text = "toc: !!python/name:x.y\nextra:\n  ward:\n    ten: Hương An\n"
    part = read_yaml("mkdocs.yml", text.encode(), ("extra", "ward"))
    assert part.data == {"ten": "Hương An"}
    assert part.line(("ten",)) == 4
    assert read_yaml("mkdocs.yml", text.encode(), ("extra", "none")).data is None
