"""The parts of a procedure's page, in a reader's order, and what each is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from cchc.procedures.model import Procedure
from cchc.procedures.parts import Paper
from cchc.procedures.terms import Method
from cchc.site.addresses import is_web


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the page: anchor and template, plain heading, the law's term, when it is shown.

    `element` is the name by which Italy's conformity checker for municipal sites finds the part.
    """

    key: str
    plain: str
    term: str
    filled: Callable[[Procedure], bool]
    element: str = ""


@dataclass(frozen=True, slots=True)
class Filing:
    """One way of filing online: what it is, its level, where."""

    name: str
    level: str
    address: str


SECTIONS = (
    Section(
        "doi-tuong",
        "Ai làm thủ tục này",
        "Đối tượng thực hiện",
        lambda p: bool(p.audience),
        "service-addressed",
    ),
    Section(
        "ho-so",
        "Cần mang theo",
        "Thành phần, số lượng hồ sơ",
        lambda p: any(case.papers for case in p.cases),
        "service-needed",
    ),
    Section("mau", "Mẫu đơn, tờ khai", "", lambda p: bool(forms(p))),
    Section(
        "cach-nop",
        "Cách nộp",
        "Cách thức thực hiện",
        lambda p: bool(p.methods) or bool(filings(p)),
        "service-generic-access",
    ),
    Section(
        "thoi-han",
        "Bao lâu có kết quả",
        "Thời hạn giải quyết",
        lambda p: any(method.time_limit for method in p.methods),
        "service-calendar-text",
    ),
    Section("phi", "Tốn bao nhiêu", "Phí, lệ phí", lambda p: any(m.fees for m in p.methods)),
    Section(
        "trinh-tu",
        "Các bước",
        "Trình tự thực hiện",
        lambda p: bool(p.steps),
        "service-how-to",
    ),
    Section(
        "ket-qua",
        "Nhận được gì",
        "Kết quả thực hiện",
        lambda p: bool(p.results),
        "service-achieved",
    ),
    Section("yeu-cau", "Điều kiện", "Yêu cầu, điều kiện thực hiện", lambda p: bool(p.conditions)),
    Section("can-cu", "Căn cứ pháp lý", "", lambda p: bool(p.legal_basis), "service-file"),
    Section("quyet-dinh", "Quyết định công bố", "", lambda p: p.decision is not None),
    Section(
        "co-quan",
        "Cơ quan giải quyết",
        "Cơ quan thực hiện, có thẩm quyền, phối hợp",
        lambda p: bool(p.agencies.executing or p.agencies.deciding or p.agencies.coordinating),
    ),
    Section(
        "noi-nop",
        "Nộp ở đâu",
        "Nơi tiếp nhận, giờ làm việc, điện thoại",
        lambda _: True,
        "contacts",
    ),
)
# What follows those parts, where there is any.
AFTERWARDS = (
    Section("lien-quan", "Thủ tục liên quan", "", lambda p: bool(p.related)),
    Section("luu-y", "Điều chưa chắc", "", lambda p: bool(p.cautions)),
    Section("tin-lien-quan", "Tin liên quan", "", lambda _: True),
    Section("lich-su", "Lịch sử thay đổi", "", lambda _: True),
    Section("nguon", "Kiểm tra lần cuối", "Nguồn và xác nhận của đơn vị", lambda _: True),
    Section("gop-y", "Góp ý về trang này", "", lambda _: True),
)


def filings(procedure: Procedure) -> tuple[Filing, ...]:
    """List where the procedure is filed online, each address once, web addresses only."""
    found: dict[str, Filing] = {}
    for service in procedure.services:
        level = service.level.label if service.level else ""
        found.setdefault(service.address, Filing(service.name, level, service.address))
    for method in procedure.methods:
        if method.method is Method.ONLINE:
            found.setdefault(method.address, Filing("", "", method.address))
    return tuple(each for address, each in found.items() if is_web(address))


def forms(procedure: Procedure) -> tuple[Paper, ...]:
    """List the papers that have a form, each form once."""
    every = (paper for case in procedure.cases for paper in case.papers)
    by_form = {(paper.form, paper.file): paper for paper in every if paper.form or paper.file}
    return tuple(by_form.values())
