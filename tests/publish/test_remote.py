"""Publishing into real stores: rclone's own S3, SFTP and WebDAV servers on this machine."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from cchc.publish.order import stages
from cchc.publish.publishing import Published, publish, rollback
from tests.publish.samples import FIRST, SECOND, contents, make_site
from tests.publish.servers import KINDS, configure, rclone, serving


class Store:
    """A served folder, and the target that names it."""

    def __init__(self, root: Path, target: str) -> None:
        self.root, self.target = root, target
        self.folder = root / "kho" / "phuong" / "trang"

    def put(self, files: dict[str, str]) -> Published:
        return publish(self.root / "trang", make_site(self.root / "site", files), self.target)

    def seen(self) -> dict[str, bytes]:
        found = contents(self.folder)
        return {name: each for name, each in found.items() if not name.startswith(".cchc/")}

    def built(self) -> dict[str, bytes]:
        return contents(self.root / "site")


@pytest.fixture(params=KINDS)
def store(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Store]:
    (tmp_path / "trang").mkdir()
    with serving(request.param, tmp_path / "kho") as port:
        monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
        yield Store(tmp_path, configure(tmp_path / "rclone.conf", request.param, port))


def test_first_changed_same_and_back(store: Store) -> None:
    done = store.put(FIRST)
    assert done.problems == ()
    assert (done.added, store.seen()) == (10, store.built())
    old = store.seen()
    before = {path: path.stat().st_mtime_ns for path in store.folder.rglob("*.html")}
    done = store.put(SECOND)
    assert (done.added, done.changed, done.removed, done.problems) == (1, 3, 1, ())
    assert store.seen() == store.built()
    untouched = store.folder / "404.html"
    assert untouched.stat().st_mtime_ns == before[untouched]
    assert not (store.folder / "thu-tuc" / "2").exists()
    assert store.put(SECOND) == Published(done.release)
    assert rollback(store.root / "trang", store.target).problems == ()
    assert store.seen() == old


def test_what_somebody_deleted_comes_back_and_what_is_theirs_stays(store: Store) -> None:
    store.put(FIRST)
    place = store.target.removeprefix("rclone:")
    subprocess.run([rclone(), "deletefile", f"{place}/thu-tuc/1/index.html"], check=True)
    theirs = "giữ lại".encode()
    subprocess.run([rclone(), "rcat", f"{place}/cua-nguoi-khac.txt"], input=theirs, check=True)
    done = store.put(FIRST)
    assert (done.added, done.changed, done.removed, done.problems) == (1, 0, 0, ())
    left = store.seen()
    assert left.pop("cua-nguoi-khac.txt") == theirs
    assert left == store.built()


@pytest.mark.parametrize("broken", [b"", b"{", b'{"tep": {"../x": [1, "0"]}}', b'{"tep": 1}'])
def test_a_broken_manifest_costs_a_whole_upload(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, broken: bytes
) -> None:
    (tmp_path / "trang").mkdir()
    monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
    (tmp_path / "rclone.conf").write_text("[kho]\ntype = local\n")
    store = Store(tmp_path, f"rclone:kho:{tmp_path}/kho/phuong/trang")
    store.put(FIRST)
    (store.folder / ".cchc" / "trang.json").write_bytes(broken)
    done = store.put(FIRST)
    assert (done.changed, done.removed, done.problems) == (10, 0, ())
    assert json.loads((store.folder / ".cchc" / "trang.json").read_bytes())["phien_ban"] == 1


def test_after_a_stop_another_site_leaves_nothing_of_the_stopped_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trang").mkdir()
    monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
    (tmp_path / "rclone.conf").write_text("[kho]\ntype = local\n")
    store = Store(tmp_path, f"rclone:kho:{tmp_path}/kho/phuong/trang")
    store.put(FIRST)
    # As it lies after a stop: the journal, a new page, a page of the same size as before, one gone.
    doubt = ["thu-tuc/3/index.html", "404.html", "thu-tuc/2/index.html"]
    journal = {"dang_doi": doubt, "cua_trang": [*store.built(), *doubt]}
    (store.folder / ".cchc" / "dang-doi.json").write_text(json.dumps(journal))
    (store.folder / "thu-tuc" / "3").mkdir()
    (store.folder / "thu-tuc" / "3" / "index.html").write_text("Chứng thực chữ ký")
    (store.folder / "404.html").write_bytes(bytes(len(store.built()["404.html"])))
    (store.folder / "thu-tuc" / "2" / "index.html").unlink()
    done = store.put(FIRST)
    assert (done.added, done.changed, done.removed, done.problems) == (1, 1, 1, ())
    assert store.seen() == store.built()
    assert not (store.folder / ".cchc" / "dang-doi.json").exists()


def test_files_go_in_the_order_that_pages_need() -> None:
    added = ["a/index.html", "assets/new.css", "img.webp", "feed.xml"]
    changed = ["index.html", "assets/old.css", "du-lieu/tim.json", "sitemap.xml.gz", "sw.js"]
    assert stages(added, changed) == (
        ("assets/new.css", "img.webp"),
        ("assets/old.css",),
        ("a/index.html",),
        ("index.html",),
        ("feed.xml", "du-lieu/tim.json", "sitemap.xml.gz", "sw.js"),
    )


def test_object_storage_keeps_the_headers_of_each_kind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "trang").mkdir()
    with serving("s3", tmp_path / "kho") as port:
        monkeypatch.setenv("RCLONE_CONFIG", str(tmp_path / "rclone.conf"))
        store = Store(tmp_path, configure(tmp_path / "rclone.conf", "s3", port))
        store.put(FIRST)
        listed = subprocess.run(
            [rclone(), "lsjson", "--recursive", "--files-only", "--metadata", "kho:phuong/trang"],
            capture_output=True, check=True,
        )  # fmt: skip
    kept = {
        each["Path"]: each["Metadata"].get("cache-control") for each in json.loads(listed.stdout)
    }
    assert kept["index.html"] == "no-cache"
    assert kept["assets/cchc/frame.css"] == "public, max-age=31536000, immutable"
