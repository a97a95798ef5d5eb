"""The editor's settings, made from the models and the ward's settings: the same bytes each time."""

from __future__ import annotations

import json

from cchc.base.editing import Editing, Place
from cchc.base.notices import PLACE as NOTICES
from cchc.base.notices import Notices
from cchc.base.posts import FOLDER as POSTS
from cchc.base.ward import Ward
from cchc.office.editor.post_form import post_collection
from cchc.office.editor.procedure_form import code_choices, procedure_collection
from cchc.office.editor.shaping import Field, choose, find
from cchc.office.editor.widgets import fields_of
from cchc.procedures.life_events import PLACE as LIFE_EVENTS
from cchc.procedures.life_events import LifeEvents
from cchc.procedures.store import Catalogue

# The desk's editor asks no repository: the name only has to be there.
DESK = {"name": "gitea", "repo": "phuong/trang-thong-tin", "auth_methods": ["token"]}
SERVICES = {Place.GITHUB: "github", Place.GITLAB: "gitlab", Place.GITEA: "gitea"}
APIS = {Place.GITHUB: "/api/v3", Place.GITLAB: "/api/v4", Place.GITEA: "/api/v1"}
WIDEST, QUALITY = 1600, 82
MOST = 40 * 1024 * 1024


def config_text(ward: Ward, catalogue: Catalogue, title: str, *, desk: bool) -> str:
    """Give config.json: for the desk, or for the repository that the settings name."""
    backend = DESK if desk or ward.editing is None else backend_of(ward.editing)
    whole = {
        **_general(title, desk=desk),
        "backend": backend,
        "collections": collections(ward, catalogue),
    }
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def collections(ward: Ward, catalogue: Catalogue) -> list[Field]:
    """Give every collection, in the order of the editor's list."""
    codes = code_choices(catalogue)
    return [post_collection(ward, codes), procedure_collection(ward, codes), _other(codes)]


def backend_of(editing: Editing) -> Field:
    """Give the editor's settings of the ward's repository."""
    backend: Field = {
        "name": SERVICES[editing.place],
        "repo": editing.repository,
        "branch": editing.branch,
    }
    if editing.address:
        backend |= {"base_url": editing.address, "api_root": editing.address + APIS[editing.place]}
    if not editing.app_id:
        return backend | {"auth_methods": ["token"]}
    # With GitHub a service of the ward's own signs people in; the others do it themselves.
    signing = {} if editing.place is Place.GITHUB else {"auth_type": "pkce"}
    return backend | {"app_id": editing.app_id, **signing}


def _general(title: str, *, desk: bool) -> Field:
    media: Field = {"max_file_size": MOST, "slugify_filename": True}
    if not desk:
        # On the desk the file service does this, for every browser alike.
        shrunk = {"format": "webp", "quality": QUALITY, "width": WIDEST, "height": WIDEST}
        media["transformations"] = {"raster_image": shrunk}
    return {
        "app_title": title,
        "media_folder": POSTS,
        "public_folder": "/",
        "media_libraries": {
            "default": {"config": media},
            "stock_assets": {"providers": []},
        },
        "show_preview_links": False,
        "slug": {"encoding": "ascii", "clean_accents": True, "timezone": "local", "maxlength": 91},
        "output": {
            "omit_empty_optional_fields": True,
            "yaml": {"indent_sequences": False, "quote": "none"},
        },
    }


def _other(codes: list[Field]) -> Field:
    return {
        "name": "khac",
        "label": "Thông báo, sự kiện",
        "icon": "campaign",
        "files": [_notices(), _life_events(codes)],
    }


def _notices() -> Field:
    fields = fields_of(Notices)
    find(fields, "thong_bao").update(
        label_singular="thông báo",
        summary="{{noi_dung}}",
        hint="Thông báo khẩn trên đầu mọi trang: tự hiện, tự mất theo ngày",
    )
    return _file("thong-bao", "Thông báo khẩn", NOTICES, fields)


def _life_events(codes: list[Field]) -> Field:
    fields = fields_of(LifeEvents)
    find(fields, "su_kien").update(
        label_singular="sự kiện", summary="{{ten}}", hint="Xếp theo thứ tự hiện ở trang chủ"
    )
    find(fields, "su_kien", "tu_khoa")["label_singular"] = "từ khóa"
    find(fields, "su_kien", "thu_tuc").update(label_singular="thủ tục", summary="{{ma}} {{vi_sao}}")
    choose(find(fields, "su_kien", "thu_tuc", "ma"), codes, multiple=False)
    return _file("su-kien", "Sự kiện trong đời", LIFE_EVENTS, fields)


def _file(name: str, label: str, place: str, fields: list[Field]) -> Field:
    return {
        "name": name,
        "label": label,
        "file": place,
        "format": "yaml",
        "editor": {"preview": False},
        "fields": fields,
    }
