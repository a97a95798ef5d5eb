"""The desk's pages over HTTP: what an officer and a clerk do on them, without any script."""

from __future__ import annotations

import datetime as dt
import re
from pathlib import Path

import pytest

from cchc.base.lock import only_writer
from cchc.base.posts import FOLDER as POSTS
from cchc.base.posts import load_posts
from cchc.office.desk.pending import pending
from cchc.procedures.decision import Decision, DecisionState
from cchc.procedures.decision_files import load_decisions
from cchc.procedures.questions import Questions, load_questions, new_question, save_questions
from cchc.publish.nightly.running import only_run
from tests.kept import decision_on_file
from tests.office.desk.conftest import Office, git, running
from tests.office.desk.papers import OPENING, TITLE, word_file
from tests.portals import DAY
from tests.real_data import WARD_SHEET, needs_real_data

FILE = "procedures/ho-tich/1.001193.yml"
PROPOSED = {
    "so": "3582/QĐ-UBND", "ngay_ky": "2026-11-10", "loai_van_ban": "cong_bo",
    "trich_yeu": "Về việc công bố Danh mục thủ tục hành chính bị bãi bỏ",
    "muc": [{"loai": "bai_bo", "ma": "1.004222", "ten": "Đăng ký thường trú", "cap": ["xa"]}],
}  # fmt: skip


@pytest.fixture(autouse=True)
def day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CCHC_AS_OF", DAY)
    monkeypatch.delenv("CCHC_TARGET", raising=False)


def seen(office: Office) -> str:
    """Give the sign of the changes that the page shows now."""
    found = re.search(r'name="da_xem" value="([0-9a-f]+)"', office.get("/thay-doi").text)
    assert found
    return found[1]


def publish(office: Office, by: str = "Văn thư") -> str:
    """Publish what the page shows, as its form does; give the page of the end."""
    return office.followed(office.post("/dang", nguoi=by, da_xem=seen(office))).text


def break_it(root: Path) -> None:
    """Make a mistake that the check finds."""
    file = root / FILE
    file.write_text(file.read_text(encoding="utf-8").replace("so_tien: 8000", "so_tien: tám nghìn"),
                    encoding="utf-8")  # fmt: skip


def test_the_first_page_leads_everywhere(office: Office) -> None:
    page = office.get("/").text
    for words in ("Viết tin, bài", "Nhập bài từ tệp Word", "Sửa thủ tục", "Chờ người xem",
                  "Bản nháp", "Hẹn đăng", "Xem trước", "Mọi thay đổi đã đăng"):  # fmt: skip
        assert words in page


def test_a_new_post_is_a_draft_and_its_form_opens(office: Office) -> None:
    answer = office.post("/bai-moi", ten="Họp giao ban “tuần”", chuyen_muc="Thông báo")
    name = f"{DAY}-hop-giao-ban-tuan"
    assert answer.headers["location"] == f"/admin/#/collections/tin-tuc/entries/{name}"
    (post,) = (each for each in load_posts(office.desk.root).all if name in each.path)
    assert post.draft
    assert "Họp giao ban “tuần”" in office.get("/").text


def test_a_post_without_a_name_is_not_written(office: Office) -> None:
    answer = office.post("/bai-moi", ten="  ")
    assert answer.status_code == 409
    assert "Chưa ghi tên bài" in answer.text
    assert pending(office.desk.root, office.desk.baseline).told == ()


def test_a_procedure_is_searched_for_and_its_form_linked(office: Office) -> None:
    page = office.get("/thu-tuc?q=khai%20sinh").text
    assert 'href="/admin/#/collections/thu-tuc/entries/ho-tich/1.001193"' in page
    assert "Không thấy thủ tục nào" in office.get("/thu-tuc?q=xyzzy").text


def test_a_mistake_is_told_in_words_and_leads_to_its_form(office: Office) -> None:
    break_it(office.desk.root)
    for page in ("/", "/can-sua", "/thay-doi"):
        text = office.get(page).text
        assert "phải là số nguyên" in text
        assert 'href="/admin/#/collections/thu-tuc/entries/ho-tich/1.001193"' in text


def test_a_mistake_keeps_everything_from_going_out(office: Office, tmp_path: Path) -> None:
    break_it(office.desk.root)
    before = git(office.desk.root, "rev-parse", "HEAD")
    page = publish(office)
    assert "Chưa làm được" in page
    assert "phải là số nguyên" in page
    assert git(office.desk.root, "rev-parse", "HEAD") == before
    assert not (tmp_path / "cong").exists()


def test_a_word_file_is_read_looked_at_filled_in_and_written(
    office: Office, tmp_path: Path
) -> None:
    page = office.bring("/nhap", word_file(tmp_path / "Tập huấn.docx"))
    assert TITLE in page.text
    assert OPENING in page.text
    assert "<td>Tạo tài khoản</td>" in page.text
    pictures = re.findall(r'src="(/nhap/[^"]+\.jpg)"', page.text)
    assert len(set(pictures)) == 2
    assert office.get(pictures[0]).content[:2] == b"\xff\xd8"
    assert pending(office.desk.root, office.desk.baseline).told == ()

    fields = {"ten": TITLE, "ngay": "2026-11-20", "chuyen_muc": "Cải cách hành chính",
              "tom_tat": "Lớp hướng dẫn.", "anh-1": "Cán bộ chỉ dẫn", "anh-2": "Bà con thực hành",
              "trang_thai": "dang"}  # fmt: skip
    done = office.followed(office.post(page.url.path, **fields))
    assert "Đã ghi bài" in done.text
    (post,) = (each for each in load_posts(office.desk.root).all if each.title == TITLE)
    assert (post.description, post.draft) == ("Lớp hướng dẫn.", False)
    assert post.categories == ("Cải cách hành chính",)
    assert "![Cán bộ chỉ dẫn]" in post.body
    assert "![Bà con thực hành]" in post.body
    assert post.picture_alt == "Cán bộ chỉ dẫn"
    assert "kèm 2 ảnh" in office.get("/").text


def test_a_word_file_brought_twice_gets_another_name_and_says_so(
    office: Office, tmp_path: Path
) -> None:
    paper = word_file(tmp_path / "a.docx")
    first = office.bring("/nhap", paper)
    office.followed(office.post(first.url.path, ten=TITLE, ngay=DAY, chuyen_muc="Thông báo"))
    again = office.bring("/nhap", paper).text
    assert f"{TITLE} (2)" in again
    assert "Đã có bài cùng tên" in again


def test_what_is_no_word_file_is_told_in_words(office: Office, tmp_path: Path) -> None:
    bad = tmp_path / "bài.docx"
    bad.write_bytes(b"PK\x03\x04 not a zip")
    page = office.bring("/nhap", bad).text
    assert "Chưa làm được" in page
    assert ".cchc" not in page
    wrong = office.bring("/nhap", word_file(tmp_path / "b.docx").rename(tmp_path / "b.exe")).text
    assert "không nhận tệp này" in wrong.lower()
    assert "chưa chọn tệp nào" in office.post("/nhap").text.lower()


def test_everything_goes_out_into_a_folder_in_the_officers_name(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CCHC_TARGET", str(tmp_path / "cong"))
    file = office.desk.root / FILE
    file.write_text(file.read_text(encoding="utf-8").replace("so_tien: 8000", "so_tien:   5000"),
                    encoding="utf-8")  # fmt: skip
    page = office.get("/thay-doi").text
    assert "Cách thức thực hiện" in page
    assert "so_tien:   5000" in page
    done = publish(office, "Công chức Văn phòng")
    assert "Đã đăng, người dân xem được ngay" in done
    shown = tmp_path / "cong" / "current" / "thu-tuc" / "ho-tich" / "1.001193" / "index.html"
    assert "5.000" in shown.read_text(encoding="utf-8")
    assert "so_tien: 5000" in file.read_text(encoding="utf-8")
    last = git(office.desk.root, "log", "-1", "--format=%an %s").strip()
    assert last == "Công chức Văn phòng Sửa 1 thủ tục"
    assert "Mọi thay đổi đã đăng" in office.get("/").text
    assert 'value="Công chức Văn phòng"' in office.get("/thay-doi").text


def test_what_changed_after_the_look_does_not_go_out_unseen(office: Office) -> None:
    office.post("/bai-moi", ten="Bài một")
    sign = seen(office)
    office.post("/bai-moi", ten="Bài hai")
    page = office.followed(office.post("/dang", nguoi="Văn thư", da_xem=sign)).text
    assert "Có thay đổi mới sau lúc mở trang này" in page


def test_nobody_publishes_without_a_name(office: Office) -> None:
    assert "Chưa ghi người đăng" in publish(office, " ")


def test_without_a_place_the_history_is_made_and_that_is_said(office: Office) -> None:
    office.post("/bai-moi", ten="Bài một")
    done = publish(office)
    assert "Chưa đặt nơi xuất bản" in done
    assert "Thêm 1 bài" in git(office.desk.root, "log", "-1", "--format=%s")


def test_a_portal_without_git_goes_out_too(portal: Path, tmp_path: Path,
                                           monkeypatch: pytest.MonkeyPatch) -> None:  # fmt: skip
    monkeypatch.setenv("CCHC_TARGET", str(tmp_path / "cong"))
    with running(portal) as office:
        office.get("/")
        office.post("/bai-moi", ten="Bài một")
        assert "1 thay đổi chưa đăng" in office.get("/").text
        assert "Đã đăng" in publish(office)
        assert "Mọi thay đổi đã đăng" in office.get("/").text


def test_a_change_is_discarded_and_taken_back(office: Office) -> None:
    office.post("/bai-moi", ten="Bài một")
    path = f"{POSTS}/{DAY}-bai-mot.md"
    office.followed(office.post("/bo", tep=[path], nguoi="Văn thư"))
    assert not (office.desk.root / path).exists()
    page = office.get("/da-bo").text
    assert "Thêm bài “Bài một”" in page
    found = re.search(r'action="(/da-bo/[^"]+)"', page)
    assert found
    assert "Đã lấy lại 1 thay đổi" in office.followed(office.post(found[1])).text
    assert (office.desk.root / path).exists()


def test_while_another_writes_the_officer_is_told_and_nothing_is_lost(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("cchc.base.lock.only_writer.__wrapped__.__defaults__", (0.2,))
    office.post("/bai-moi", ten="Bài một")
    path = f"{POSTS}/{DAY}-bai-mot.md"
    with only_writer(office.desk.root):
        answer = office.post("/bo", tep=[path])
    assert answer.status_code == 409
    assert "Đang có lệnh khác ghi vào trang" in answer.text
    assert (office.desk.root / path).exists()


def test_while_the_nightly_run_goes_on_nothing_is_published(office: Office) -> None:
    office.post("/bai-moi", ten="Bài một")
    with only_run(office.desk.root, dt.datetime.now(dt.UTC)):
        page = publish(office)
    assert "Đang có lần chạy khác" in page
    assert "1 thay đổi chưa đăng" in office.get("/").text


def test_a_question_is_answered_once(office: Office) -> None:
    root = office.desk.root
    asked = new_question(kind="vang_mat", code="1.001193", name="Khai sinh", source="danh sách",
                         text="không còn trong danh mục; xem `cchc question list`",
                         day=dt.date.fromisoformat(DAY))  # fmt: skip
    save_questions(root, Questions(all=(asked,)))
    assert "Khai sinh" in office.get("/cau-hoi").text
    assert "Chưa ghi câu trả lời" in office.post(f"/cau-hoi/{asked.id}", nguoi="Tư pháp").text
    assert "Chưa ghi người làm" in office.post(f"/cau-hoi/{asked.id}", vi_sao="Vẫn còn").text
    said = office.post(f"/cau-hoi/{asked.id}", nguoi="Công chức Tư pháp", vi_sao="Vẫn còn")
    assert "Đã ghi câu trả lời" in office.followed(said).text
    answer = load_questions(root).all[0].answer
    assert answer
    assert (answer.by, answer.because) == ("Công chức Tư pháp", "Vẫn còn")
    again = office.post(f"/cau-hoi/{asked.id}", nguoi="Người khác", vi_sao="Khác")
    assert "đã có người trả lời" in again.text


def test_a_decision_is_confirmed_and_carried_out(office: Office) -> None:
    root = office.desk.root
    path = decision_on_file(root, Decision.model_validate(PROPOSED, by_alias=True, by_name=False))
    name = path.relative_to(root).as_posix()
    page = office.get("/quyet-dinh").text
    assert "3582/QĐ-UBND" in page
    assert "phải hỏi nơi ban hành" in page
    refused = office.post("/quyet-dinh/xac-nhan", so=name, nguoi="Công chức Tư pháp")
    assert "Chưa rõ ngày hiệu lực" in refused.text
    assert "--" not in re.sub(r"<!--.*?-->", "", refused.text)
    done = office.post("/quyet-dinh/xac-nhan", so=name, nguoi="Công chức Tư pháp",
                       hieu_luc="2026-11-20")  # fmt: skip
    assert "Đã xác nhận quyết định 3582/QĐ-UBND" in office.followed(done).text
    decision = load_decisions(root).by_path[name]
    assert decision.confirmed
    assert (decision.state, decision.confirmed.by) == (DecisionState.CONFIRMED, "Công chức Tư pháp")
    assert "Đã ghi" in office.followed(office.post("/quyet-dinh/ghi")).text
    told = [str(each) for each in pending(root, office.desk.baseline).told]
    assert any("1.004222" in each for each in told)


def test_a_decision_is_left_aside_with_a_reason(office: Office) -> None:
    root = office.desk.root
    path = decision_on_file(root, Decision.model_validate(PROPOSED, by_alias=True, by_name=False))
    name = path.relative_to(root).as_posix()
    assert office.post("/quyet-dinh/bo-qua", so=name, nguoi="Tư pháp").status_code == 409
    done = office.post("/quyet-dinh/bo-qua", so=name, nguoi="Tư pháp", vi_sao="Không thuộc phường")
    assert "Đã bỏ qua" in office.followed(done).text
    assert load_decisions(root).by_path[name].state is DecisionState.DISMISSED


def test_what_cannot_be_read_as_a_list_is_told(office: Office, tmp_path: Path) -> None:
    strange = tmp_path / "danh-sach.xlsx"
    strange.write_bytes(b"PK\x03\x04")
    page = office.bring("/quyet-dinh/doc", strange).text
    assert "không dùng được" in page or "Chưa làm được" in page
    assert ".cchc" not in page


def test_old_results_are_not_there_any_more(office: Office) -> None:
    for path in ("/viec/x", "/nhap/x", "/quyet-dinh/doc/x"):
        answer = office.get(path)
        assert answer.status_code == 404
        assert "Về bàn làm việc" in answer.text


def test_without_a_preview_the_page_says_so(office: Office) -> None:
    assert "không có trang xem trước" in office.get("/xem-truoc").text


@needs_real_data
def test_a_list_is_looked_at_first_and_recorded_only_when_told(office: Office) -> None:
    page = office.bring("/quyet-dinh/doc", WARD_SHEET)
    assert "Đã xem 357 thủ tục trong danh sách" in page.text
    assert pending(office.desk.root, office.desk.baseline).told == ()
    assert "Đã ghi" in office.followed(office.post(page.url.path)).text
    told = pending(office.desk.root, office.desk.baseline).told
    assert any(each.change.path.startswith("procedures/snapshots/") for each in told)


def test_the_guides_are_led_to_once_they_are_there(office: Office) -> None:
    assert "/xem-truoc?trang=huong-dan/" in office.get("/").text
    (office.desk.root / "docs/huong-dan/index.md").unlink()
    assert "Hướng dẫn" not in office.get("/").text
