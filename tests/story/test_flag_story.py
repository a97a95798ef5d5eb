"""A clerk's morning, through the commands: six decisions, two lists, nothing new the second time."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.province.decision.description import Column, Description, Entry, Listing, Section
from tests.province.decision.make import make

ROOT = Path(__file__).parents[2]
COLUMNS = (Column("stt", "STT"), Column("ma", "Mã TTHC"), Column("ten", "Tên TTHC"))
FROM_SIGNING = "Điều 2. Quyết định này có hiệu lực thi hành kể từ ngày ký."
SHEET = ("MaTTHC", "Tên TTHC", "MaDVC", "TenDVC", "TenCQTH", "MaCQTH", "MucDo", "Trạng thái",
         "LinhVuc", "LoaiHeThong", "Cap")  # fmt: skip


def decision(
    number: str,
    kind: str,
    *entries: Entry,
    effect: str | None = "",
    **rest: Any,  # noqa: ANN401 - handed on as it is
) -> Description:
    """Describe a decision of the city on procedures decided by wards."""
    words = {"sua_doi": "được sửa đổi, bổ sung", "bai_bo": "bị bãi bỏ", "moi": "mới ban hành",
             "thay_the": "được thay thế"}[kind]  # fmt: skip
    clause = FROM_SIGNING if effect == "" else effect
    articles = ("Điều 1. Công bố kèm theo Quyết định này Danh mục thủ tục hành chính.",
                *((clause,) if clause else ()))  # fmt: skip
    section = Section(f"DANH MỤC THỦ TỤC HÀNH CHÍNH CẤP XÃ {words.upper()}")
    columns = (
        (*COLUMNS, Column("ma_cu", "Mã TTHC được thay thế")) if kind == "thay_the" else COLUMNS
    )
    return Description(
        so=f"{number}/QĐ-UBND",
        ngay_ky="2026-11-20",
        hieu_luc="2026-11-20",
        co_quan="",
        trich_yeu=rest.pop("trich_yeu", f"Về việc công bố Danh mục thủ tục hành chính {words}"),
        articles=articles,
        listings=(Listing(columns, (section, *entries)),),
        place="Huế",
        province="THÀNH PHỐ HUẾ",
        **rest,
    )


BIRTH = Entry("sua_doi", "1.001193", "Thủ tục đăng ký khai sinh")
AGAIN = Entry("bai_bo", "1.004884", "Thủ tục đăng ký lại khai sinh")
NEVER = Entry("bai_bo", "1.999998", "Thủ tục phường chưa từng có")
NEW = Entry("thay_the", "3.999999", "Liên thông điện tử cho trẻ em", thay_cho=("1.000689",))
DEATH = Entry("sua_doi", "1.000656", "Thủ tục đăng ký khai tử")
OTHER = Entry("sua_doi", "1.004873", "Thủ tục cấp Giấy xác nhận tình trạng hôn nhân")

FILES = (
    (decision("4201", "sua_doi", BIRTH), "docx"),
    (decision("4202", "bai_bo", AGAIN, NEVER), "xlsx"),
    (decision("4203", "thay_the", NEW), "pdf"),
    (decision("4204", "sua_doi", DEATH,
              effect="Điều 2. Quyết định này có hiệu lực từ ngày 01/3/2027."), "docx"),
    (decision("4205", "sua_doi", OTHER, effect=None), "docx"),
    (decision("4206", "sua_doi", BIRTH, loai_van_ban="quy_trinh_noi_bo",
              trich_yeu="Về việc phê duyệt quy trình nội bộ giải quyết thủ tục hành chính"), "docx"),
)  # fmt: skip


@pytest.fixture
def ward(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "procedures", tmp_path / "ward" / "procedures")
    shutil.copy(ROOT / "mkdocs.yml", tmp_path / "ward")
    return tmp_path / "ward"


def cchc(ward: Path, *words: str | Path) -> subprocess.CompletedProcess[str]:
    environment = os.environ | {"CCHC_AS_OF": "2026-11-24"}
    command = [sys.executable, "-m", "cchc.cli.main", *map(str, words)]
    return subprocess.run(
        command, cwd=ward, env=environment, capture_output=True, text=True, check=False
    )


def own_list(folder: Path, name: str, share: float) -> Path:
    """Write the ward's own catalogue as its system exports it, or only its first part."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(SHEET)
    named = [line for path in sorted((ROOT / "procedures").glob("*/*.yml"))
             if "dich_vu:" in (line := path.read_text(encoding="utf-8"))]  # fmt: skip
    for text in named[: round(len(named) * share)]:
        code, title = (
            text.split(key, 1)[1].split("\n", 1)[0].strip('" ') for key in ("\nma: ", "\nten: ")
        )
        sheet.append((code, title, f"{code}.01", title, "Phường", "H57.112", "", "", "", "", "Xã"))
    book.save(folder / name)
    return folder / name


def state(ward: Path) -> dict[str, bytes]:
    return {p.relative_to(ward).as_posix(): p.read_bytes() for p in ward.rglob("*") if p.is_file()}


def test_the_morning(ward: Path, tmp_path: Path) -> None:
    files = [make(tmp_path, each, form) for each, form in FILES]
    whole, half = own_list(tmp_path, "danh-sach.xlsx", 1), own_list(tmp_path, "cat.xlsx", 0.5)
    before = state(ward)

    first = cchc(ward, "flag", "--json", *files, whole)
    assert (first.returncode, first.stdout != "") == (1, True), first.stderr
    data = json.loads(first.stdout)
    told = {(each["ma"], each["loai"]): each for each in data["muc"] if each.get("quyet_dinh")}
    assert set(told) == {("1.001193", "sua_doi"), ("1.004884", "bai_bo"), ("1.999998", "bai_bo"),
                         ("3.999999", "thay_the"), ("1.000656", "sua_doi"),
                         ("1.004873", "sua_doi")}  # fmt: skip
    assert told["1.001193", "sua_doi"]["hieu_luc"] == "2026-11-20"
    assert told["1.001193", "sua_doi"]["han_niem_yet"] == "2026-11-30"
    assert told["1.000656", "sua_doi"]["hieu_luc"] == "2027-03-01"
    assert told["3.999999", "thay_the"]["thay_cho"] == ["1.000689"]
    asked = {(each["loai"], each["ma"]) for each in data["cau_hoi"]}
    assert {("ngay_hieu_luc", ""), ("bai_bo_chua_co", "1.999998")} <= asked
    assert data["tu_choi"] is None

    after = state(ward)
    added = set(after) - set(before)
    assert {name for name in added if "decisions/" in name} == {
        f"procedures/decisions/2026/420{n}-qd-ubnd.yml" for n in range(1, 7)
    }
    assert "procedures/questions.yml" in added
    assert all(after[name] == before[name] for name in before), "một tờ cờ không sửa thủ tục nào"

    second = cchc(ward, "flag", *files, whole)
    assert "Không có gì mới phải ghi." in second.stderr
    assert state(ward) == after

    refused = cchc(ward, "flag", half)
    assert refused.returncode == 2
    assert "bị cắt hoặc lọc" in refused.stdout
    assert state(ward) == after

    overruled = cchc(ward, "flag", "--accept", "hệ thống chỉ xuất phần đầu", half)
    assert overruled.returncode == 1
    assert "không có nghĩa là bãi bỏ" in overruled.stdout
    kept = (ward / "procedures" / "snapshots" / "dvc-h57-112.tsv").read_text(encoding="utf-8")
    assert "hệ thống chỉ xuất phần đầu" in kept

    check = cchc(ward, "check", "--summary")
    assert check.returncode == 0, check.stdout
    listed = cchc(ward, "question", "list").stdout
    assert "quyết định không ghi rõ ngày hiệu lực" in listed
    number = next(line.split()[0] for line in listed.splitlines() if "1.999998" in line)
    assert cchc(ward, "question", "answer", number, "--because", "mã của nơi khác").returncode == 0
    cchc(ward, "flag", *files)
    assert number not in cchc(ward, "question", "list").stdout
