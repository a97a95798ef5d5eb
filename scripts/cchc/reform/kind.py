"""What a kind of file in docs/cai-cach/ is: where it lies, its model, what its check looks for."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from pydantic import StrictBool

from cchc.base.models import Model
from cchc.base.problems import Problem, Severity
from cchc.base.ward import Ward
from cchc.base.yaml_read import Document, Location
from cchc.procedures.parts import part
from cchc.procedures.store import Catalogue

FOLDER = "docs/cai-cach"


class Sheet(Model):
    """What every kind's model begins with: figures for trying out say so on every page."""

    sample: StrictBool = part(
        "mau", "Số liệu mẫu", "true: số liệu để thử, không có thật", default=False
    )


M = TypeVar("M", bound=Sheet)


@dataclass(frozen=True, slots=True)
class Around:
    """What a check may look at besides the file: the portal's folder, settings, procedures."""

    root: Path
    ward: Ward
    catalogue: Catalogue


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong at a place of the file's data, such as `("nhiem_vu", 3, "han")`."""

    location: Location
    message: str
    severity: Severity = Severity.ERROR

    def told(self, document: Document) -> Problem:
        """Give the problem with its file and line."""
        return Problem(document.path, document.line(self.location), self.message, self.severity)


# From the model, the file's name without ending and what is around it to the faults.
Faults: TypeAlias = Callable[[M, str, Around], Iterator[Fault]]
# From the model and the settings to what must never be published.
Secrets: TypeAlias = Callable[[M, Ward], Iterator[Fault]]


def no_secrets(sheet: Sheet, ward: Ward) -> Iterator[Fault]:
    """Find nothing: most kinds hold nothing that could be somebody's secret."""
    del sheet, ward
    yield from ()


def _whole(sheet: M) -> M:
    return sheet


@dataclass(frozen=True, slots=True)
class Kind(Generic[M]):
    """A kind of file: `folder` below docs/cai-cach/, `named` what its names look like.

    `example` is a name that fits, for messages; `title` what people call the kind. A file in which
    `secrets` finds anything is not loaded: neither a page nor the open data may show it.
    """

    folder: str
    title: str
    model: type[M]
    named: re.Pattern[str]
    example: str
    faults: Faults[M]
    # What of a file the public may have, where that is not all of it.
    shown: Callable[[M], M] = _whole
    secrets: Secrets[M] = no_secrets

    @property
    def place(self) -> str:
        """The folder in the portal."""
        return f"{FOLDER}/{self.folder}"

    def path(self, name: str) -> str:
        """Give a file's path in the portal."""
        return f"{self.place}/{name}.yml"


@dataclass(frozen=True, slots=True)
class Loaded(Generic[M]):
    """The files of a kind that could be read, by their names in order, and what is wrong."""

    sheets: Mapping[str, M]
    problems: tuple[Problem, ...] = ()
