"""Another site in the officer's browser, another program, a curious file: what each gets."""

from __future__ import annotations

import http.client
import socket
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.office.desk.conftest import KEYS, Office, committed, running
from tests.office.desk.papers import word_file
from tests.portals import make_portal

PAGES = ("/", "/thu-tuc?q=khai+sinh", "/can-sua", "/thay-doi", "/quyet-dinh", "/cau-hoi", "/da-bo",
         "/xem-truoc", "/khong-co", "/mat/desk.css")  # fmt: skip
ACTS = ("/bai-moi", "/nhap", "/quyet-dinh/doc", "/quyet-dinh/ghi", "/cau-hoi/12345678", "/dang",
        "/bo", "/da-bo/x", "/xem-truoc/chay")  # fmt: skip


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """Run one desk for all attacks."""
    with running(committed(make_portal(tmp_path_factory.mktemp("desk") / "trang"))) as office:
        yield office


def answers(office: Office, path: str, method: str = "GET", **headers: str) -> int:
    """Send exactly these headers with the officer's cookie, as another site's page would."""
    return office.client.request(method, path, headers=headers).status_code


def test_the_start_address_gives_a_cookie_no_script_reads_and_leaves_the_address_bar(
    office: Office,
) -> None:
    answer = httpx.get(f"{office.address}/vao/{KEYS.token}", trust_env=False)
    cookie = answer.headers["set-cookie"]
    assert (answer.status_code, answer.headers["location"]) == (302, "/")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert KEYS.token not in cookie
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", [*PAGES[:-1], "/viec/x", "/nhap/x", "/viec/x/buoc"])
def test_without_the_cookie_no_page_shows(office: Office, path: str) -> None:
    answer = httpx.get(f"{office.address}{path}", trust_env=False)
    assert answer.status_code == 403
    assert "office.cmd" in answer.text


@pytest.mark.parametrize("token", ["", "x", KEYS.token[:-1], f"{KEYS.token}x", "%ff", KEYS.cookie])
def test_a_wrong_token_lets_nobody_in(office: Office, token: str) -> None:
    answer = httpx.get(f"{office.address}/vao/{token}", trust_env=False)
    assert answer.status_code in {403, 404}
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["", "x", KEYS.token, KEYS.cookie[:-1], "\N{SNOWMAN}"])
def test_a_wrong_cookie_lets_nobody_in(office: Office, cookie: str) -> None:
    name = f"ban-lam-viec-{office.address.rpartition(':')[2]}"
    headers = {b"Cookie": f"{name}={cookie}".encode()}
    assert httpx.get(office.address, headers=headers, trust_env=False).status_code == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "localhost",
                                  "127.0.0.1.evil.example", "[::1]", "10.0.0.1", ""])  # fmt: skip
def test_a_name_that_was_bent_to_this_machine_is_refused(office: Office, host: str) -> None:
    assert answers(office, "/", Host=host) in {400, 403}
    assert answers(office, "/", Host=host, **{"X-Forwarded-Host": office.address[7:]}) in {400, 403}


def test_two_hosts_in_one_request_are_refused(office: Office) -> None:
    name = office.address.removeprefix("http://")
    port = int(name.rpartition(":")[2])
    cookie = f"ban-lam-viec-{port}={KEYS.cookie}"
    words = f"GET / HTTP/1.1\r\nHost: {name}\r\nHost: evil.example\r\nCookie: {cookie}\r\n\r\n"
    with socket.create_connection(("127.0.0.1", port), 5) as line:
        line.sendall(words.encode())
        assert line.recv(64).split()[1] in {b"400", b"403"}


@pytest.mark.parametrize("path", ACTS)
@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "null"},
        {"Origin": "https://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "http://localhost.evil.example"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    ],
    ids=str,
)
def test_no_other_site_can_act_in_the_officers_name(
    office: Office, path: str, headers: dict[str, str]
) -> None:
    assert answers(office, path, "POST", **headers) == 403


@pytest.mark.parametrize("site", ["cross-site", "same-site"])
@pytest.mark.parametrize("path", PAGES)
def test_no_other_site_can_show_or_load_a_page(office: Office, site: str, path: str) -> None:
    assert answers(office, path, **{"Sec-Fetch-Site": site, "Sec-Fetch-Mode": "no-cors"}) == 403


def test_a_link_in_the_preview_may_lead_to_the_desk(office: Office) -> None:
    followed = {"Sec-Fetch-Site": "same-site", "Sec-Fetch-Mode": "navigate"}
    assert answers(office, "/", **followed) == 200
    assert answers(office, "/bo", "POST", **followed) == 403


@pytest.mark.parametrize("path", PAGES)
def test_every_page_says_what_a_browser_may_do_with_it(office: Office, path: str) -> None:
    headers = office.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["x-frame-options"] == "DENY"
    assert "server" not in headers
    assert "access-control-allow-origin" not in headers


@pytest.mark.parametrize("path", PAGES)
def test_a_page_holds_nothing_of_another_host_and_nothing_inline(office: Office, path: str) -> None:
    text = office.get(path).text
    assert "<script>" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert 'src="http' not in text
    assert 'href="http' not in text


@pytest.mark.parametrize("path", ["/mat/../app.py", "/mat/%2e%2e/app.py", "/mat/..%2fapp.py",
                                  "/mat//etc/passwd", "/mat/fonts/../../../search.js",
                                  "/mat/..%5capp.py", "/mat/search.js"])  # fmt: skip
def test_only_the_desks_own_parts_can_be_read(office: Office, path: str) -> None:
    port = int(office.address.rpartition(":")[2])
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    line.request("GET", path, headers={"Cookie": f"ban-lam-viec-{port}={KEYS.cookie}"})
    assert line.getresponse().status == 404
    line.close()


@pytest.mark.parametrize("path", ["../outside.txt", "/etc/passwd", "docs/../../outside.txt",
                                  ".git/config", "docs/.hidden", ".cchc/ban-lam-viec.json",
                                  "docs\\..\\..\\outside.txt", "procedures/../mkdocs.yml/x"])  # fmt: skip
def test_what_is_not_content_is_not_touched(office: Office, path: str) -> None:
    outside = office.desk.root.parent / "outside.txt"
    outside.write_text("không được động đến", encoding="utf-8")
    answer = office.post("/bo", tep=[path], nguoi="Kẻ lạ")
    assert answer.status_code == 409
    assert "chưa chọn thay đổi nào" in answer.text.lower()
    assert outside.read_text(encoding="utf-8") == "không được động đến"


def test_a_link_that_leads_out_is_neither_read_nor_written(office: Office, tmp_path: Path) -> None:
    secret = tmp_path / "bi-mat.md"
    secret.write_text("mật khẩu", encoding="utf-8")
    link = office.desk.root / "docs" / "lien-ket.md"
    link.symlink_to(secret)
    office.post("/bo", tep=["docs/lien-ket.md"], nguoi="Cán bộ")
    assert secret.read_text(encoding="utf-8") == "mật khẩu"
    assert "mật khẩu" not in office.get("/thay-doi").text
    kept = (each for each in (office.desk.root / ".cchc").rglob("*.md") if each.is_file())
    assert not any("mật khẩu".encode() in each.read_bytes() for each in kept)
    link.unlink()


def test_a_folder_that_is_a_link_out_is_not_followed(office: Office, tmp_path: Path) -> None:
    (tmp_path / "ngoai").mkdir()
    (tmp_path / "ngoai" / "a.md").write_text("ngoài", encoding="utf-8")
    link = office.desk.root / "docs" / "ngoai"
    link.symlink_to(tmp_path / "ngoai")
    answer = office.post("/bo", tep=["docs/ngoai/a.md"], nguoi="Cán bộ")
    assert answer.status_code == 409
    assert (tmp_path / "ngoai" / "a.md").exists()
    link.unlink()


def test_a_picture_is_one_of_the_plan_and_nothing_else(office: Office, tmp_path: Path) -> None:
    page = office.bring("/nhap", word_file(tmp_path / "bài.docx"))
    for outside in ("../../../mkdocs.yml", "..%2f..%2f..%2fmkdocs.yml", "x/anh-1.jpg"):
        assert office.get(f"{page.url.path}/anh/{outside}").status_code == 404


def test_what_a_file_says_is_shown_as_words(office: Office, tmp_path: Path) -> None:
    bad = '<script>alert(1)</script><img src=x onerror="alert(2)">'
    shown = office.bring("/nhap", word_file(tmp_path / "bài.docx", f"Họp {bad}")).text
    assert "<script>alert" not in shown
    assert "<img src=x" not in shown


@pytest.mark.parametrize("name", ["..\\..\\x.docx", "../../../x.docx", "/etc/x.docx", "con.docx",
                                  "a\x00b.docx", "a" * 300 + ".docx", "“bài”.docx"])  # fmt: skip
def test_a_files_name_is_only_a_name(office: Office, tmp_path: Path, name: str) -> None:
    raw = word_file(tmp_path / "bài.docx").read_bytes()
    before = set(office.desk.root.parent.parent.rglob("*"))
    origin = {"Origin": office.address}
    office.followed(office.client.post("/nhap", files={"tep": (name, raw)}, headers=origin))
    above = office.desk.root.parent.parent
    (kept,) = (each for each in above.rglob("*") if each.is_file() and each not in before)
    assert kept.parent.parent == office.desk.root / ".cchc" / "nhan"
    assert len(kept.name) < 100


def test_a_file_that_is_too_large_is_refused_in_words(office: Office) -> None:
    large = {"tep": ("lớn.docx", b"\0" * (61 << 20))}
    try:
        answer = office.client.post("/nhap", files=large, headers={"Origin": office.address})
    except httpx.WriteError:  # the server did not wait for the end of it
        return
    assert answer.status_code == 413


def test_a_form_of_very_many_fields_is_refused(office: Office) -> None:
    fields = {f"anh-{at}": "x" for at in range(1000)}
    answer = office.client.post("/bo", files={k: (None, v) for k, v in fields.items()},
                                headers={"Origin": office.address})  # fmt: skip
    assert answer.status_code == 413


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE", "CONNECT"])
def test_no_other_method_does_anything(office: Office, method: str) -> None:
    assert answers(office, "/bo", method, Origin=office.address) in {400, 403, 404, 405}


def test_only_one_address_of_this_machine_is_listened_to(office: Office) -> None:
    port = int(office.address.rpartition(":")[2])
    with socket.socket() as other:
        other.settimeout(2)
        # 127.0.0.2 is this machine too, by another address than the one that is served.
        assert other.connect_ex(("127.0.0.2", port)) != 0


def test_a_fault_of_the_program_shows_no_inside(
    office: Office, capfd: pytest.CaptureFixture[str]
) -> None:
    # What no page would put there.
    office.desk.flagged["hong"] = "bí mật"  # type: ignore[assignment]
    answer = office.get("/quyet-dinh/doc/hong")
    assert answer.status_code == 500
    assert "Traceback" not in answer.text
    assert "bí mật" not in answer.text
    assert "báo người phụ trách phần mềm" in answer.text
    told = capfd.readouterr().err
    assert "bí mật" not in told
    assert KEYS.cookie not in told
