"""The built site sent by real servers, nginx and Caddy, with the settings it carries."""

from __future__ import annotations

import datetime as dt
import gzip
import os
import re
import shutil
import ssl
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it brings no types
import pytest
from PIL import Image

from cchc.base.moves import PLACE
from cchc.publish.precompress import precompress
from cchc.site.build import build
from cchc.site.serving.kinds import kind
from cchc.site.serving.policy import HEADERS, POLICY
from cchc.site.serving.server_files import ASK_AGAIN, FOR_GOOD, sent, server_files
from tests.portals import DAY, make_portal
from tests.site import web_servers
from tests.site.web_servers import Answer, Server

TODAY = dt.date.fromisoformat(DAY)
PAGE = "/thu-tuc/ho-tich/1.001193/"
OLD = "/thu-tuc/tu-phap/1.001193/"
MOVES = f"chuyen_huong:\n- cu: {OLD[1:]}\n  moi: {PAGE[1:]}\n"
SECRET = b"khong-cho-ai-doc"
BROTLI = "ngx_http_brotli_static_module.so"
SMALL = "/lien-he/nho.txt"
RUN = {"nginx.conf": web_servers.nginx, "Caddyfile": web_servers.caddy}


@pytest.fixture(scope="module")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a page that moved and files of many kinds, packed as `cchc build` does."""
    root = make_portal(tmp_path_factory.mktemp("servers") / "trang")
    (root / PLACE).write_text(MOVES, encoding="utf-8")
    (root / "docs/lien-he/nho.txt").write_text("nhỏ", encoding="utf-8")
    Image.new("RGB", (16, 16)).save(root / "docs/lien-he/anh.webp")
    (root / "docs/lien-he/mau.docx").write_bytes(b"PK\x03\x04" + os.urandom(4000))
    (root / "docs/lien-he/so-lieu.csv").write_text("mã,tên\n" * 500, encoding="utf-8")
    assert build(root, TODAY).warnings == ()
    precompress(root / "site", root / "kept")
    (root / "site/.an").write_bytes(SECRET)
    (root / "site/.git").mkdir()
    (root / "site/.git/config").write_bytes(SECRET)
    (root / "bi-mat.txt").write_bytes(SECRET)
    (root / "site/trong").mkdir()
    (root / "site/.well-known").mkdir()
    (root / "site/.well-known/security.txt").write_text("Contact: https://a.example\n")
    return root / "site"


def settings(site: Path, name: str, **changes: str) -> str:
    text = (site / "may-chu" / name).read_text(encoding="utf-8")
    return web_servers.filled(text, {web_servers.SERVED: str(site), **changes})


@pytest.fixture(scope="module", params=["nginx", "nginx, Brotli", "caddy"])
def server(
    request: pytest.FixtureRequest, ready: Path, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Server]:
    folder = tmp_path_factory.mktemp("running")
    if request.param == "caddy":
        running = web_servers.caddy(settings(ready, "Caddyfile"), folder)
    elif request.param == "nginx":
        running = web_servers.nginx(settings(ready, "nginx.conf"), folder)
    else:
        text = settings(ready, "nginx.conf", **{"#brotli ": ""})
        running = web_servers.nginx(text, folder, (web_servers.module(BROTLI),))
    with running as started:
        yield started


def versioned(site: Path, pattern: str) -> str:
    html = (site / "index.html").read_text(encoding="utf-8")
    found = re.search(pattern, html)
    assert found
    return f"/{found[0]}"


def font(site: Path) -> str:
    sheet = (site / "assets/cchc/fonts.css").read_text(encoding="utf-8")
    found = re.search(r'fonts/[^"]+', sheet)
    assert found
    return f"/assets/cchc/{found[0]}"


def addresses(site: Path) -> list[str]:
    return [
        "/",
        PAGE,
        "/sitemap.xml",
        "/sw.js",
        "/search/rows.json",
        "/thay-doi/atom.xml",
        "/thay-doi/lich.ics",
        "/du-lieu/",
        "/du-lieu/procedures.json",
        "/du-lieu/cpsv-ap.jsonld",
        "/lien-he/anh.webp",
        "/lien-he/mau.docx",
        "/lien-he/so-lieu.csv",
        SMALL,
        "/assets/cchc/mark.svg",
        "/assets/cchc/chia-se.png",
        "/.well-known/security.txt",
        "/assets/cchc/frame.css?v=khongphai",
        versioned(site, r"assets/cchc/frame\.css\?v=\w+"),
        versioned(site, r"assets/cchc/portal\.js\?v=\w+"),
        font(site),
    ]


def file_of(site: Path, address: str) -> Path:
    path = address.partition("?")[0].lstrip("/")
    return site / (f"{path}index.html" if not path or path.endswith("/") else path)


def unpacked(answer: Answer) -> bytes:
    encoding = answer.headers["Content-Encoding"]
    if encoding == "br":
        return bytes(brotli.decompress(answer.body))
    return gzip.decompress(answer.body) if encoding == "gzip" else answer.body


def once(answer: Answer, name: str) -> str:
    found = answer.headers.get_all(name) or []
    assert len(found) == 1, (name, found)
    return str(found[0])


def test_every_kind_of_file_has_its_headers(server: Server, ready: Path) -> None:
    for address in addresses(ready):
        answer = server.ask(address, Accept_Encoding="br, gzip")
        assert answer.status == 200, address
        assert unpacked(answer) == file_of(ready, address).read_bytes(), address
        for name, value in sent(address).items():
            assert once(answer, name) == value, address
        assert once(answer, "Content-Type") == kind(address.partition("?")[0]), address
        assert answer.headers["Strict-Transport-Security"] is None
        anybody = "*" if address.startswith("/du-lieu/") else None
        assert answer.headers["Access-Control-Allow-Origin"] == anybody, address


def test_only_an_address_with_its_mark_is_kept_for_good(server: Server, ready: Path) -> None:
    kept = [a for a in addresses(ready) if once(server.ask(a), "Cache-Control") == FOR_GOOD]
    assert len(kept) == 3
    assert all("?v=" in each for each in kept)


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("br", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("", None),
    ],
)
def test_each_browser_gets_what_it_can_read(
    server: Server, ready: Path, accepted: str, encoding: str | None
) -> None:
    expected = "gzip" if encoding == "br" and not server.brotli and "gzip" in accepted else encoding
    expected = None if expected == "br" and not server.brotli else expected
    for address in (PAGE, "/assets/cchc/frame.css", "/search/rows.json", "/lien-he/so-lieu.csv"):
        file = file_of(ready, address)
        answer = server.ask(address, Accept_Encoding=accepted)
        assert answer.headers["Content-Encoding"] == expected, address
        assert "accept-encoding" in once(answer, "Vary").lower(), address
        assert unpacked(answer) == file.read_bytes(), address
        ending = {"br": ".br", "gzip": ".gz", None: ""}[expected]
        assert answer.body == file.with_name(file.name + ending).read_bytes()
        # Debian 12's Caddy sends packed files in pieces, without saying how long they are.
        if answer.headers["Transfer-Encoding"] != "chunked":
            assert int(once(answer, "Content-Length")) == len(answer.body)


def test_what_is_packed_already_or_tiny_is_sent_as_it_is(server: Server, ready: Path) -> None:
    for address in ("/lien-he/mau.docx", SMALL, font(ready), "/assets/cchc/chia-se.png"):
        assert server.ask(address, Accept_Encoding="br, gzip").headers["Content-Encoding"] is None


def test_behind_another_server_texts_are_packed_too(server: Server) -> None:
    answer = server.ask(PAGE, Accept_Encoding="gzip", Via="1.1 cdn")
    assert answer.headers["Content-Encoding"] == "gzip"


@pytest.mark.parametrize("accepted", ["br, gzip", "gzip", "identity"])
def test_what_did_not_change_is_not_sent_again(server: Server, accepted: str) -> None:
    first = server.ask(PAGE, Accept_Encoding=accepted)
    by_mark = {"If_None_Match": once(first, "ETag")}
    by_time = {"If_Modified_Since": once(first, "Last-Modified")}
    for condition in (by_mark, by_time):
        again = server.ask(PAGE, Accept_Encoding=accepted, **condition)
        assert (again.status, again.body) == (304, b"")
        assert once(again, "Cache-Control") == ASK_AGAIN
        assert once(again, "ETag") == first.headers["ETag"]
    changed = server.ask(PAGE, Accept_Encoding=accepted, If_None_Match='"khac"')
    assert (changed.status, changed.body) == (200, first.body)


def test_the_marks_of_two_encodings_differ(server: Server) -> None:
    marks = {once(server.ask(PAGE, Accept_Encoding=each), "ETag") for each in ("gzip", "identity")}
    assert len(marks) == 2


def test_a_part_of_a_file(server: Server, ready: Path) -> None:
    whole = (ready / "lien-he/mau.docx").read_bytes()
    part = server.ask("/lien-he/mau.docx", Range="bytes=100-299")
    assert (part.status, part.body) == (206, whole[100:300])
    assert once(part, "Content-Range") == f"bytes 100-299/{len(whole)}"
    assert server.ask("/lien-he/mau.docx", Range="bytes=9999-").status == 416


def test_a_head_has_the_headers_of_a_get_and_no_body(server: Server) -> None:
    for accepted in ("br, gzip", "identity"):
        get, head = (server.ask(PAGE, each, Accept_Encoding=accepted) for each in ("GET", "HEAD"))
        assert (head.status, head.body) == (200, b"")
        moving = {"Date", "Transfer-Encoding"}
        assert {n: v for n, v in head.headers.items() if n not in moving} == {
            n: v for n, v in get.headers.items() if n not in moving
        }


@pytest.mark.parametrize(
    "path",
    [
        "/khong-co/",
        "/khong-co.ics",
        "/assets/cchc/khong-co.css?v=0123456789",
        "/trong/",
        "/may-chu/nginx.conf",
        "/may-chu/Caddyfile",
        "/_headers",
        "/_redirects",
        "/.an",
        "/.git/config",
        "/%2Egit/config",
        "/thu-tuc/.khong-co",
        "/chuyen-huong.yml",
        "/thong-bao.yml",
    ],
)
def test_what_is_not_there_or_not_for_readers(server: Server, ready: Path, path: str) -> None:
    answer = server.ask(path, Accept_Encoding="br, gzip")
    assert answer.status == 404
    assert unpacked(answer) == (ready / "404.html").read_bytes()
    assert once(answer, "Content-Type") == "text/html; charset=utf-8"
    assert once(answer, "Cache-Control") == ASK_AGAIN
    for name, value in HEADERS.items():
        assert once(answer, name) == value
    assert not re.search(r"\d|Caddy", answer.headers.get("Server", ""))


def test_a_page_not_there_stays_so_for_those_who_ask_again(server: Server) -> None:
    first = server.ask("/khong-co/", Accept_Encoding="gzip")
    mark = first.headers["ETag"] or '"khac"'
    again = server.ask("/khong-co/", Accept_Encoding="gzip", If_None_Match=mark)
    assert again.status == 404


@pytest.mark.parametrize(
    "path",
    [
        "/../bi-mat.txt",
        "/thu-tuc/../../bi-mat.txt",
        "/%2e%2e/bi-mat.txt",
        "/..%2fbi-mat.txt",
        "/%2e%2e%2fbi-mat.txt",
        "/..%5cbi-mat.txt",
        "/thu-tuc/%2e%2e/%2e%2e/bi-mat.txt",
        "//..//bi-mat.txt",
        "/.%00./bi-mat.txt",
        "/%252e%252e/bi-mat.txt",
    ],
)
def test_nothing_outside_the_site_is_sent(server: Server, path: str) -> None:
    answer = server.ask(path)
    assert answer.status in {301, 308, 400, 404}
    assert SECRET not in answer.body


def test_a_page_without_its_last_slash_leads_to_the_page(server: Server) -> None:
    answer = server.ask(PAGE.rstrip("/"))
    assert answer.status in {301, 308}
    assert once(answer, "Location") == PAGE


def test_a_page_that_moved_keeps_its_old_address(server: Server, ready: Path) -> None:
    answer = server.ask(OLD)
    assert (answer.status, once(answer, "Location")) == (301, PAGE)
    # On a host without these rules the page that stands there sends on.
    assert 'url=../../ho-tich/1.001193/"' in file_of(ready, OLD).read_text(encoding="utf-8")


def test_nothing_but_reading_is_allowed(server: Server) -> None:
    for method in ("POST", "PUT", "DELETE"):
        assert server.ask(PAGE, method, Content_Length="0").status == 405, method


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_site_not_packed_is_packed_on_the_way(ready: Path, tmp_path: Path, name: str) -> None:
    page = tmp_path / "site" / "a.html"
    page.parent.mkdir()
    page.write_text("chữ " * 1000, encoding="utf-8")
    own = {web_servers.SERVED: str(page.parent)} | ({"#nen ": ""} if name == "Caddyfile" else {})
    text = web_servers.filled((ready / "may-chu" / name).read_text(encoding="utf-8"), own)
    with RUN[name](text, tmp_path) as server:
        answer = server.ask("/a.html", Accept_Encoding="gzip")
    assert answer.headers["Content-Encoding"] == "gzip"
    assert unpacked(answer) == page.read_bytes()


@pytest.mark.parametrize("name", ["nginx.conf", "Caddyfile"])
def test_a_new_release_is_seen_at_once_and_what_is_the_same_stays_so(
    ready: Path, tmp_path: Path, name: str
) -> None:
    """Releases share unchanged files by hard links; the server is not told of the switch."""
    current, releases = tmp_path / "current", [tmp_path / "r1", tmp_path / "r2"]
    for each in releases:
        each.mkdir()
        (each / "moi.html").write_text(f"bản {each.name}", encoding="utf-8")
    (releases[0] / "cu.html").write_text("như cũ", encoding="utf-8")
    os.link(releases[0] / "cu.html", releases[1] / "cu.html")
    current.symlink_to(releases[0])
    text = (ready / "may-chu" / name).read_text(encoding="utf-8")
    with RUN[name](text.replace(web_servers.SERVED, str(current)), tmp_path) as server:
        mark = once(server.ask("/cu.html"), "ETag")
        assert server.ask("/moi.html").body.decode() == "bản r1"
        turned = tmp_path / "turned"
        turned.symlink_to(releases[1])
        turned.replace(current)
        assert server.ask("/moi.html").body.decode() == "bản r2"
        assert server.ask("/cu.html", If_None_Match=mark).status == 304


@pytest.mark.parametrize("opened", ["", "#ipv6 ", "#brotli "])
def test_nginx_finds_no_fault_in_the_settings(ready: Path, tmp_path: Path, opened: str) -> None:
    modules = (web_servers.module(BROTLI),) if opened == "#brotli " else ()
    port = web_servers.free_port()
    own = {"listen 80;": f"listen 127.0.0.1:{port};", "[::]:80": f"[::]:{port}"}
    text = settings(ready, "nginx.conf", **own, **({opened: ""} if opened else {}))
    path = web_servers.nginx_settings(text, tmp_path, modules)
    done = subprocess.run(
        [*web_servers.nginx_command(path), "-t"], capture_output=True, text=True, check=False,
        env=web_servers.libraries(),
    )  # fmt: skip
    if opened == "#ipv6 " and "Address family not supported" in done.stderr:
        pytest.skip("máy này không có IPv6")
    assert done.returncode == 0, done.stderr
    assert not re.search(r"\[(warn|emerg|alert)\]", done.stderr), done.stderr


def test_with_a_certificate_nginx_keeps_to_https(ready: Path, tmp_path: Path) -> None:
    certificate, key = tmp_path / "a.pem", tmp_path / "a.key"
    made: list[str | Path] = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes"]
    made += ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"]
    made += ["-keyout", key, "-out", certificate]
    if not shutil.which("openssl"):
        pytest.skip("không có openssl để làm chứng thư thử")
    subprocess.run(made, capture_output=True, check=True)
    port = web_servers.free_port()
    own = {"#https listen 443 ssl;": f"listen 127.0.0.1:{port} ssl;", "#https ": "",
           "/etc/ssl/cchc.pem": str(certificate), "/etc/ssl/cchc.key": str(key)}  # fmt: skip
    context = ssl.create_default_context(cafile=str(certificate))
    with web_servers.nginx(settings(ready, "nginx.conf", **own), tmp_path) as server:
        plain = server.ask(PAGE)
        assert (plain.status, plain.headers["Location"]) == (301, f"https://127.0.0.1{PAGE}")
        with urllib.request.urlopen(f"https://127.0.0.1:{port}{PAGE}", context=context) as answer:
            assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
            assert answer.headers["Content-Security-Policy"] == POLICY


@pytest.mark.parametrize("secure", [False, True])
def test_caddy_finds_no_fault_in_the_settings(ready: Path, tmp_path: Path, *, secure: bool) -> None:
    text = settings(ready, "Caddyfile", **({"#https ": ""} if secure else {}))
    path = tmp_path / "Caddyfile"
    path.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [web_servers.program("caddy"), "validate", "--config", path, "--adapter", "caddyfile"],
        capture_output=True, text=True, check=False, env=web_servers.caddy_environment(tmp_path),
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert '"level":"warn"' not in done.stderr, done.stderr


def test_a_site_in_a_folder_of_its_host(ready: Path, tmp_path: Path) -> None:
    """A link in an empty root leads to the release, as the file says."""
    moved = {OLD[1:]: PAGE[1:]}
    files = server_files("https://cchc.example.vn/mot/cua/", moved)
    root = tmp_path / "goc"
    (root / "mot").mkdir(parents=True)
    (root / "mot/cua").symlink_to(ready)
    for name, run in RUN.items():
        text = files[f"may-chu/{name}"]
        assert (
            f"mkdir -p /srv/cchc/goc/mot && ln -s {web_servers.SERVED} /srv/cchc/goc/mot/cua"
            in text
        )
        text = web_servers.filled(text, {"/srv/cchc/goc": str(root)})
        with run(text, tmp_path) as server:
            assert server.ask(f"/mot/cua{PAGE}").status == 200
            assert once(server.ask(f"/mot/cua{OLD}"), "Location") == f"/mot/cua{PAGE}"
            lasting = f"/mot/cua{font(ready)}"
            assert once(server.ask(lasting), "Cache-Control") == FOR_GOOD
            missing = server.ask("/mot/cua/may-chu/nginx.conf")
            assert (missing.status, missing.body) == (404, (ready / "404.html").read_bytes())
