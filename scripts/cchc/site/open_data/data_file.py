"""One file of the open data: where it is, what it holds, what it is good for."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.site.addresses import DATA


@dataclass(frozen=True, slots=True)
class DataFile:
    """A file below du-lieu/; `count` its records (None: it has none), `schema` its schema's name.

    `purpose` says for whom it is, in a sentence or two.
    """

    name: str
    content: bytes
    title: str
    purpose: str
    media: str
    count: int | None = None
    schema: str = ""

    @property
    def is_schema(self) -> bool:
        """Whether it only says what another file may hold."""
        return self.name.endswith(".schema.json")

    @property
    def address(self) -> str:
        """The file's address below the site's root."""
        return f"{DATA}{self.name}"
