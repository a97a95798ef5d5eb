"""Single runs: what each kind of trouble stops, what it does not, and how it is told."""

from __future__ import annotations

import datetime as dt
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from cchc.base.clock import VIETNAM
from cchc.base.journal import FILE as JOURNAL
from cchc.cli.entry import main as entry
from cchc.cli.main import main
from cchc.cli.run_options import NOTHING_NEW
from cchc.publish.nightly.record import Result, Run, StepName, record_json, record_schema
from cchc.publish.nightly.run import Order, run_nightly
from cchc.publish.nightly.run_files import FOLDER, KEPT, last_beat, last_run, save_run
from cchc.publish.nightly.running import only_run
from cchc.publish.publishing import Published
from cchc.site.engine import web_parts
from tests.publish.nightly.mail_server import environment, mail_server

NOW = dt.datetime(2026, 11, 24, 1, 30, tzinfo=VIETNAM)
NOTICES = "docs/thong-bao.yml"
POST = "docs/tin-tuc/posts/2026-11-20-nop-ho-so.md"


def run(root: Path, hours: int = 0, environ: dict[str, str] | None = None) -> Run | None:
    moment = NOW + dt.timedelta(hours=hours)
    return run_nightly(
        Order(
            root, moment.date(), str(root / "xuat-ban"), environ=environ or {}, clock=lambda: moment
        )
    )


def done(root: Path, hours: int = 0, environ: dict[str, str] | None = None) -> Run:
    made = run(root, hours, environ)
    assert made is not None
    return made


def said(made: Run, name: StepName) -> str:
    step = made.step(name)
    assert step is not None
    return "\n".join(step.lines)


def shown(root: Path) -> str:
    return (root / "xuat-ban/current/index.html").read_text(encoding="utf-8")


def everything(root: Path) -> dict[str, tuple[bytes, int]]:
    every = (path for path in root.rglob("*") if path.is_file())
    return {path.as_posix(): (path.read_bytes(), path.stat().st_mtime_ns) for path in every}


def age(root: Path) -> None:
    """Let every file be older than the moment in which it might still be written."""
    for path in root.rglob("*"):
        os.utime(path, (time.time() - 60,) * 2, follow_symlinks=False)


def test_the_command_says_in_a_moment_that_nothing_is_new(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    age(portal)
    monkeypatch.chdir(portal)
    monkeypatch.setattr(
        sys, "argv", ["cchc", "run", "--target", "xuat-ban", "--as-of", "24/11/2026"]
    )
    assert entry() == 0
    assert "Xuất bản: tốt" in capsys.readouterr().out
    before = everything(portal)
    heavy = {name for name in sys.modules if name.startswith(("pydantic", "mkdocs", "cchc.site"))}
    assert heavy, "lần đầu cần cả"
    program = "import sys; from cchc.cli.entry import main; code = main(); "
    program += (
        "print(code, [n for n in sys.modules if n.startswith(('pydantic', 'mkdocs', 'yaml'))])"
    )
    second = subprocess.run([sys.executable, "-c", program, *sys.argv[1:]], cwd=portal, text=True,
                            capture_output=True, check=True)  # fmt: skip
    assert second.stdout == f"{NOTHING_NEW}\n0 []\n"
    assert everything(portal) == before, "không ghi gì"

    (portal / "docs/index.md").write_text("# Trang khác\n", encoding="utf-8")
    assert entry() == 0
    assert "Xuất bản: tốt" in capsys.readouterr().out
    assert "Trang khác" in shown(portal)


def test_the_record_is_what_its_schema_says(portal: Path, tmp_path: Path) -> None:
    (portal / POST).write_text("không có phần đầu", encoding="utf-8")
    run(portal)
    schema = tmp_path / "schema.json"
    schema.write_text(json.dumps(record_schema()), encoding="utf-8")
    (record,) = (portal / FOLDER).glob("*.json")
    assert record.name == "20261123T183000Z.json"
    program = Path(sys.executable).parent / "check-jsonschema"
    command = [str(program), "--schemafile", str(schema), str(record)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    data = json.loads(record.read_bytes())
    assert [each["buoc"] for each in data["cac_buoc"]] == list(StepName)
    assert "Kiểm tra dữ liệu: CÓ LỖI" in record.with_suffix(".txt").read_text(encoding="utf-8")


def test_a_bad_notice_keeps_the_site_and_is_mailed_once(portal: Path, tmp_path: Path) -> None:
    with mail_server(tmp_path, "none") as box:
        environ = environment(box, SECURITY="none")
        first = done(portal, 0, environ)
        before = shown(portal)
        (portal / NOTICES).write_text("thong_bao: 1\n", encoding="utf-8")
        bad = done(portal, 12, environ)
        again = done(portal, 24, environ)
    assert [each.result for each in (first, bad, again)] == [
        Result.GOOD,
        Result.KEPT_OLD,
        Result.KEPT_OLD,
    ]
    assert shown(portal) == before
    (mail,) = [mail for _, mail in box.mails]
    assert mail["Subject"] == "[Cải cách hành chính phường Hương An] 24/11/2026: 1 điều hỏng"
    text = mail.get_content()
    assert f"{NOTICES}:1: lỗi: " in text
    assert f"Trang đang hiện vẫn là bản {first.release}, dựng cho ngày 24/11/2026" in text


def test_a_bad_post_stays_out_and_the_rest_goes_on(portal: Path) -> None:
    run(portal)
    bad = portal / "docs/tin-tuc/posts/2026-11-25-hong.md"
    bad.write_text("không có phần đầu", encoding="utf-8")
    made = done(portal, 24)
    assert made.result is Result.FAULTY
    assert "2026-11-25-hong.md:1: lỗi: bài chưa có phần đầu" in said(made, StepName.CHECK)
    assert "25/11/2026" in said(made, StepName.REPORT)
    assert list(portal.glob("xuat-ban/current/tin-tuc/2026/11/*/index.html")), "bài khác vẫn còn"
    assert not list(portal.glob("xuat-ban/current/tin-tuc/**/hong/index.html"))


def test_news_that_reached_nobody_is_told_again(portal: Path, tmp_path: Path) -> None:
    (portal / POST).write_text("không có phần đầu", encoding="utf-8")
    with mail_server(tmp_path, "none") as box:
        down = environment(box, SECURITY="none")
    silent = done(portal, 0, down)
    assert "không nối được máy chủ thư" in said(silent, StepName.REPORT)
    with mail_server(tmp_path, "none") as box:
        done(portal, 12, environment(box, SECURITY="none"))
    assert len(box.mails) == 1


@pytest.mark.parametrize(
    ("name", "text", "step", "told"),
    [
        ("mkdocs.yml", "site_name: [", StepName.CHECK, "lỗi: YAML viết sai"),
        ("procedures/ho-tich/1.000894.yml", "ma: [\n", StepName.CHECK, "1.000894.yml:2: lỗi"),
        ("procedures/sources.yml", "nguon: x\n", StepName.CHECK, "procedures/sources.yml:1: lỗi"),
        (JOURNAL, "{", StepName.CHECK, "nhật ký ghi dở không đọc được"),
        ("docs/thong-bao.yml", "thong_bao: 1\n", StepName.CHECK, "docs/thong-bao.yml:1: lỗi"),
    ],
)  # fmt: skip
def test_broken_data_keep_the_site_and_are_told(
    portal: Path, name: str, text: str, step: StepName, told: str
) -> None:
    run(portal)
    before = shown(portal)
    (portal / name).parent.mkdir(exist_ok=True)
    (portal / name).write_text(text, encoding="utf-8")
    made = done(portal, 12, {"CCHC_REPORT_FILE": str(portal / "tin.txt")})
    assert made.result is Result.KEPT_OLD
    assert told in said(made, step)
    assert told in (portal / "tin.txt").read_text(encoding="utf-8")
    assert shown(portal) == before
    assert last_beat(portal) == NOW + dt.timedelta(hours=12), "hỏng nhưng không im lặng"


def test_a_page_lost_in_building_is_not_published(portal: Path) -> None:
    run(portal)
    before = shown(portal)
    # MkDocs gives up on a hook that is not there.
    settings = portal / "mkdocs.yml"
    settings.write_text(settings.read_text(encoding="utf-8") + "\nhooks: [khong-co.py]\n", "utf-8")
    made = done(portal, 12)
    assert made.result is Result.KEPT_OLD
    assert said(made, StepName.BUILD)
    assert shown(portal) == before


def test_a_broken_link_is_told_and_stops_nothing(portal: Path) -> None:
    page = portal / "docs/gioi-thieu/index.md"
    page.write_text("# Giới thiệu\n\n[xem](khong-co.md)\n", encoding="utf-8")
    file = portal / "tin.txt"
    environ = {"CCHC_REPORT_FILE": str(file)}
    assert done(portal, 0, environ).release
    assert not file.exists(), "24/11 là Ngày Văn hóa Việt Nam: ngày nghỉ không giục việc"
    assert done(portal, 24, environ).release
    told = "docs/gioi-thieu/index.md: liên kết “khong-co.md” trỏ tới tệp không có"
    assert told in file.read_text(encoding="utf-8")


def test_a_site_without_its_browser_parts_is_not_published(
    portal: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run(portal)
    before = shown(portal)
    monkeypatch.setattr(web_parts, "REPOSITORY", portal)
    made = done(portal, 24)
    assert made.result is Result.KEPT_OLD
    assert "chạy `make site`" in said(made, StepName.BUILD)
    assert shown(portal) == before


def test_a_site_that_lost_a_folder_waits_for_a_person(portal: Path) -> None:
    more = portal / "docs/them"
    more.mkdir()
    for number in range(20):
        (more / f"{number}.md").write_text(f"# Trang {number}\n", encoding="utf-8")
    run(portal)
    shutil.rmtree(more)
    made = done(portal, 12)
    assert made.result is Result.KEPT_OLD
    assert "trang đang hiện có" in said(made, StepName.BUILD)
    moment = NOW + dt.timedelta(hours=24)
    order = Order(
        portal, NOW.date(), str(portal / "xuat-ban"), fewer=True, environ={}, clock=lambda: moment
    )
    meant = run_nightly(order)
    assert meant is not None
    assert meant.release


def test_an_address_that_leads_nowhere_now_is_told_once(portal: Path) -> None:
    page = portal / "docs/mot-trang.md"
    page.write_text("# Một trang\n", encoding="utf-8")
    run(portal)
    page.unlink()
    file = portal / "tin.txt"
    assert done(portal, 12, {"CCHC_REPORT_FILE": str(file)}).release
    assert "trang mot-trang/ sắp mất địa chỉ" in file.read_text(encoding="utf-8")
    file.unlink()
    assert done(portal, 24, {"CCHC_REPORT_FILE": str(file)}).release
    assert not file.exists()


def test_a_fault_of_ours_is_told_without_a_traceback(portal: Path) -> None:
    def broken(_root: Path, _site: Path, _target: str) -> Published:
        message = "không lường tới"
        raise ZeroDivisionError(message)

    made = run_nightly(
        Order(
            portal, NOW.date(), str(portal / "x"), environ={}, clock=lambda: NOW, publisher=broken
        )
    )
    assert made is not None
    assert made.result is Result.KEPT_OLD
    assert "lỗi chưa lường tới" in said(made, StepName.PUBLISH)
    assert "Traceback" not in record_json(made)


def test_a_disk_that_takes_no_record_is_told(portal: Path) -> None:
    run(portal)
    (portal / FOLDER).rename(portal / ".cchc/cu")
    (portal / FOLDER).write_text("một tệp ở chỗ của thư mục", encoding="utf-8")
    made = done(portal, 24)
    assert made.result is Result.FAULTY
    assert "không ghi được bản ghi lần chạy" in said(made, StepName.REPORT)
    assert made.release


def test_a_second_run_leaves_with_its_own_code(
    portal: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(portal)
    with only_run(portal, NOW) as running:
        running.at("Dựng trang")
        assert main(["run"]) == 3
    assert "đang có lần chạy khác: tiến trình" in capsys.readouterr().err
    assert last_run(portal) is None


def test_without_a_target_the_site_is_built_and_nothing_published(portal: Path) -> None:
    made = run_nightly(Order(portal, NOW.date(), "", environ={}, clock=lambda: NOW))
    assert made is not None
    assert (made.result, made.release) == (Result.GOOD, "")
    assert "chưa có nơi xuất bản" in said(made, StepName.PUBLISH)
    assert not (portal / "site").exists()


def test_old_records_go(tmp_path: Path) -> None:
    for number in range(KEPT + 5):
        moment = NOW + dt.timedelta(hours=12 * number)
        made = Run(began=moment, ended=moment, day=moment.date(), result=Result.GOOD)
        save_run(tmp_path, made)
    left = sorted((tmp_path / FOLDER).glob("*.json"))
    assert len(left) == KEPT
    assert len(list((tmp_path / FOLDER).glob("*.txt"))) == KEPT
    newest = last_run(tmp_path)
    assert newest is not None
    assert newest.began == NOW + dt.timedelta(hours=12 * (KEPT + 4))


def test_the_help_tells_every_exit_code(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["run", "--help"])
    told = re.findall(r"^  (\d)  \S", capsys.readouterr().out, re.MULTILINE)
    assert told == ["0", "1", "2", "3"]
