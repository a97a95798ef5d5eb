"""From the province's page to the public's: sources, flags, a person's word, one step, three days.

One source is down, one lies; the step that writes is killed in the middle; one decision is
taken back at the end.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.province.decision.make import make
from tests.province.sources.server import Asked, Reply, Site, site
from tests.story.test_flag_story import AGAIN, DEATH, FILES, NEW, cchc, own_list

ROOT = Path(__file__).parents[2]
WHO = "Công chức Văn phòng – Thống kê"
TITLE = "Quyết định công bố Danh mục thủ tục hành chính"
# The fifth file that is put in its place: in the middle of what `cchc apply` writes together.
KILLED = """
import os, signal
real, seen = os.replace, [0]
def replace(*arguments, **options):
    seen[0] += 1
    if seen[0] == 5:
        os.kill(os.getpid(), signal.SIGKILL)
    real(*arguments, **options)
os.replace = replace
from cchc.cli.main import main
main(["apply"])
"""


def row(name: str, title: str = TITLE) -> str:
    return f'<tr><td>{title}</td><td><a href="/tep/{name}">Tải về</a></td></tr>'


def bomb(path: Path) -> bytes:
    """Make a .xlsx of 300 MB unpacked."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("xl/workbook.xml", b" " * (300 << 20))
    return path.read_bytes()


def with_entities(path: Path, source: bytes) -> bytes:
    """Make a .docx whose text begins with a declaration of entities."""
    path.write_bytes(source)
    made = path.with_suffix(".xxe.docx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            raw = old.read(name)
            if name == "word/document.xml":
                raw = b'<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>' + raw
            new.writestr(name, raw)
    return made.read_bytes()


def _documents(folder: Path) -> list[Path]:
    return [make(folder, each, form) for each, form in FILES[:3]]


class Province:
    """The province's server: a page of decisions, a portal that lies about its total."""

    def __init__(self, folder: Path) -> None:
        made = {path.name: path.read_bytes() for path in _documents(folder)}
        self.files = made | {
            "bom.xlsx": bomb(folder / "bom.xlsx"),
            "xxe.docx": with_entities(folder / "x.docx", made["4201.docx"]),
            "..%2f..%2fra-ngoai.pdf": b"%PDF-1.4 cut",
        }

    def __call__(self, asked: Asked) -> Reply:
        if asked.path == "/page":
            rows = "".join(map(row, self.files))
            internal = row("noi-bo.pdf", "Công bố quy trình nội bộ giải quyết thủ tục hành chính")
            return Reply(f"<table>{rows}{internal}</table>".encode())
        if asked.path == "/api/v1/submitting/formality/list-all-public-formality-by-citizen":
            items = [] if asked.json["lastId"] else [{"id": "1", "code": "1.001193", "name": "x"}]
            data = {"items": items, "lastId": "1", "total": 9}
            return Reply(json.dumps({"code": "OK", "data": data}).encode())
        name = asked.path.removeprefix("/tep/")
        return Reply(self.files[name]) if name in self.files else Reply(b"<html>", 404)


def write_sources(ward: Path, province: Site) -> None:
    (ward / "procedures" / "sources.yml").write_text(
        "nguon:\n"
        f"- {{ma: tinh, ten: Trang của thành phố, loai: trang, dia_chi: '{province.address}/page'}}\n"
        "- {ma: hong, ten: Trang đang hỏng, loai: trang, dia_chi: 'http://127.0.0.1:9/'}\n"
        f"- {{ma: cong, ten: Cổng, loai: cong_moi, dia_chi: '{province.address}/api/v1'}}\n"
        "- {ma: hop-thu, ten: Hộp thư, loai: thu_muc, duong_dan: inbox}\n",
        encoding="utf-8",
    )


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    root = tmp_path / "ward"
    for name in ("procedures", "docs", ".cache/web"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "mkdocs.yml", root)
    inbox = root / "inbox"
    inbox.mkdir()
    later = [make(tmp_path, each, form) for each, form in FILES[3:5]]
    for path in (*later, own_list(tmp_path, "danh-sach.xlsx", 1)):
        shutil.copy(path, inbox)
        os.utime(inbox / path.name, (1, 1))
    return root


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in (root / "procedures").rglob("*")
        if path.is_file()
    }


def states(root: Path) -> dict[str, str]:
    every = sorted((root / "procedures" / "decisions").rglob("*.yml"))
    lines = {path.stem[:4]: path.read_text(encoding="utf-8").splitlines() for path in every}
    return {n: next(x for x in text if x.startswith("trang_thai")).split(": ")[1]
            for n, text in lines.items()}  # fmt: skip


def status(root: Path) -> Any:  # noqa: ANN401 - JSON of any shape
    return json.loads(cchc(root, "status", "--json").stdout)


def built(root: Path, day: str) -> Path:
    done = cchc(root, "build", "--as-of", day)
    assert done.returncode == 0, done.stderr
    return root / "site"


def page(built_site: Path, code: str) -> str:
    (found,) = built_site.glob(f"thu-tuc/*/{code}/index.html")
    return found.read_text(encoding="utf-8")


def test_from_the_province_to_the_public(ward: Path, tmp_path: Path) -> None:
    with site(Province(tmp_path)) as province:
        write_sources(ward, province)
        first = cchc(ward, "flag")
        assert first.returncode == 2, "một nguồn hỏng, một nguồn nói sai"
        assert "hong  Trang đang hỏng: LỖI" in first.stderr
        assert "tổng số 9 nhưng trả 1 dòng" in first.stderr
        assert "1 văn bản về quy trình nội bộ" in first.stderr
        assert "mở ra lớn hơn 200 MB" in first.stdout
        assert "DTD/ENTITY" in first.stdout
        assert not list(tmp_path.rglob("ra-ngoai.pdf")), "tên tệp không đi ra ngoài thư mục"
        assert set(states(ward)) == {"4201", "4202", "4203", "4204", "4205"}
        after = files(ward)
        second = cchc(ward, "flag")
        assert "Không có gì mới phải ghi." in second.stderr
        assert files(ward) == after

    asked = cchc(ward, "question", "list").stdout
    question = next(line for line in asked.splitlines() if "1.999998" in line).split()[0]
    assert cchc(ward, "question", "answer", question, "--because", "mã gõ nhầm").returncode == 0
    for number in ("4201", "4203", "4204"):
        assert cchc(ward, "decision", "confirm", number, "--by", WHO).returncode == 0
    only = ("--only", "1.004884")
    assert cchc(ward, "decision", "confirm", "4202", "--by", WHO, *only).returncode == 0
    refused = cchc(ward, "decision", "confirm", "4205", "--by", WHO)
    assert (refused.returncode, "--effect" in refused.stderr) == (2, True)
    assert cchc(ward, "decision", "dismiss", "4205", "--because", "chờ bản chính").returncode == 0
    assert status(ward)["cho_ap_dung"] == 4

    before = files(ward)
    killed = subprocess.run([sys.executable, "-c", KILLED], cwd=ward, check=False,
                            env=os.environ | {"CCHC_AS_OF": "2026-11-24"})  # fmt: skip
    assert killed.returncode == -signal.SIGKILL
    assert files(ward) != before, "bị dừng khi đang ghi dở"
    again = cchc(ward, "apply")
    assert "ghi dở" in again.stderr
    assert "Không có quyết định nào chờ" in again.stdout
    assert status(ward)["cho_ap_dung"] == 0
    assert cchc(ward, "check", "--summary").returncode == 0
    _three_days(ward)
    _taken_back(ward)


def _three_days(ward: Path) -> None:
    """The day before, on and after 01/3/2027, when 4204 takes effect; the others already have."""
    code = DEATH.ma or ""
    before = built(ward, "2027-02-28")
    assert "Sắp có hiệu lực từ 01/03/2027" in page(before, code)
    assert "4204/QĐ-UBND" in (before / "thay-doi/lich.ics").read_text(encoding="utf-8")
    stone = page(before, AGAIN.ma or "")
    assert "Đã bãi bỏ từ 20/11/2026" in stone
    assert "Cần mang theo" not in stone
    assert "Liên thông điện tử cho trẻ em" in page(before, NEW.thay_cho[0])
    rows = json.loads((before / "search/rows.json").read_text(encoding="utf-8"))["rows"]
    assert [r["t"] for r in rows if r["c"] == AGAIN.ma] == ["Đăng ký lại khai sinh (đã bãi bỏ)"]

    on = built(ward, "2027-03-01")
    assert "Sắp có hiệu lực" not in page(on, code)
    assert "Quyết định số 4204/QĐ-UBND" in page(on, code)
    assert "4204/QĐ-UBND" not in (on / "thay-doi/lich.ics").read_text(encoding="utf-8")
    changes = (on / "thay-doi/index.html").read_text(encoding="utf-8")
    assert "/tep/4201.docx" in changes, "địa chỉ quyết định lấy từ nguồn"
    assert "4205/QĐ-UBND" not in changes, "quyết định bỏ qua không lên trang"
    feed = (on / "thay-doi/atom.xml").read_text(encoding="utf-8")
    assert "<updated>2027-03-01T00:00:00+07:00</updated>" in feed

    after = built(ward, "2027-04-15")
    assert "Quyết định số 4204/QĐ-UBND" in page(after, code)
    assert "Sửa đổi</b> từ" not in page(after, code), "quá số ngày thì thôi ghi là mới sửa"


def _taken_back(ward: Path) -> None:
    done = cchc(ward, "decision", "revert", "4202", "--because", "bãi bỏ nhầm mã")
    assert done.returncode == 0, done.stderr
    assert states(ward)["4202"] == "de_xuat"
    back = page(built(ward, "2027-03-01"), AGAIN.ma or "")
    assert "Đã bãi bỏ" not in back
    assert "Cần mang theo" in back
    kept = list((ward / "procedures").rglob(f"{AGAIN.ma}@*.yml"))
    assert [("thu_hoi:" in path.read_text(encoding="utf-8")) for path in kept] == [True]
