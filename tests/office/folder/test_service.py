"""The file service on a real portal on the disk: whole writes, no lost work, no way out."""

from __future__ import annotations

import datetime as dt
import io
import json
from pathlib import Path
from urllib.parse import quote

import pytest
from flask.testing import FlaskClient
from PIL import Image

from cchc.news.new_post import new_post_text
from cchc.office.folder.reading import version
from tests.office.desks import desk
from tests.portals import make_portal

POSTS = "docs/tin-tuc/posts"
OLD_POST = f"{POSTS}/2026-11-20-nop-ho-so.md"
PROCEDURE = "procedures/ho-tich/1.001193.yml"
NEW = {"If-None-Match": "*"}
POST = """---
title: Mở thêm quầy
date: 2026-11-24
draft: true
---
Quầy số 3.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_portal(tmp_path / "trang")


@pytest.fixture
def client(root: Path) -> FlaskClient:
    return desk(root).test_client()


def read(root: Path, address: str) -> str:
    return (root / address).read_text(encoding="utf-8")


def known(root: Path, address: str) -> dict[str, str]:
    return {"If-Match": f'"{version((root / address).read_bytes())}"'}


def test_the_list_has_what_people_write_and_no_more(root: Path, client: FlaskClient) -> None:
    (root / POSTS / ".an.md").write_text("", encoding="utf-8")
    names = [path for path, _, _ in client.get("/tep").get_json()]
    assert OLD_POST in names
    assert PROCEDURE in names
    assert f"{POSTS}/.an.md" not in names
    assert "procedures/linh-vuc.yml" not in names
    assert "docs/lien-he/index.md" not in names


def test_a_new_post_is_written_as_cchc_post_new_writes_it(root: Path, client: FlaskClient) -> None:
    address = f"{POSTS}/2026-11-24-mo-them-quay.md"
    answer = client.put(f"/tep/{address}", data=POST.encode(), headers=NEW)
    assert answer.status_code == 204
    assert read(root, address) == (
        '---\ndate: 2026-11-24\ndraft: true\ndescription: ""\n---\n\n# Mở thêm quầy\n\nQuầy số 3.\n'
    )


def test_the_editor_sees_the_title_as_a_field_and_gives_the_same_bytes_back(
    root: Path, client: FlaskClient
) -> None:
    before = read(root, OLD_POST)
    shown = client.get(f"/tep/{OLD_POST}")
    assert shown.get_data(as_text=True).startswith("---\ntitle: ")
    headers = {"If-Match": shown.headers["ETag"]}
    assert client.put(f"/tep/{OLD_POST}", data=shown.get_data(), headers=headers).status_code == 204
    twice = read(root, OLD_POST)
    headers = known(root, OLD_POST)
    client.put(f"/tep/{OLD_POST}", data=twice.encode(), headers=headers)
    assert read(root, OLD_POST) == twice
    assert twice.split("---\n\n", 1)[1] == before.split("---\n\n", 1)[1]


def test_what_changed_since_is_not_written_over_and_nothing_is_lost(
    root: Path, client: FlaskClient
) -> None:
    headers = known(root, OLD_POST)
    others = new_post_text("Của người khác", dt.date(2026, 11, 20), "Thông báo", "")
    (root / OLD_POST).write_text(others, encoding="utf-8")
    theirs = read(root, OLD_POST)
    answer = client.put(f"/tep/{OLD_POST}", data=POST.encode(), headers=headers)
    assert answer.status_code == 412
    assert "đã bị sửa ở nơi khác" in answer.get_json()["dong"][0]
    assert read(root, OLD_POST) == theirs
    (kept,) = (root / ".cchc/da-bo").glob("*")
    assert (kept / "tep" / OLD_POST).read_text(encoding="utf-8") == POST
    said = json.loads((kept / "da-bo.json").read_text(encoding="utf-8"))
    assert said["thay_doi"] == [{"tep": OLD_POST, "viec": "mới"}]


def test_a_file_that_is_there_is_no_new_file(client: FlaskClient) -> None:
    answer = client.put(f"/tep/{OLD_POST}", data=POST.encode(), headers=NEW)
    assert answer.status_code == 412
    assert client.put(f"/tep/{OLD_POST}", data=POST.encode()).status_code == 428


def test_a_removed_post_is_kept(root: Path, client: FlaskClient) -> None:
    before = read(root, OLD_POST)
    kept = client.delete(f"/tep/{OLD_POST}").get_json()["giu_o"]
    assert not (root / OLD_POST).exists()
    assert read(root, kept) == before
    assert client.delete(f"/tep/{OLD_POST}").status_code == 404


def test_a_faulty_procedure_is_told_with_the_forms_labels(root: Path, client: FlaskClient) -> None:
    before = read(root, PROCEDURE)
    faulty = before.replace("    so_tien: 4000\n", "    so_tien: 0\n")
    answer = client.put(f"/tep/{PROCEDURE}", data=faulty.encode(), headers=known(root, PROCEDURE))
    assert answer.status_code == 422
    (line,) = answer.get_json()["dong"]
    assert line.startswith("“Cách thức thực hiện 2 › Phí, lệ phí 1”: số tiền 0 hoặc trống")
    assert read(root, PROCEDURE) == before


@pytest.mark.parametrize(
    ("old", "new", "label"),
    [
        ('ma: "1.001193"', 'ma: "1.001194"', "Mã thủ tục"),
        ("linh_vuc: Hộ tịch", "linh_vuc: Chứng thực", "Lĩnh vực"),
    ],
)
def test_what_only_decisions_change_no_form_changes(
    root: Path, client: FlaskClient, old: str, new: str, label: str
) -> None:
    changed = read(root, PROCEDURE).replace(old, new, 1)
    answer = client.put(f"/tep/{PROCEDURE}", data=changed.encode(), headers=known(root, PROCEDURE))
    assert answer.status_code == 422
    assert label in answer.get_json()["dong"][0]


def test_a_procedure_does_not_begin_in_the_editor(root: Path, client: FlaskClient) -> None:
    address = "procedures/ho-tich/1.000001.yml"
    text = read(root, PROCEDURE).replace("1.001193", "1.000001", 1)
    answer = client.put(f"/tep/{address}", data=text.encode(), headers=NEW)
    assert answer.status_code == 422
    assert not (root / address).exists()


def test_a_post_to_be_seen_needs_its_parts_a_draft_does_not(client: FlaskClient) -> None:
    address = f"/tep/{POSTS}/2026-11-24-mo-them-quay.md"
    answer = client.put(address, data=POST.replace("draft: true\n", "").encode(), headers=NEW)
    assert answer.status_code == 422
    assert answer.get_json()["dong"] == [
        "Bài chưa có tóm tắt; thêm ô “Tóm tắt” và một, hai câu nói bài viết gì"
    ]
    assert client.put(address, data=POST.encode(), headers=NEW).status_code == 204


def test_a_post_runs_no_script(client: FlaskClient) -> None:
    text = f"{POST}\n[bấm](javascript:alert(1))\n".replace("draft: true", "description: Thử")
    answer = client.put(f"/tep/{POSTS}/2026-11-24-x.md", data=text.encode(), headers=NEW)
    assert answer.status_code == 422


def photograph(kind: str) -> bytes:
    picture = Image.effect_noise((2400, 1200), 80).convert("RGB")
    place = Image.Exif()
    place.get_ifd(0x8825)[1] = "N"
    place[0x0112] = 6
    made = io.BytesIO()
    picture.save(made, kind, exif=place)
    return made.getvalue()


@pytest.mark.parametrize(
    ("name", "kind"), [("anh.jpg", "JPEG"), ("anh.png", "PNG"), ("anh.webp", "WEBP")]
)
def test_a_picture_is_made_small_upright_and_forgets_where_it_was_taken(
    root: Path, client: FlaskClient, name: str, kind: str
) -> None:
    address = f"{POSTS}/2026-11-24-mo-them-quay/{name}"
    assert client.put(f"/tep/{address}", data=photograph(kind), headers=NEW).status_code == 204
    with Image.open(root / address) as kept:
        assert (kept.format, kept.size) == (kind, (800, 1600))
        assert not kept.getexif()


def test_what_is_no_picture_is_refused(root: Path, client: FlaskClient) -> None:
    address = f"{POSTS}/anh.jpg"
    answer = client.put(f"/tep/{address}", data=b"<svg onload=alert(1)>", headers=NEW)
    assert answer.status_code == 422
    assert "ảnh hỏng" in answer.get_json()["dong"][0].lower()
    assert not (root / address).exists()


@pytest.mark.parametrize(
    "address", ["mkdocs.yml", "procedures/linh-vuc.yml", "../trang/mkdocs.yml", ".git/config"]
)
def test_nothing_outside_is_read_or_written(client: FlaskClient, address: str) -> None:
    for way in (quote(address), quote(address, safe="")):
        assert client.get(f"/tep/{way}").status_code in {403, 404}
        assert client.put(f"/tep/{way}", data=b"x", headers=NEW).status_code in {403, 404}
        assert client.delete(f"/tep/{way}").status_code in {403, 404}


def test_a_link_that_leads_out_is_not_followed(
    root: Path, client: FlaskClient, tmp_path: Path
) -> None:
    secret = tmp_path / "bi-mat.md"
    secret.write_text("bí mật", encoding="utf-8")
    (root / POSTS / "lien-ket.md").symlink_to(secret)
    (root / POSTS / "thu-muc").symlink_to(tmp_path)
    for address in (f"{POSTS}/lien-ket.md", f"{POSTS}/thu-muc/bi-mat.md"):
        assert client.get(f"/tep/{address}").status_code == 403
        headers = {"If-Match": f'"{version(secret.read_bytes())}"'}
        assert client.put(f"/tep/{address}", data=POST.encode(), headers=headers).status_code == 422
        assert client.delete(f"/tep/{address}").status_code == 422
        assert address not in [path for path, _, _ in client.get("/tep").get_json()]
    assert secret.read_text(encoding="utf-8") == "bí mật"


def test_who_is_not_let_in_sees_nothing(root: Path) -> None:
    closed = desk(root, let_in=False).test_client()
    assert closed.get("/tep").status_code == 403
    assert closed.get(f"/tep/{OLD_POST}").status_code == 403
    assert closed.put(f"/tep/{OLD_POST}", data=b"", headers=NEW).status_code == 403


def test_notices_and_life_events_keep_their_one_form(root: Path, client: FlaskClient) -> None:
    for address in ("docs/thong-bao.yml", "procedures/su-kien.yml"):
        before = read(root, address)
        shown = client.get(f"/tep/{address}")
        headers = {"If-Match": shown.headers["ETag"]}
        assert (
            client.put(f"/tep/{address}", data=shown.get_data(), headers=headers).status_code == 204
        )
        assert read(root, address) == before
