"""`cchc check` for procedures/: what one file cannot know about itself."""

from __future__ import annotations

from collections.abc import Container, Iterator

from cchc.base.problems import Problem, warning
from cchc.base.text import name_key
from cchc.procedures.completeness import MANDATORY, missing_parts, unstated_parts
from cchc.procedures.fields import FILE, UNSORTED, Fields
from cchc.procedures.files import FILE_NAME, Version, canonical
from cchc.procedures.store import FOLDER, Catalogue, counted


def check_catalogue(catalogue: Catalogue) -> Iterator[Problem]:
    """Find every problem of the folder: unreadable files first, then the rest by path."""
    yield from catalogue.problems
    yield from check_fields(catalogue.fields)
    for code, versions in catalogue.versions.items():
        yield from _same_day_twice(code, versions)
        yield from _waiting(versions)
        for version in versions:
            yield from check_version(version, catalogue)


def check_fields(fields: Fields) -> Iterator[Problem]:
    """Find fields listed twice, or two fields in one folder."""
    seen: set[str] = set()
    for field in fields.all:
        for key, what in ((name_key(field.name), field.name), (field.folder, field.folder)):
            if key in seen:
                yield Problem(f"{FOLDER}/{FILE}", 1, f"“{what}” có hai lần; giữ một")
            seen.add(key)


def check_version(version: Version, catalogue: Catalogue) -> Iterator[Problem]:
    """Find what is wrong or missing in one file, seen beside the others."""
    yield from _name_of_file(version)
    yield from _folder(version, catalogue.fields)
    yield from _links(version, catalogue)
    yield from _form(version)
    yield from _unstated(version)
    missing = missing_parts(version.procedure)
    if missing:
        titles = ", ".join(each.title for each in missing)
        yield warning(version.path, 1, f"chưa đủ phần theo Điều 8 Nghị định 63/2010: {titles}")


def check_places(catalogue: Catalogue, counters: Container[str]) -> Iterator[Problem]:
    """Find receiving places that the settings do not know, and forms outside docs/tai-ve/."""
    for version in (each for every in catalogue.versions.values() for each in every):
        key = version.procedure.received_at
        if key and key not in counters:
            line = version.document.line(("noi_tiep_nhan",))
            message = f"nơi tiếp nhận “{key}” không có trong mkdocs.yml (extra.ward.noi_tiep_nhan)"
            yield Problem(version.path, line, message)
        for case_number, case in enumerate(version.procedure.cases):
            for number, paper in enumerate(case.papers):
                if ".." in paper.file or paper.file.startswith(("/", "\\")):
                    line = version.document.line(("ho_so", case_number, "giay_to", number, "tep"))
                    message = "tệp mẫu phải nằm trong docs/tai-ve/; ghi tên tệp, không ghi .. hay /"
                    yield Problem(version.path, line, message)


def _same_day_twice(code: str, versions: tuple[Version, ...]) -> Iterator[Problem]:
    first: dict[object, Version] = {}
    for version in versions:
        other = first.setdefault(version.effective, version)
        if other is not version:
            line = version.document.line(("ma",))
            message = f"mã {code} đã có ở {other.path}; mỗi mã một tệp, xóa hoặc gộp một tệp"
            yield Problem(version.path, line, message)


def _waiting(versions: tuple[Version, ...]) -> Iterator[Problem]:
    standing = [each for each in versions if each.procedure.withdrawn is None]
    taken = counted(versions)
    for version in standing:
        if version not in taken:
            message = "bản này chưa có xác nhận nên không thay bản đã xác nhận; soát rồi `xac_nhan`"
            yield warning(version.path, version.document.line(("xac_nhan",)), message)


def _name_of_file(version: Version) -> Iterator[Problem]:
    name = FILE_NAME.fullmatch(version.path.rpartition("/")[2])
    code = version.procedure.code
    if name is None or name["code"] != code:
        message = f"tên tệp khác mã bên trong ({code}); đổi tên tệp thành {code}.yml hoặc sửa mã"
        yield Problem(version.path, version.document.line(("ma",)), message)


def _folder(version: Version, fields: Fields) -> Iterator[Problem]:
    field, line = version.procedure.field_of_service, version.document.line(("linh_vuc",))
    folder = version.path.split("/")[-2]
    if not field:
        if folder != UNSORTED:
            yield Problem(version.path, 1, f"chưa ghi `linh_vuc`; ghi, hoặc chuyển vào {UNSORTED}/")
        return
    known = fields.named(field)
    if known is None:
        yield Problem(
            version.path, line, f"lĩnh vực “{field}” chưa có trong {FOLDER}/{FILE}; thêm vào"
        )
    elif known.name != field:
        yield Problem(version.path, line, f"lĩnh vực viết khác danh sách; viết “{known.name}”")
    elif known.folder != folder:
        yield Problem(
            version.path, line, f"tệp phải nằm trong {FOLDER}/{known.folder}/; chuyển tệp"
        )


def _links(version: Version, catalogue: Catalogue) -> Iterator[Problem]:
    for index, code in enumerate(version.procedure.related):
        if code not in catalogue.versions:
            line = version.document.line(("lien_quan", index))
            yield warning(version.path, line, f"thủ tục liên quan {code} không có trong danh mục")


def _unstated(version: Version) -> Iterator[Problem]:
    keys = {each.key for each in MANDATORY}
    empty = {each.key for each in unstated_parts(version.procedure)}
    for index, key in enumerate(version.procedure.unstated):
        line = version.document.line(("nguon_khong_ghi", index))
        if key not in keys:
            yield Problem(
                version.path, line, f"“{key}” không phải phần nào; chọn: {', '.join(sorted(keys))}"
            )
        elif key not in empty:
            yield Problem(version.path, line, f"phần “{key}” đã có nội dung; bỏ dòng này")


def _form(version: Version) -> Iterator[Problem]:
    odd_bytes = {each.line for each in version.document.problems}
    if not odd_bytes and version.document.text != canonical(version.procedure):
        yield warning(version.path, 1, "chưa ở dạng chuẩn; chạy `cchc fmt` để sửa")
