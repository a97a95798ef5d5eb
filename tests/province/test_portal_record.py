from __future__ import annotations

import datetime as dt
import json
from pathlib import Path
from typing import Any

import pytest

from cchc.base.problems import Refused
from cchc.procedures.terms import Level, Method, TimeUnit
from cchc.province import portal_record
from cchc.province.content import Record
from tests.real_data import PORTAL_RECORD, needs_real_data

DATA: dict[str, Any] = {
    "id": "019d2bfd-8e5d-72f9-8cf2-c71780251483",
    "code": "2.000908",
    "name": "Thủ tục cấp bản sao từ sổ gốc",
    "executionSteps": [{"name": "Bước 1", "description": "<p>Nộp hồ sơ.<br/>Chờ.</p>"}],
    "executionMethods": [],
    "executionCases": [],
    "isWard": True,
    "isProvince": False,
    "isInternal": False,
    "categoriesDetails": [{"name": "Chứng thực"}],
    "subjectTypesDetails": [{"name": "Tổ chức (không bao gồm doanh nghiệp, HTX)"}],
    "departmentsExecuting": [],
    "executingAgencies": "Ủy ban nhân dân cấp xã, Sở Tư pháp",
    "legalBasisesDetails": [{"name": "Một tên", "code": "18/2026/NĐ-CP "}],
    "procedureProposal": {
        "proposalNumber": "858/QĐ-BTP",
        "decisionDate": 1774544400000,
        "issuingAgency": {"name": "Bộ Tư pháp"},
    },
}


def read(tmp_path: Path, data: dict[str, Any], name: str = "a.json") -> Record:
    path = tmp_path / name
    path.write_text(json.dumps(data), encoding="utf-8")
    return portal_record.read(path)


@pytest.mark.parametrize("envelope", [False, True])
def test_with_and_without_the_envelope(tmp_path: Path, *, envelope: bool) -> None:
    procedure = read(tmp_path, {"code": "OK", "data": DATA} if envelope else DATA).procedure
    assert (procedure.code, procedure.field_of_service) == ("2.000908", "Chứng thực")
    assert procedure.levels == (Level.WARD,)
    assert procedure.steps == ("Bước 1\nNộp hồ sơ.\nChờ.",)
    assert procedure.agencies.executing == ("Ủy ban nhân dân cấp xã", "Sở Tư pháp")
    assert procedure.legal_basis[0].number == "18/2026/NĐ-CP"
    assert procedure.portal_id == DATA["id"]


def test_epoch_milliseconds_are_midnight_in_vietnam(tmp_path: Path) -> None:
    decision = read(tmp_path, DATA).procedure.decision
    assert decision is not None
    assert (decision.number, decision.date, decision.issuer) == (
        "858/QĐ-BTP", dt.date(2026, 3, 27), "Bộ Tư pháp",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("time", "unit", "value", "words"),
    [
        (1, "WORKING_DAY", 1, ""),
        (7.0, "DAY", 7, ""),
        ("5", "HOUR", 5, ""),
        (0.5, "WORKING_DAY", None, "0,5 ngày làm việc"),
        ("Ngay trong ngày", "WORKING_DAY", None, "Ngay trong ngày"),
    ],
)
def test_processing_time_of_every_type(
    tmp_path: Path, time: object, unit: str, value: int | None, words: str
) -> None:
    method = {"submissionMethod": "DIRECT", "processingTime": time, "processingTimeUnit": unit}
    (found,) = read(tmp_path, DATA | {"executionMethods": [method]}).procedure.methods
    assert found.time_limit is not None
    assert (found.time_limit.value, found.time_limit.words) == (value, words)


@pytest.mark.parametrize("time", [0, None, True, [], {"a": 1}])
def test_a_time_of_nothing_is_unknown(tmp_path: Path, time: object) -> None:
    method = {"submissionMethod": "POSTAL", "processingTime": time, "processingTimeUnit": "DAY"}
    (found,) = read(tmp_path, DATA | {"executionMethods": [method]}).procedure.methods
    assert (found.method, found.time_limit) == (Method.POST, None)


def test_a_bare_zero_is_no_free_of_charge(tmp_path: Path) -> None:
    fees = [
        {"type": "FEE", "value": 0, "description": ""},
        {"type": "CHARGE", "value": 0, "description": "Do HĐND thành phố quy định"},
        {"type": "FEE", "value": 8000, "description": ""},
        {"type": "FEE", "value": 1.5, "currencyId": "USD", "description": ""},
    ]
    method = {"submissionMethod": "ONLINE", "fees": fees}
    (found,) = read(tmp_path, DATA | {"executionMethods": [method]}).procedure.methods
    assert [(fee.amount, fee.words) for fee in found.fees] == [
        (None, "Do HĐND thành phố quy định"),
        (8000, ""),
        (None, "1.5 USD"),
    ]


def test_what_the_portal_writes_by_default_is_not_said(tmp_path: Path) -> None:
    papers = [{"name": "Tờ khai", "originalQty": 1, "copyQty": 0, "required": False}]
    cases = [{"name": "", "profileComponents": papers}, {"name": "Trống", "profileComponents": []}]
    (case,) = read(tmp_path, DATA | {"executionCases": cases}).procedure.cases
    assert (case.papers[0].originals, case.papers[0].copies) == (1, 0)
    assert case.papers[0].mandatory is None


def test_a_script_in_a_part_leaves_the_part_out_and_says_so(tmp_path: Path) -> None:
    data = DATA | {"requirementsAndConditions": "<script>alert(1)</script>"}
    record = read(tmp_path, data)
    assert record.procedure.conditions == ()
    assert "thẻ HTML" in record.problems[0].message


@pytest.mark.parametrize(
    ("change", "name", "said"),
    [
        ({"code": ""}, "a.json", "không có mã"),
        ({"isInternal": True}, "a.json", "nội bộ"),
        ({"code": "6.003494"}, "a.json", "nội bộ"),
        ({}, "formality_1.001193.json", "bên trong là mã 2.000908"),
    ],
)
def test_records_that_are_refused(
    tmp_path: Path, change: dict[str, Any], name: str, said: str
) -> None:
    with pytest.raises(Refused) as refused:
        read(tmp_path, DATA | change, name)
    assert said in refused.value.problems[0].message


@needs_real_data
def test_the_real_record() -> None:
    record = portal_record.read(PORTAL_RECORD)
    procedure = record.procedure
    assert record.problems == ()
    assert procedure.levels == (Level.MINISTRY, Level.PROVINCE, Level.WARD, Level.OTHER)
    assert [method.method for method in procedure.methods] == [
        Method.ONLINE, Method.POST, Method.IN_PERSON,
    ]  # fmt: skip
    assert all(method.time_limit for method in procedure.methods)
    limit = procedure.methods[0].time_limit
    assert limit is not None
    assert (limit.value, limit.unit) == (1, TimeUnit.WORKING_DAY)
    assert all(not method.fees for method in procedure.methods)
    assert len(procedure.cases[0].papers) == 2
    assert procedure.legal_basis[0].number == "66.7/2025/NQ-CP"
    assert procedure.results[0].code == "KQ.G15.000020"
    assert procedure.services[0].code == "2.000908.01"


def test_a_number_without_measure_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "so.json"
    path.write_text('{"code": ' + "9" * 5000 + "}", encoding="utf-8")
    with pytest.raises(Refused, match="quá lớn"):
        portal_record.read(path)
