"""What machines read of a page (schema.org)."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from cchc.base.posts import read_post
from cchc.base.ward import Hours
from cchc.site.machines.page_things import Shown, things
from cchc.site.machines.structured import as_json
from cchc.site.portal import Portal
from tests.site.samples import WARD, portal_of, procedure

PROCEDURE = procedure(
    ten_goi_khac=["Làm giấy khai sinh"],
    tom_tat="Làm Giấy khai sinh cho trẻ.",
    doi_tuong=["Công dân Việt Nam"],
    co_quan={"thuc_hien": ["Ủy ban nhân dân cấp xã"]},
    cach_nop=[{"hinh_thuc": "truc_tiep"}, {"hinh_thuc": "buu_chinh"},
              {"hinh_thuc": "truc_tuyen", "dia_chi": "https://dvc.example/nop"}],
    ket_qua=[{"ten": "Giấy khai sinh"}],
)  # fmt: skip
HOURS = (Hours(weekdays=(2, 3), opens="07:30", closes="11:30"),)
COUNTERS = (
    WARD.counters[0].model_copy(
        update={"hours": HOURS, "address": "1 Đường A", "phone": "0234 000 000"}
    ),
    WARD.counters[1],
)
PORTAL = portal_of(PROCEDURE, ward=WARD.model_copy(update={"counters": COUNTERS}))
ADDRESS = "thu-tuc/ho-tich/1.001193/"


def described(shown: Shown, portal: Portal = PORTAL) -> dict[str, Any]:
    """Give the things of a page by their kind, as a machine reads them."""
    graph = json.loads(as_json(things(shown, portal)))
    assert graph["@context"] == "https://schema.org"
    return {each["@type"]: each for each in graph["@graph"]}


def shown(portal: Portal = PORTAL) -> Shown:
    return Shown(ADDRESS, "Đăng ký khai sinh", "", {}, entry=portal.entry("1.001193"))


def test_a_procedure_is_a_service_of_the_administration() -> None:
    service = described(shown())["GovernmentService"]
    assert service["name"] == "Đăng ký khai sinh"
    assert service["identifier"] == "1.001193"
    assert service["alternateName"] == ["Làm giấy khai sinh"]
    assert service["provider"] == [
        {"@type": "GovernmentOrganization", "name": "Ủy ban nhân dân cấp xã"}
    ]
    assert service["serviceOperator"]["name"] == "UBND phường Hương An"
    assert service["areaServed"] == {"@type": "AdministrativeArea", "name": "phường Hương An"}
    assert service["audience"] == [{"@type": "Audience", "audienceType": "Công dân Việt Nam"}]
    assert service["serviceOutput"] == [{"@type": "Thing", "name": "Giấy khai sinh"}]


def test_its_channels_are_online_the_counter_and_the_post() -> None:
    online, counter, post = described(shown())["GovernmentService"]["availableChannel"]
    assert online["serviceUrl"] == "https://dvc.example/nop"
    office = counter["serviceLocation"]
    assert (office["name"], office["telephone"]) == ("Trung tâm phường", "0234 000 000")
    assert office["address"]["streetAddress"] == "1 Đường A"
    assert post["name"] == "Dịch vụ bưu chính"


def test_hours_are_days_of_the_week_in_english_as_the_standard_wants() -> None:
    assert described(shown())["GovernmentService"]["hoursAvailable"] == [
        {"@type": "OpeningHoursSpecification", "dayOfWeek": ["Monday", "Tuesday"],
         "opens": "07:30", "closes": "11:30"}
    ]  # fmt: skip


def test_what_nobody_knows_is_left_out() -> None:
    bare = portal_of(procedure())
    service = described(shown(bare), bare)["GovernmentService"]
    empty = {"description", "audience", "serviceOutput", "hoursAvailable", "availableChannel"}
    assert not empty & service.keys()


def test_a_procedure_no_longer_in_force_is_no_service() -> None:
    gone = procedure(
        bai_bo={"ngay": "2026-11-01", "quyet_dinh": {"so": "1/QĐ-UBND", "ngay": "2026-10-01"}},
        lich_su=[{"ngay": "2026-11-01", "loai": "bai_bo",
                  "quyet_dinh": {"so": "1/QĐ-UBND", "ngay": "2026-10-01"}}],
    )  # fmt: skip
    portal = portal_of(gone)
    assert set(described(shown(portal), portal)) == {"BreadcrumbList"}


def test_the_way_to_a_page_is_relative_without_a_public_address_and_whole_with_one() -> None:
    def way(portal: Portal) -> list[str]:
        steps = described(shown(portal), portal)["BreadcrumbList"]["itemListElement"]
        return [step["item"] for step in steps]

    assert way(PORTAL) == ["../../../", "../../", "../", "./"]
    public = replace(PORTAL, site_url="https://huongan.example/cchc/")
    assert way(public)[0] == "https://huongan.example/cchc/"
    assert way(public)[-1] == f"https://huongan.example/cchc/{ADDRESS}"


def test_a_post_is_news_with_its_date() -> None:
    raw = b"---\ndate: 2026-11-24\ndescription: Ng\xe1\xba\xafn.\n---\n# B\xc3\xa0i\n"
    post = read_post("docs/tin-tuc/posts/a.md", raw)
    article = described(Shown("tin-tuc/a/", post.title, "", {}, post=post))["NewsArticle"]
    assert article["datePublished"] == "2026-11-24"
    assert article["publisher"]["name"] == "UBND phường Hương An"


def test_questions_are_headings_with_what_follows_them() -> None:
    html = "<h1>Hỏi đáp</h1><h2>Mất bao lâu?</h2><p>Tùy thủ tục.</p><ul><li>Xem.</li></ul>"
    page = described(Shown("hoi-dap/", "Hỏi đáp", html, {"hoi_dap": True}))["FAQPage"]
    (question,) = page["mainEntity"]
    assert question["name"] == "Mất bao lâu?"
    assert question["acceptedAnswer"]["text"] == "Tùy thủ tục. Xem."


def test_words_of_data_cannot_end_the_script() -> None:
    written = as_json([{"name": "A</script><script>alert(1)</script>"}])
    assert "<" not in written
    assert json.loads(written)["@graph"][0]["name"].startswith("A</script>")


def test_the_home_needs_no_way_to_itself() -> None:
    assert things(Shown("", "Trang chủ", "", {}), PORTAL) == ()
