"""The site's public address: `site_url` of mkdocs.yml."""

from __future__ import annotations

from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from cchc.base.files import MARK
from cchc.base.models import Address
from cchc.base.problems import Problem, Refused
from cchc.base.yaml_read import read_yaml

KEY = "site_url"
ADDRESS: TypeAdapter[str] = TypeAdapter(Address)


def load_site_url(root: Path) -> str:
    """Give the address, empty where none is set. Raise `Refused` for what is no web address."""
    document = read_yaml(MARK, (root / MARK).read_bytes(), (KEY,))
    if not document.data:
        return ""
    try:
        return ADDRESS.validate_python(document.data)
    except ValidationError as error:
        message = f"{KEY}: {error.errors()[0]['msg']}"
        raise Refused([Problem(MARK, document.line(()), message)]) from None
