"""A portal that somebody has broken: the desk opens all the same, and says what to mend."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.office.desk.conftest import Office, committed, running
from tests.portals import make_portal

PAGES = ("/", "/thu-tuc?q=khai", "/can-sua", "/thay-doi", "/quyet-dinh", "/cau-hoi", "/da-bo")
FILES = ("mkdocs.yml", "procedures/linh-vuc.yml", "procedures/su-kien.yml", "docs/thong-bao.yml",
         "procedures/ho-tich/1.001193.yml", "procedures/questions.yml", "docs/chuyen-huong.yml",
         "procedures/decisions/2026/1-qd-ubnd.yml", "docs/tin-tuc/posts/2026-11-24-hong.md",
         "procedures/sources.yml", "docs/hong.md")  # fmt: skip
BROKEN = (b"", b"\xff\xfe\x00", b"a: [", b"- 1\n- 2\n", b"x: !!python/name:os.system\n")


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    with running(committed(make_portal(tmp_path_factory.mktemp("hong") / "trang"))) as office:
        yield office


@pytest.mark.parametrize("path", FILES)
def test_every_page_answers_and_tells_nothing_in_english(office: Office, path: str) -> None:
    file = office.desk.root / path
    before = file.read_bytes() if file.exists() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    for raw in BROKEN:
        file.write_bytes(raw)
        for page in PAGES:
            answer = office.get(page)
            assert answer.status_code in {200, 409}, (raw, page)
            assert "Traceback" not in answer.text
            assert "lỗi chưa lường" not in answer.text.lower(), (raw, page)
    if before is None:
        file.unlink()
    else:
        file.write_bytes(before)


def test_a_folder_where_a_file_should_be_is_told(office: Office) -> None:
    folder: Path = office.desk.root / "docs/tin-tuc/posts/2026-11-24-thu-muc.md"
    folder.mkdir()
    assert "là thư mục" in office.get("/can-sua").text
    folder.rmdir()
