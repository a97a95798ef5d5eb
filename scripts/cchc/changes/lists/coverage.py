"""Which of the ward's procedures a list could name at all: absence elsewhere says nothing.

A ministry's list holds what that ministry publishes; the ward's own list of a system holds what
is filed on that system, not what the police receive.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from cchc.base.text import name_key
from cchc.changes.lists.items import Item, Standing
from cchc.procedures.model import Procedure
from cchc.province.content import Format, Listing
from cchc.province.numbers import decision_issuer, initials

OWN_LIST = "danh mục của phường"


@dataclass(frozen=True, slots=True)
class Coverage:
    """`whose(procedure)`: in whose part of the list it should stand; empty where in none.

    `issuers`: an issuer's letters → its name; `fields`: a field's key → the issuer's name.
    """

    own_list: bool
    issuers: Mapping[str, str]
    fields: Mapping[str, str]

    def whose(self, procedure: Procedure) -> str:
        """Give the issuer whose list should name a procedure, or nothing."""
        if self.own_list:
            # Its services were on the list once: the others never were.
            return OWN_LIST if procedure.services and not procedure.received_at else ""
        number = procedure.decision.number if procedure.decision else ""
        letters = decision_issuer(number)
        if letters:
            return self._issuer(letters)
        return self.fields.get(name_key(procedure.field_of_service), "")

    def _issuer(self, letters: str) -> str:
        exact = self.issuers.get(letters, "")
        longer = (name for known, name in self.issuers.items() if known.startswith(letters))
        # NHNN is Ngân hàng Nhà nước Việt Nam; two letters would begin too many names.
        return exact or (next(longer, "") if len(letters) > len("BT") else "")


def coverage_of(
    listings: Iterable[Listing], items: Iterable[Item], known: frozenset[str]
) -> Coverage:
    """Tell what a list of several files covers: issuers with at least one row for the ward."""
    files = list(listings)
    if all(each.format in (Format.PROVINCE_SHEET, Format.SERVICES) for each in files):
        return Coverage(own_list=True, issuers={}, fields={})
    ours = {item.issuer for item in items if item.standing is Standing.WARD or item.code in known}
    rows = [row for listing in files for row in listing.rows if row.issuer in ours]
    return Coverage(
        own_list=False,
        issuers={initials(name): name for name in sorted(ours) if name},
        fields={name_key(row.field): row.issuer for row in rows if row.field and row.issuer},
    )
