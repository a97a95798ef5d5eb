"""Where the browser editor of the published site keeps what people write: `extra.ward.trinh_soan`.

Without it the public site has no editor: people write on the desk (`cchc office`).
"""

from __future__ import annotations

import enum
import re
from typing import Annotated

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from cchc.base.models import Address, Line, Model, NeededLine
from cchc.base.text import one_line

REPOSITORY = re.compile(r"[\w.-]+(?:/[\w.-]+)+")


class Place(enum.StrEnum):
    """The services that the editor can work with; Forgejo counts as Gitea."""

    GITHUB = "github"
    GITLAB = "gitlab"
    GITEA = "gitea"


def _repository(value: object) -> object:
    if isinstance(value, str) and REPOSITORY.fullmatch(one_line(value)) is None:
        message = "“{value}” không phải tên kho; viết nhóm/tên-kho, ví dụ ubnd-huong-an/trang"
        raise PydanticCustomError("repository", message, {"value": value[:60]})
    return value


def _without_slash(value: object) -> object:
    return value.strip().rstrip("/") if isinstance(value, str) else value


class Editing(Model):
    """The repository of the portal's files, as the editor asks for it."""

    place: Place = Field(alias="noi_luu", title="Nơi lưu")
    repository: Annotated[NeededLine, BeforeValidator(_repository)] = Field(
        alias="kho", title="Kho (nhóm/tên)"
    )
    branch: NeededLine = Field(default="main", alias="nhanh", title="Nhánh")
    # Only where the service is the ward's or the province's own.
    address: Annotated[Address, BeforeValidator(_without_slash)] = Field(
        default="", alias="dia_chi", title="Địa chỉ máy chủ"
    )
    # Without it people sign in with an access token that they make there.
    app_id: Line = Field(default="", alias="ma_ung_dung", title="Mã ứng dụng đăng nhập")
