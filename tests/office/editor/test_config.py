"""The editor's settings and the models say the same: labels, hints, required marks, choices."""

from __future__ import annotations

import enum
import json
import types
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Union, get_args, get_origin

import jsonschema
import pytest
from pydantic import BaseModel

from cchc.base.editing import Editing
from cchc.base.models import Model
from cchc.base.notices import Notices
from cchc.base.post_head import KEYS
from cchc.base.ward import Ward, load_ward
from cchc.office.editor.config import backend_of, collections, config_text
from cchc.office.editor.pages import policy, write_admin
from cchc.office.editor.procedure_form import INSIDE, MARK
from cchc.office.editor.shaping import every, find
from cchc.office.editor.widgets import fields_of
from cchc.office.folder.guarded import GUARDED
from cchc.procedures.completeness import MANDATORY
from cchc.procedures.life_events import LifeEvents
from cchc.procedures.model import Procedure
from cchc.procedures.parts import needed
from cchc.procedures.store import load
from tests.portals import ROOT, make_portal

SCHEMA = ROOT / "node_modules/@sveltia/cms/schema/sveltia-cms.json"


@pytest.fixture(scope="module")
def ward() -> Ward:
    return load_ward(ROOT)


@pytest.fixture(scope="module")
def forms(ward: Ward) -> dict[str, list[dict[str, Any]]]:
    """Give the fields of every form, by the name of its collection or file."""
    posts, procedures, other = collections(ward, load(ROOT))
    files = {each["name"]: each["fields"] for each in other["files"]}
    return {"tin-tuc": posts["fields"], "thu-tuc": procedures["fields"], **files}


def inner(annotation: Any) -> Any:  # noqa: ANN401 - any type
    """Give the type inside `X | None`, `tuple[X, ...]` and `Annotated[X, …]`."""
    if hasattr(annotation, "__metadata__"):
        return inner(annotation.__origin__)
    if get_origin(annotation) in (Union, types.UnionType):
        return inner(next(each for each in get_args(annotation) if each is not type(None)))
    return inner(get_args(annotation)[0]) if get_origin(annotation) is tuple else annotation


def model_fields(
    model: type[BaseModel], path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Give every field of a model and of the models inside, by its keys in the file."""
    for info in model.model_fields.values():
        here = (*path, str(info.alias))
        yield here, info
        kind = inner(info.annotation)
        if isinstance(kind, type) and issubclass(kind, BaseModel):
            yield from model_fields(kind, here)


CASES = [("thu-tuc", Procedure), ("thong-bao", Notices), ("su-kien", LifeEvents)]


@pytest.mark.parametrize(("name", "model"), CASES)
def test_every_field_of_a_model_is_in_its_form_in_the_models_order(
    forms: dict[str, list[dict[str, Any]]], name: str, model: type[BaseModel]
) -> None:
    wanted = [
        path
        for path, _ in model_fields(model)
        if name != "thu-tuc" or path[0] not in GUARDED[2:] or len(path) == 1
    ]
    assert [path for path, _ in every(forms[name])] == wanted


@pytest.mark.parametrize(("name", "model"), CASES)
def test_required_marks_and_choices_are_the_models(
    forms: dict[str, list[dict[str, Any]]], name: str, model: type[BaseModel]
) -> None:
    shown = dict(every(forms[name]))
    for path, info in model_fields(model):
        field = shown.get(path)
        if field is None or field["widget"] == "hidden":
            continue
        kind = inner(info.annotation)
        chosen = isinstance(info.default, enum.StrEnum)
        assert field["required"] == (info.is_required() or chosen), path
        if isinstance(kind, type) and issubclass(kind, enum.StrEnum):
            assert [each["value"] for each in field["options"]] == [each.value for each in kind]
            assert all(each["label"] for each in field["options"])


def test_every_field_has_a_label_and_a_hint(forms: dict[str, list[dict[str, Any]]]) -> None:
    for name, fields in forms.items():
        for path, field in every(fields):
            # The list that is the whole file says its hint above.
            assert field["label"] != field["name"], (name, path)
            assert field["widget"] == "hidden" or field.get("hint"), (name, path)


def test_a_field_without_label_or_hint_would_be_seen() -> None:
    class Bare(Model):
        """A model whose author forgot them."""

        moi: str = needed("moi", "")

    (field,) = fields_of(Bare)
    assert field["label"] == "moi"
    assert "hint" not in field


def test_the_mandatory_parts_are_marked_and_no_others(
    forms: dict[str, list[dict[str, Any]]],
) -> None:
    marked = {path for path, field in every(forms["thu-tuc"]) if field.get("comment") == MARK}
    assert marked == {INSIDE.get(each.key, (each.key,)) for each in MANDATORY}
    options = find(forms["thu-tuc"], "nguon_khong_ghi")["options"]
    assert [each["value"] for each in options] == [each.key for each in MANDATORY]


def test_what_decisions_write_is_shown_only_or_carried_along(
    forms: dict[str, list[dict[str, Any]]],
) -> None:
    for key in GUARDED:
        field = find(forms["thu-tuc"], key)
        assert field["widget"] == "hidden" or field["readonly"]


def test_the_form_of_a_post_has_the_keys_of_its_head(
    forms: dict[str, list[dict[str, Any]]], ward: Ward
) -> None:
    assert {each["name"] for each in forms["tin-tuc"]} == {*KEYS, "body"}
    assert find(forms["tin-tuc"], "categories")["options"] == list(ward.news_categories)


def test_the_places_of_receiving_are_the_settings(
    forms: dict[str, list[dict[str, Any]]], ward: Ward
) -> None:
    options = find(forms["thu-tuc"], "noi_tiep_nhan")["options"]
    assert [each["value"] for each in options] == [each.key for each in ward.counters]


@pytest.mark.parametrize("desk", [True, False])
def test_the_settings_are_what_the_editor_takes(ward: Ward, desk: bool) -> None:  # noqa: FBT001
    editing = Editing.model_validate({"noi_luu": "gitlab", "kho": "ubnd/trang"})
    told = json.loads(
        config_text(ward.model_copy(update={"editing": editing}), load(ROOT), "X", desk=desk)
    )
    jsonschema.validate(told, json.loads(SCHEMA.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ({"noi_luu": "github", "kho": "ubnd/trang"},
         {"name": "github", "repo": "ubnd/trang", "branch": "main", "auth_methods": ["token"]}),
        ({"noi_luu": "gitlab", "kho": "a/b/c", "ma_ung_dung": "x1"},
         {"name": "gitlab", "repo": "a/b/c", "branch": "main", "app_id": "x1", "auth_type": "pkce"}),
        ({"noi_luu": "gitea", "kho": "a/b", "nhanh": "trang", "dia_chi": "https://git.example.vn/"},
         {"name": "gitea", "repo": "a/b", "branch": "trang", "base_url": "https://git.example.vn",
          "api_root": "https://git.example.vn/api/v1", "auth_methods": ["token"]}),
    ],
)  # fmt: skip
def test_the_wards_repository(said: dict[str, str], wanted: dict[str, object]) -> None:
    assert backend_of(Editing.model_validate(said, by_alias=True, by_name=False)) == wanted


@pytest.mark.parametrize("repository", ["", "trang", "https://github.com/a/b", "a/b c"])
def test_a_repository_has_a_group_and_a_name(repository: str) -> None:
    with pytest.raises(ValueError, match=r"kho|trống"):
        Editing.model_validate({"noi_luu": "github", "kho": repository})


SETTING = "    trinh_soan:\n      noi_luu: gitlab\n      kho: ubnd/trang\n"


def test_a_site_has_an_editor_only_where_the_ward_has_a_repository(tmp_path: Path) -> None:
    root = make_portal(tmp_path / "trang")
    assert write_admin(root, root / "site") == 0
    assert not (root / "site/admin").exists()
    with (root / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write(SETTING)
    assert write_admin(root, root / "site") > 20
    page = (root / "site/admin/index.html").read_text(encoding="utf-8")
    assert "connect-src &#x27;self&#x27; blob: data: https://gitlab.com;" in page
    assert "cchc-tep" not in page
    config = json.loads((root / "site/admin/config.json").read_text(encoding="utf-8"))
    assert config["backend"]["repo"] == "ubnd/trang"


def test_a_procedure_with_a_version_to_come_is_one_choice(tmp_path: Path) -> None:
    root = make_portal(tmp_path / "trang")
    posts, _, _ = collections(load_ward(root), load(root))
    options = find(posts["fields"], "thu_tuc")["options"]
    codes = [each["value"] for each in options]
    assert codes.count("1.001193") == 1
    assert sorted(codes) == sorted(load(root).versions)
    assert "Thủ tục đăng ký khai sinh (1.001193)" in [each["label"] for each in options]


def test_the_desks_editor_may_ask_no_other_host() -> None:
    assert "http" not in policy()
