"""Old Word files by LibreOffice, scans by tesseract: where the machine has them, and where not."""

from __future__ import annotations

import shutil
from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest

from cchc.base.problems import Refused
from cchc.province.decision.files import office, tesseract
from cchc.province.decision.read import read_decision
from cchc.province.decision.report import as_json
from tests.province.decision.facts import D556, D2831
from tests.province.decision.facts_2026 import D3500
from tests.province.decision.make import make
from tests.province.decision.score import differences
from tests.province.decision.sixty import SIXTY

needs_office = pytest.mark.skipif(office.program() is None, reason="máy không có LibreOffice")
needs_tesseract = pytest.mark.skipif(
    not tesseract.is_ready(), reason="máy không có tesseract tiếng Việt"
)
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "WordDocument".encode("utf-16-le")


@needs_office
@pytest.mark.parametrize("form", ["doc", "rtf", "pdf"])
@pytest.mark.parametrize("decision", [D2831, SIXTY], ids=lambda decision: decision.name)
def test_what_libreoffice_writes_is_read_like_the_rest(
    tmp_path: Path, decision: object, form: str
) -> None:
    source = make(tmp_path, decision, "docx")  # type: ignore[arg-type]
    path = tmp_path / f"tep.{form}"
    with office.converted(source, form) as made:
        shutil.copyfile(made, path)

    assert list(differences(decision, as_json(read_decision(path)))) == []  # type: ignore[arg-type]


@pytest.fixture
def bare_machine(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A machine whose PATH holds neither program."""
    monkeypatch.setenv("PATH", tmp_path.as_posix())
    tesseract.is_ready.cache_clear()


@pytest.mark.usefixtures("bare_machine")
def test_without_libreoffice_the_message_names_it(tmp_path: Path) -> None:
    (tmp_path / "cu.doc").write_bytes(OLD_WORD)

    with pytest.raises(Refused, match="LibreOffice"):
        read_decision(tmp_path / "cu.doc")


def scanned(folder: Path, source: Path, turn: float = 0.0) -> Path:
    """Photograph every page of a PDF: pictures, no letters; `turn` in degrees."""
    with pypdfium2.PdfDocument(source) as pdf:
        pages = [
            page.render(scale=200 / 72, grayscale=True).to_pil().rotate(turn, fillcolor=255)
            for page in pdf
        ]
    path = folder / f"quet-{source.name}"
    pages[0].save(path, save_all=True, append_images=pages[1:], resolution=200)
    return path


@pytest.mark.usefixtures("bare_machine")
def test_a_scan_is_recognised_and_the_message_says_what_to_install(tmp_path: Path) -> None:
    path = scanned(tmp_path, make(tmp_path, D3500, "pdf"))

    with pytest.raises(Refused, match="tesseract-ocr-vie"):
        read_decision(path)
    tesseract.is_ready.cache_clear()


@needs_tesseract
@pytest.mark.parametrize("turn", [0.0, 0.3])
def test_a_scan_is_read_by_tesseract_and_every_item_says_so(tmp_path: Path, turn: float) -> None:
    path = scanned(tmp_path, make(tmp_path, D556, "pdf"), turn)

    data = as_json(read_decision(path))

    assert [item["ma"] for item in data["muc"]] == [entry.ma for entry in D556.entries]
    assert [item["cap"] for item in data["muc"]] == [list(entry.cap) for entry in D556.entries]
    assert all(item["ocr"] for item in data["muc"])
    assert (data["so"], data["ngay_ky"], data["hieu_luc"]) == (D556.so, D556.ngay_ky, D556.hieu_luc)
    assert "nhận dạng chữ" in data["van_de"][0]["noi_dung"]
