"""The portal to one file and back, byte by byte; and files that mean harm."""

from __future__ import annotations

import io
import socket
import stat
import zipfile
from pathlib import Path

import pytest

from cchc.base.problems import Refused
from cchc.publish.archive import content_of, packed
from cchc.publish.backup import back_up, restore
from tests.portals import make_portal
from tests.publish.samples import contents


@pytest.fixture
def full(tmp_path: Path) -> Path:
    """Give a portal with everything that stays out of a backup, too."""
    root = make_portal(tmp_path / "trang")
    for name in ("site/index.html", ".cache/x", ".venv/bin/python", ".cchc/khoa", ".git/config",
                 "docs/.index.md.12345678.tmp", "docs/index.md~"):  # fmt: skip
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("không sao lưu")
    (root / ".cchc" / "runs").mkdir()
    (root / ".cchc" / "runs" / "2026-11-24.json").write_text('{"buoc": "dựng", "ma": 0}')
    (root / "docs" / "assets" / "ảnh Huế.bin").parent.mkdir(exist_ok=True)
    (root / "docs" / "assets" / "ảnh Huế.bin").write_bytes(bytes(range(256)) * 40)
    return root


def kept(root: Path) -> dict[str, bytes]:
    """Read what a backup must hold, by another way than the backup does."""
    tops = ("docs/", "procedures/", ".cchc/runs/", "mkdocs.yml")
    return {name: each for name, each in contents(root).items()
            if name.startswith(tops) and not name.endswith(("~", ".tmp"))}  # fmt: skip


def test_what_is_restored_is_what_was_there_byte_by_byte(full: Path, tmp_path: Path) -> None:
    back_up(full, tmp_path / "sao.zip")
    assert restore(tmp_path / "sao.zip", tmp_path / "moi") == len(kept(full))
    assert contents(tmp_path / "moi") == kept(full)
    assert len(kept(full)) > 10


def test_the_same_content_gives_the_same_bytes_anywhere(full: Path, tmp_path: Path) -> None:
    back_up(full, tmp_path / "a.zip")
    restore(tmp_path / "a.zip", tmp_path / "noi-khac" / "b")
    for path in (tmp_path / "noi-khac" / "b").rglob("*"):
        path.chmod(0o700)
    back_up(tmp_path / "noi-khac" / "b", tmp_path / "b.zip")
    assert (tmp_path / "a.zip").read_bytes() == (tmp_path / "b.zip").read_bytes()


def test_nothing_of_the_machine_is_in_it(full: Path, tmp_path: Path) -> None:
    record = full / ".cchc" / "runs" / "2026-11-25.json"
    record.write_text(f'{{"loi": "{full}/docs không đọc được"}}')
    done = back_up(full, tmp_path / "sao.zip")
    assert [(each.path, "máy này" in each.message) for each in done.notes] == [
        (".cchc/runs/2026-11-25.json", True)
    ]
    with zipfile.ZipFile(tmp_path / "sao.zip") as archive:
        whole = b"".join(archive.read(each) for each in archive.infolist())
        assert {each.date_time for each in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(not each.extra and not each.comment for each in archive.infolist())
    assert str(tmp_path).encode() not in whole
    assert str(Path.home()).encode() + b"/" not in whole


def test_a_record_that_names_the_machine_stays_out(full: Path) -> None:
    (full / ".cchc" / "runs" / "x.json").write_text('{"may": "may-ban-mot-cua"}')
    names = content_of(full, ("may-ban-mot-cua",)).files
    assert ".cchc/runs/x.json" not in names
    assert ".cchc/runs/2026-11-24.json" in names
    assert socket.gethostname()


def test_a_link_is_refused_not_followed(full: Path, tmp_path: Path) -> None:
    (full / "docs" / "bi-mat.md").symlink_to("/etc/passwd")
    with pytest.raises(Refused, match=r"docs/bi-mat.md.*liên kết"):
        back_up(full, tmp_path / "sao.zip")
    assert not (tmp_path / "sao.zip").exists()


@pytest.mark.parametrize(
    ("place", "told"),
    [("trang/docs/sao.zip", "không được nằm trong"), ("sao.rar", "kết thúc bằng .zip"),
     ("khong-co/sao.zip", "không có thư mục")],
)  # fmt: skip
def test_places_where_no_backup_can_be(full: Path, place: str, told: str) -> None:
    with pytest.raises(Refused, match=told):
        back_up(full, full.parent / place)


def test_only_an_empty_folder_is_restored_into(full: Path, tmp_path: Path) -> None:
    back_up(full, tmp_path / "sao.zip")
    taken = tmp_path / "co-san"
    taken.mkdir()
    (taken / "cua-toi.txt").write_text("x")
    with pytest.raises(Refused, match="không trống"):
        restore(tmp_path / "sao.zip", taken)
    assert sorted(contents(taken)) == ["cua-toi.txt"]


def forged(
    *members: tuple[str | zipfile.ZipInfo, bytes], like: dict[str, bytes] | None = None
) -> bytes:
    """Make a backup as the command does, with members that it would never write."""
    raw = io.BytesIO(packed({"mkdocs.yml": b"x", **(like or {})}))
    with zipfile.ZipFile(raw, "a", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return raw.getvalue()


def link() -> zipfile.ZipInfo:
    made = zipfile.ZipInfo("docs/lien-ket.md")
    made.external_attr = (stat.S_IFLNK | 0o777) << 16
    return made


def lying() -> bytes:
    """Give a backup whose directory says that a member is smaller than it is."""
    raw = bytearray(packed({"mkdocs.yml": b"x" * 5000}))
    wanted = (5000).to_bytes(4, "little")
    at = raw.rindex(wanted)
    raw[at : at + 4] = (50).to_bytes(4, "little")
    return bytes(raw)


HARM = {
    "ra ngoài": (forged(("docs/../../x", b"")), "không thuộc nội dung"),
    "đường dẫn tuyệt đối": (forged(("/etc/x", b"")), "không thuộc nội dung"),
    "ổ đĩa": (forged(("docs/C:x", b"")), "không thuộc nội dung"),
    "chương trình": (forged((".git/hooks/post-checkout", b"")), "không thuộc nội dung"),
    "liên kết": (forged((link(), b"/etc/passwd")), "không thuộc nội dung"),
    "trùng tên": (forged(("docs/A.md", b""), ("docs/a.md", b"")), "trùng tên"),
    "thừa tệp": (forged(("docs/them.md", b"")), "không đúng với danh sách"),
    "bom": (forged(("docs/0.md", bytes(60_000_000))), "nở ra quá lớn"),
    "nói dối": (lying(), "đã hỏng"),
    "không phải zip": (b"PK hong", "đã hỏng"),
    "trống": (b"", "đã hỏng"),
}


@pytest.mark.parametrize("what", HARM)
def test_harm_is_refused_and_nothing_written(what: str, tmp_path: Path) -> None:
    raw, told = HARM[what]
    (tmp_path / "sao.zip").write_bytes(raw)
    with pytest.raises(Refused, match=told):
        restore(tmp_path / "sao.zip", tmp_path / "moi")
    assert [path.name for path in tmp_path.iterdir()] == ["sao.zip"]


def test_no_single_flipped_byte_passes_unseen(full: Path, tmp_path: Path) -> None:
    back_up(full, tmp_path / "sao.zip")
    whole = (tmp_path / "sao.zip").read_bytes()
    for at in range(0, len(whole), max(1, len(whole) // 150)):
        hurt = bytearray(whole)
        hurt[at] ^= 0x20
        (tmp_path / "hong.zip").write_bytes(hurt)
        try:
            restore(tmp_path / "hong.zip", tmp_path / f"m{at}")
        except Refused:
            assert not (tmp_path / f"m{at}").exists()
        else:  # a byte that says nothing of the content: a date, an attribute
            assert contents(tmp_path / f"m{at}") == kept(full)
