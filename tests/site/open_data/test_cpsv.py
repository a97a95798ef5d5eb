"""cpsv-ap.jsonld: read by rdflib, judged by the official shapes of CPSV-AP 3.2."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pyshacl
import pytest
from rdflib import DCTERMS, Graph, Literal, Namespace, URIRef

from cchc.base.ward import Licence
from cchc.procedures.parts import TimeLimit
from cchc.procedures.terms import TimeUnit
from cchc.site.open_data.cpsv_parts import duration
from cchc.site.open_data.files import open_data
from cchc.site.pages import load_portal
from tests.portals import make_shipped
from tests.real_data import DATA
from tests.site.open_data.made import made_files, made_portal, parsed
from tests.site.samples import WARD

SHAPES = DATA / "standards" / "cpsv-ap-3.2.0-SHACL.ttl"
# rdflib warns of its own old names, which it and pyshacl still use.
pytestmark = pytest.mark.filterwarnings(r"ignore:(ConjunctiveGraph|Dataset\.\w+) is deprecated")
needs_shapes = pytest.mark.skipif(not SHAPES.is_file(), reason="không có dữ liệu thật (../shared)")
NAME = "cpsv-ap.jsonld"
PLACE = "https://huongan.example/du-lieu/cpsv-ap.jsonld"
CV = Namespace("http://data.europa.eu/m8g/")
CPSV = Namespace("http://purl.org/vocab/cpsv#")
BIRTH = URIRef("https://huongan.example/thu-tuc/ho-tich/1.001193/")


def graph(content: bytes) -> Graph:
    return Graph().parse(data=content, format="json-ld", publicID=PLACE)


def judged(content: bytes) -> tuple[bool, str]:
    conforms, _, words = pyshacl.validate(
        graph(content), shacl_graph=str(SHAPES), shacl_graph_format="turtle"
    )
    return bool(conforms), str(words)


@pytest.fixture(scope="module")
def made() -> Graph:
    return graph(made_files()[NAME].content)


@needs_shapes
def test_the_official_shapes_find_nothing_wrong() -> None:
    assert judged(made_files()[NAME].content) == (True, "Validation Report\nConforms: True\n")


@needs_shapes
def test_the_ward_s_whole_catalogue_conforms(tmp_path: Path) -> None:
    portal = load_portal(make_shipped(tmp_path / "trang"), dt.date(2026, 11, 24))
    (file,) = (each for each in open_data(portal) if each.name == NAME)
    assert file.count
    assert file.count > 100
    conforms, words = judged(file.content)
    assert conforms, words


@needs_shapes
@pytest.mark.parametrize("lost", ["identifier", "title", "description", "cv:hasCompetentAuthority"])
def test_the_shapes_miss_what_is_mandatory(lost: str) -> None:
    document = parsed(NAME)
    service = next(e for e in document["@graph"] if e["type"] == "cpsv:PublicService")
    del service[lost]
    assert not judged(json.dumps(document).encode())[0]


def subjects(made: Graph) -> set[str]:
    return {
        str(made.value(each, DCTERMS.identifier))
        for each in made.subjects(None, CPSV.PublicService)
    }


def test_a_procedure_without_any_agency_is_left_out_and_that_is_said(made: Graph) -> None:
    assert subjects(made) == {"1.001193", "2.000815"}
    dataset = next(e for e in parsed(NAME)["@graph"] if e["type"] == "dcat:Dataset")
    assert dataset["description"].endswith("Chưa có 6 thủ tục mà nguồn không ghi cơ quan.")
    assert made_files()[NAME].count == 2


def test_who_decides_is_the_authority_and_else_who_carries_out(made: Graph) -> None:
    def named(service: URIRef) -> set[str]:
        label = URIRef("http://www.w3.org/2004/02/skos/core#prefLabel")
        every = made.objects(service, CV.hasCompetentAuthority)
        return {str(made.value(each, label)) for each in every}

    assert named(BIRTH) == {"UBND phường Hương An"}
    other = URIRef("https://huongan.example/thu-tuc/chung-thuc/2.000815/")
    assert named(other) == {"Ủy ban nhân dân cấp xã"}


def test_texts_are_marked_as_vietnamese(made: Graph) -> None:
    assert made.value(BIRTH, DCTERMS.title) == Literal("Đăng ký khai sinh", lang="vi")
    assert made.value(BIRTH, DCTERMS.description) == Literal(
        "Làm Giấy khai sinh cho trẻ.", lang="vi"
    )


def test_a_procedure_without_a_summary_is_described_by_facts(made: Graph) -> None:
    other = URIRef("https://huongan.example/thu-tuc/chung-thuc/2.000815/")
    words = "Thủ tục hành chính mã 2.000815, lĩnh vực Chứng thực. Chưa có tóm tắt."
    assert str(made.value(other, DCTERMS.description)) == words


def test_a_zero_is_no_cost_with_a_value(made: Graph) -> None:
    costs = {
        str(made.value(each, DCTERMS.description)): made.value(each, CV.hasValue)
        for each in made.objects(BIRTH, CV.hasCost)
    }
    assert {words: value and float(str(value)) for words, value in costs.items()} == {
        "Lệ phí: 8.000 đồng. 8.000 đồng/bản": 8000.0,
        "Phí: Theo quy định của Hội đồng nhân dân": None,
    }


@pytest.mark.parametrize(
    ("limit", "said"),
    [
        (TimeLimit(value=15, unit=TimeUnit.DAY), "P15D"),
        (TimeLimit(value=8, unit=TimeUnit.HOUR), "PT8H"),
        (TimeLimit(value=1, unit=TimeUnit.MONTH), "P1M"),
        (TimeLimit(value=5, unit=TimeUnit.WORKING_DAY), ""),
        (TimeLimit(words="Ngay khi nhận đủ hồ sơ"), ""),
        (None, ""),
    ],
)
def test_a_limit_in_working_days_is_told_in_words_only(limit: TimeLimit | None, said: str) -> None:
    assert duration(limit) == said


def test_the_channel_says_the_limit_as_the_page_does(made: Graph) -> None:
    words = {
        str(made.value(each, DCTERMS.description)) for each in made.objects(BIRTH, CV.hasChannel)
    }
    assert words == {
        "Trực tiếp. Thời hạn giải quyết: 05 ngày làm việc.",
        "Trực tuyến. Thời hạn giải quyết: 15 ngày.",
    }


def test_life_events_and_related_services_are_linked(made: Graph) -> None:
    assert str(made.value(BIRTH, CV.isGroupedBy)) == (
        "https://huongan.example/thu-tuc/su-kien/sinh-con/"
    )
    other = URIRef("https://huongan.example/thu-tuc/chung-thuc/2.000815/")
    assert made.value(BIRTH, CV.relatedService) == other


def dataset(document: Any) -> Any:  # noqa: ANN401 - JSON
    return next(each for each in document["@graph"] if each["type"] == "dcat:Dataset")


def test_the_dataset_has_its_day_and_licence() -> None:
    none = dataset(parsed(NAME))
    assert none["modified"] == "2026-11-24"
    assert none["dct:rights"]["label"] == "Phường chưa ban hành giấy phép riêng cho phần nội dung."
    assert "dct:license" not in none
    licence = Licence(name="CC BY 4.0", address="https://example.org/by/4.0/")
    portal = made_portal(ward=WARD.model_copy(update={"licence": licence}))
    assert dataset(parsed(NAME, portal))["dct:license"] == {"id": "https://example.org/by/4.0/"}


def test_reading_it_asks_nobody_else() -> None:
    assert all(
        isinstance(each, str | dict) and not str(key).startswith("@")
        for key, each in parsed(NAME)["@context"].items()
    )
