"""The portal's Word export of one procedure, ChiTietTTHC_<mã>.docx.

Labelled parts (“Mã thủ tục:”, “Trình tự thực hiện:” …) as paragraphs or in a form of two columns,
and three kinds of tables: ways of filing, papers (one table a case), legal basis.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

from cchc.base.codes import bare_code, is_internal
from cchc.base.problems import warning
from cchc.base.text import one_line
from cchc.province.building import Data, build
from cchc.province.columns import heading_key
from cchc.province.content import Format, Record, refuse
from cchc.province.named_files import check_name
from cchc.province.numbers import caution, document_number
from cchc.province.phrases import item, known, levels, split_agencies, split_names
from cchc.province.steps import split_steps
from cchc.province.word_blocks import Block, Line, Table, read_blocks
from cchc.province.word_tables import Kind, kind_of, legal_basis, methods, papers

LABELS = {
    "ma": ("Mã thủ tục", "Mã thủ tục hành chính", "Mã TTHC"),
    "quyet_dinh": ("Số quyết định", "Quyết định công bố"),
    "ten": ("Tên thủ tục", "Tên thủ tục hành chính", "Tên TTHC"),
    "cap": ("Cấp thực hiện",),
    "loai": ("Loại thủ tục",),
    "linh_vuc": ("Lĩnh vực",),
    "trinh_tu": ("Trình tự thực hiện",),
    "cach_nop": ("Cách thức thực hiện",),
    "ho_so": ("Thành phần hồ sơ", "Thành phần, số lượng hồ sơ"),
    "doi_tuong": ("Đối tượng thực hiện",),
    "thuc_hien": ("Cơ quan thực hiện",),
    "tham_quyen": ("Cơ quan có thẩm quyền",),
    "dia_chi": ("Địa chỉ tiếp nhận HS", "Địa chỉ tiếp nhận hồ sơ"),
    "uy_quyen": ("Cơ quan được ủy quyền", "Cơ quan được uỷ quyền"),
    "phoi_hop": ("Cơ quan phối hợp",),
    "ket_qua": ("Kết quả thực hiện",),
    "can_cu": ("Căn cứ pháp lý", "Căn cứ pháp lý của thủ tục"),
    "yeu_cau": ("Yêu cầu, điều kiện thực hiện", "Yêu cầu, điều kiện"),
    "tu_khoa": ("Từ khóa", "Từ khoá"),
    "mo_ta": ("Mô tả",),
}  # fmt: skip
PART_OF = {heading_key(label): part for part, labels in LABELS.items() for label in labels}
NEEDED = ("ma", "ten")
# Lines in front of a table of papers that name no case.
NO_CASE = frozenset({"", "baogom", "hosogom", "thanhphanhosogom", "hosobaogom"})


@dataclass
class Parts:
    """What was found under each label, as it is read."""

    texts: dict[str, list[str]] = field(default_factory=lambda: defaultdict(list))
    methods: list[Data] = field(default_factory=list)
    cases: list[Data] = field(default_factory=list)
    legal_basis: list[Data] = field(default_factory=list)

    def text(self, part: str) -> str:
        """Give a part's lines; nothing where the source only says that it has nothing."""
        return known("\n".join(self.texts.get(part, ())))


def read(path: Path) -> Record:
    """Read the file. Raise `Refused` where it is not this format or broken."""
    parts = _collect(read_blocks(path, frozenset(PART_OF)))
    missing = [LABELS[part][0] for part in NEEDED if not parts.text(part)]
    if missing:
        message = f"tệp Word không có mục “{missing[0]}:”; không phải bản chi tiết một thủ tục"
        raise refuse(path, message)
    code = bare_code(parts.text("ma"))
    if code is None:
        raise refuse(path, f"mục “Mã thủ tục” không phải mã: “{one_line(parts.text('ma'))[:60]}”")
    check_name(path, code)
    if is_internal(code):
        raise refuse(path, f"{code} là thủ tục nội bộ (đầu 5, 6), không đưa vào danh mục công khai")
    procedure, problems = build(path, _data(code, parts))
    told = (*problems, *(warning(path.as_posix(), 1, text) for text in _not_in_tables(parts)))
    return Record(path.name, Format.WORD, procedure, problems=told)


def _collect(blocks: tuple[Block, ...]) -> Parts:
    parts, current = Parts(), ""
    for block in blocks:
        if isinstance(block, Table):
            _add_table(parts, block)
            continue
        label, value = _label(block, parts)
        current = label or current
        if label:
            parts.texts[label] = []
        if current and value:
            parts.texts[current].append(value)
    return parts


def _label(line: Line, parts: Parts) -> tuple[str, str]:
    """Split “Lĩnh vực: Hộ tịch”; a label seen before is part of the text it stands in."""
    name, _, value = line.text.partition(":")
    part = PART_OF.get(heading_key(name), "")
    if part and part not in parts.texts:
        return part, value.strip()
    return "", line.text


def _add_table(parts: Parts, table: Table) -> None:
    kind = kind_of(table)
    if kind is Kind.METHODS:
        parts.methods += methods(table)
    elif kind is Kind.LEGAL_BASIS:
        parts.legal_basis += legal_basis(table)
    elif kind is Kind.PAPERS:
        name = one_line(" ".join(parts.texts.get("ho_so", ())))
        case = "" if heading_key(name) in NO_CASE else name.rstrip(":").strip()
        parts.cases.append({"truong_hop": case, "giay_to": papers(table)})
        # The lines up to the next table name the next case.
        parts.texts["ho_so"] = []


def _not_in_tables(parts: Parts) -> list[str]:
    """Tell of parts that stand as lines where a table is expected: a person must type them."""
    untaken = {
        "Cách thức thực hiện": not parts.methods and parts.text("cach_nop"),
        "Thành phần hồ sơ": not parts.cases and parts.text("ho_so"),
        "Căn cứ pháp lý": not parts.legal_basis and parts.text("can_cu"),
    }
    return [
        f"{title} không ở trong bảng, chưa lấy; nhập tay" for title, lost in untaken.items() if lost
    ]


def _data(code: str, parts: Parts) -> Data:
    decision = document_number(parts.text("quyet_dinh"))
    return {
        "ma": code,
        "ten": one_line(parts.text("ten")),
        "linh_vuc": one_line(parts.text("linh_vuc")),
        "cap_thuc_hien": list(levels(parts.text("cap"))),
        "doi_tuong": list(split_names(parts.text("doi_tuong"))),
        "co_quan": {
            key: list(split_agencies(parts.text(key)))
            for key in ("thuc_hien", "tham_quyen", "uy_quyen", "phoi_hop")
        },
        "dia_chi_tiep_nhan": parts.text("dia_chi"),
        "cach_nop": parts.methods,
        "ho_so": [case for case in parts.cases if case["giay_to"]],
        "trinh_tu": split_steps(parts.text("trinh_tu")),
        "ket_qua": [{"ten": item(line)} for line in _lines(parts.text("ket_qua"))],
        "yeu_cau": [text] if (text := parts.text("yeu_cau")) else [],
        "can_cu": parts.legal_basis,
        "quyet_dinh": {"so": decision} if decision else None,
        "tu_khoa": list(split_names(parts.text("tu_khoa"))),
        "luu_y": [odd] if decision and (odd := caution(decision)) else [],
    }


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if item(line)]
