from __future__ import annotations

from pathlib import Path

from cchc.base.docs import check_docs


def test_pages_that_mkdocs_would_stumble_over_are_told(tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    (docs / "thu-muc.md").mkdir(parents=True)
    (docs / "tot.md").write_text("# Tốt\n", encoding="utf-8")
    (docs / "word.md").write_bytes("# Liên hệ\n".encode("utf-16"))
    (docs / "hong.md").symlink_to(docs / "khong-co")
    told = {each.path: each.message for each in check_docs(tmp_path)}
    assert set(told) == {"docs/hong.md", "docs/thu-muc.md", "docs/word.md"}
    assert "UTF-16" in told["docs/word.md"]
