"""The collection “Thủ tục”: the model's fields, with the marks that the law and the desk add."""

from __future__ import annotations

from cchc.base.text import fold
from cchc.base.ward import Ward
from cchc.office.editor.shaping import Field, choose, find
from cchc.office.editor.widgets import fields_of
from cchc.office.folder.guarded import GUARDED
from cchc.procedures.completeness import MANDATORY
from cchc.procedures.model import Procedure
from cchc.procedures.store import Catalogue

NAME = "thu-tuc"
MARK = "Phần bắt buộc theo quy định"
# Where in the file a mandatory part stands, where it is no key of its own.
INSIDE = {"thoi_han": ("cach_nop", "thoi_han")}
# Guarded parts that a person wants to see; the others only decisions read and write.
SEEN = frozenset({"ma", "linh_vuc"})
# What is said of a closed item of a list.
SUMMARIES = {
    ("cach_nop",): "{{hinh_thuc}}",
    ("cach_nop", "phi"): "{{loai}}: {{so_tien}} {{loi}}",
    ("ho_so",): "{{truong_hop | default('Mọi trường hợp')}}",
    ("ho_so", "giay_to"): "{{ten}}",
    ("ket_qua",): "{{ten}}",
    ("can_cu",): "{{so}} {{ten}}",
    ("dich_vu",): "{{ma}} {{ten}}",
    ("nguon",): "{{ten}}",
}
ONE_OF = {
    ("cach_nop",): "cách nộp",
    ("cach_nop", "phi"): "khoản phải nộp",
    ("ho_so",): "trường hợp",
    ("ho_so", "giay_to"): "giấy tờ",
    ("ho_so", "luu_y"): "lưu ý",
    ("ket_qua",): "kết quả",
    ("can_cu",): "căn cứ",
    ("dich_vu",): "dịch vụ",
    ("nguon",): "nguồn",
    ("trinh_tu",): "bước",
    ("yeu_cau",): "yêu cầu",
    ("luu_y",): "điều chưa chắc",
    ("ten_goi_khac",): "tên gọi",
    ("tu_khoa",): "từ khóa",
    ("doi_tuong",): "đối tượng",
    ("co_quan", "thuc_hien"): "cơ quan",
    ("co_quan", "tham_quyen"): "cơ quan",
    ("co_quan", "uy_quyen"): "cơ quan",
    ("co_quan", "phoi_hop"): "cơ quan",
}


def procedure_collection(ward: Ward, codes: list[Field]) -> Field:
    """Give the collection: one file a procedure in its field's folder; none is made or removed."""
    return {
        "name": NAME,
        "label": "Thủ tục",
        "label_singular": "Thủ tục",
        "icon": "assignment",
        "description": "Sửa nội dung thủ tục. Thủ tục mới, bãi bỏ: xác nhận quyết định công bố.",
        "folder": "procedures",
        "path": "{{linh_vuc}}/{{slug}}",
        "extension": "yml",
        "format": "yaml",
        "slug": "{{fields.ma}}",
        "identifier_field": "ten",
        # A version to come has the day in its file's name.
        "summary": "{{ten}} · {{slug}}",
        "create": False,
        "delete": False,
        "duplicate": False,
        "thumbnail": False,
        "sortable_fields": {"fields": ["ten", "ma", "linh_vuc"], "default": {"field": "ten"}},
        "view_groups": [{"label": "Theo lĩnh vực", "field": "linh_vuc"}],
        "view_filters": _filters(),
        "editor": {"preview": False},
        "fields": procedure_fields(ward, codes),
    }


def procedure_fields(ward: Ward, codes: list[Field]) -> list[Field]:
    """Give the form: mandatory parts marked, guarded ones closed, choices of the settings in."""
    fields = fields_of(Procedure)
    for path, words in SUMMARIES.items():
        find(fields, *path)["summary"] = words
    for path, words in ONE_OF.items():
        find(fields, *path)["label_singular"] = words
    # Who opens a way of filing came for its fee.
    find(fields, "cach_nop", "phi")["collapsed"] = False
    for each in MANDATORY:
        _mark(find(fields, *INSIDE.get(each.key, (each.key,))))
    for key in GUARDED:
        _close(find(fields, key))
    choose(find(fields, "lien_quan"), codes, multiple=True)
    counters = [{"label": each.names[0].name, "value": each.key} for each in ward.counters]
    find(fields, "noi_tiep_nhan").update(widget="select", options=counters)
    find(fields, "noi_tiep_nhan")["hint"] = "Nơi người dân nộp hồ sơ trực tiếp"
    find(fields, "nguon_khong_ghi").update(widget="select", multiple=True, options=_parts())
    return fields


def code_choices(catalogue: Catalogue) -> list[Field]:
    """Give every procedure on file as a choice: its name with its code, in the order of names."""
    latest = (every[-1].procedure for every in catalogue.versions.values())
    named = sorted(latest, key=lambda each: (fold(each.name), each.code))
    return [{"label": _named(each), "value": each.code} for each in named]


def _named(procedure: Procedure) -> str:
    ended = ", đã bãi bỏ" if procedure.abolished else ""
    return f"{procedure.name} ({procedure.code}{ended})"


def _mark(field: Field) -> None:
    # Above the field, where its own red star means: without it nothing can be saved.
    field["comment"] = MARK


def _close(field: Field) -> None:
    """Show a guarded part without letting it be changed, or carry it along unseen."""
    if field["name"] in SEEN:
        field |= {"readonly": True, "hint": "Không đổi được ở đây"}
        return
    for key in [each for each in field if each not in {"name", "label"}]:
        del field[key]
    field["widget"] = "hidden"


def _parts() -> list[Field]:
    words = ((each.key, each.title) for each in MANDATORY)
    return [{"label": title[:1].upper() + title[1:], "value": key} for key, title in words]


def _filters() -> list[Field]:
    return [
        {"label": "Đơn vị chưa xác nhận", "field": "xac_nhan.nguoi", "empty": True},
        {"label": "Chưa có trình tự thực hiện", "field": "trinh_tu.0", "empty": True},
        {"label": "Chưa có tóm tắt", "field": "tom_tat", "empty": True},
    ]
