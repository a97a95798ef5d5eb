"""/du-lieu/: the page of the files, and that no other page loads them."""

from __future__ import annotations

import json
import re
from pathlib import Path

from cchc.base.ward import Licence, load_ward
from cchc.reform.kinds import KINDS
from cchc.site.blocks import Asked, fill
from cchc.site.open_data.files import open_data
from cchc.site.wording import file_size
from tests.site.open_data.made import made_portal
from tests.site.samples import WARD

LOADS = re.compile(r"<(?:script|link|img|iframe|source)\b[^>]*(?:src|href)=[\"']?([^\"'\s>]+)")


def page(site: Path, address: str) -> str:
    return (site / address / "index.html").read_text(encoding="utf-8")


def test_the_page_leads_to_every_file_with_its_size(site: Path) -> None:
    html = page(site, "du-lieu")
    files = [each for each in (site / "du-lieu").iterdir() if each.name != "index.html"]
    assert len(files) == 10 + 2 * len(KINDS)
    for file in files:
        assert f'href="{file.name}"' in html
        if not file.name.endswith(".schema.json"):
            assert file_size(file.stat().st_size) in html.replace("\u00a0", " ")
    assert "Ngày của dữ liệu: <b>24/11/2026</b>" in html
    assert "Phường chưa ban hành giấy phép riêng cho phần nội dung." in html


def test_the_built_files_speak_of_the_built_pages(site: Path) -> None:
    document = json.loads((site / "du-lieu" / "procedures.json").read_text(encoding="utf-8"))
    assert document["so_muc"] == len(document["thu_tuc"]) == 4
    for each in document["thu_tuc"]:
        assert (site / "du-lieu" / each["trang"] / "index.html").is_file()
    feeds = json.loads((site / "du-lieu" / "feeds.json").read_text(encoding="utf-8"))
    for each in feeds["nguon_tin"]:
        assert (site / "du-lieu" / each["dia_chi"]).is_file()


def test_no_page_loads_the_data(site: Path) -> None:
    for path in site.rglob("*.html"):
        loaded = LOADS.findall(path.read_text(encoding="utf-8"))
        assert not [each for each in loaded if "du-lieu" in each], path


def test_the_footer_and_the_page_of_the_licence_lead_there(site: Path) -> None:
    assert re.search(
        r'<footer.*href="\.\./du-lieu/">Dữ liệu mở</a>', page(site, "giay-phep"), re.DOTALL
    )
    assert page(site, "giay-phep").count('href="../du-lieu/"') == 2


def filled(line: str, licence: Licence) -> str:
    portal = made_portal(ward=WARD.model_copy(update={"licence": licence}))
    text, problems = fill("a.md", line, Asked(portal, "du-lieu/", data=open_data(portal)))
    assert problems == ()
    return text


def test_the_licence_is_what_the_settings_say() -> None:
    line = "<!-- cchc: giay-phep -->"
    assert "Phường chưa ban hành giấy phép riêng" in filled(line, Licence())
    given = filled(line, Licence(name="CC BY 4.0", address="https://example.org/by/4.0/"))
    assert '<a href="https://example.org/by/4.0/" rel="noopener license">CC BY 4.0</a>' in given
    assert "chưa ban hành" not in given
    assert "theo CC BY 4.0." in filled(line, Licence(name="CC BY 4.0"))


def test_the_licence_stands_in_the_settings_file(portal: Path) -> None:
    assert load_ward(portal).licence == Licence()
    settings = portal / "mkdocs.yml"
    text = settings.read_text(encoding="utf-8")
    assert text.count('ten: ""') == 1
    settings.write_text(text.replace('ten: ""', "ten: CC BY 4.0"), encoding="utf-8")
    assert load_ward(portal).licence.name == "CC BY 4.0"
