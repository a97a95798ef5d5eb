"""procedures/da-doc.tsv: every input read so far, by the hash of its content: none is read twice.

One line an input: source, SHA-256, outcome, day, address, name. What could not be read is not
here: it is tried again, and told again.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from cchc.base.encoding import decode
from cchc.base.files import write_atomically
from cchc.base.problems import Problem, Refused
from cchc.base.text import one_line
from cchc.procedures.store import FOLDER

FILE = "da-doc.tsv"
COLUMNS = ("nguon", "sha256", "ket_qua", "ngay", "dia_chi", "ten")
READ, INTERNAL = "doc", "noi_bo"
BROKEN = "dòng không đủ 6 cột cách nhau bằng Tab; xóa dòng này (tệp đó sẽ được đọc lại)"


@dataclass(frozen=True, slots=True, order=True)
class Entry:
    """One input: `outcome` is `doc` (read) or `noi_bo` (an internal workflow, left alone)."""

    source: str
    sha256: str
    outcome: str
    day: dt.date
    name: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """All inputs read, in canonical order."""

    entries: tuple[Entry, ...] = ()

    def has(self, source: str, sha256: str) -> bool:
        """Tell whether a source brought this content before."""
        return any((each.source, each.sha256) == (source, sha256) for each in self.entries)

    def has_address(self, source: str, address: str) -> bool:
        """Tell whether a source brought (or left) what stands at an address."""
        return any((each.source, each.address) == (source, address) for each in self.entries)

    def with_entries(self, new: Iterable[Entry]) -> Ledger:
        """Add inputs that are not there yet."""
        added = [each for each in new if not self.has(each.source, each.sha256)]
        return Ledger(tuple(sorted({*self.entries, *added}))) if added else self


def load_ledger(root: Path) -> Ledger:
    """Read the file. Raise `Refused` with the line that is broken."""
    path = root / FOLDER / FILE
    if not path.is_file():
        return Ledger()
    name = f"{FOLDER}/{FILE}"
    decoded = decode(name, path.read_bytes())
    if decoded.text is None:
        raise Refused(decoded.problems)
    lines = enumerate(decoded.text.splitlines(), start=1)
    return Ledger(tuple(_entry(name, n, line) for n, line in lines if n > 1 and line.strip()))


def _entry(name: str, number: int, line: str) -> Entry:
    cells = line.split("\t")
    try:
        source, sha256, outcome, day, address, title = cells
        return Entry(source, sha256, outcome, dt.date.fromisoformat(day), title, address)
    except ValueError:
        raise Refused([Problem(name, number, BROKEN)]) from None


def save_ledger(root: Path, ledger: Ledger) -> bool:
    """Write the file in canonical form; tell whether anything changed."""
    if not ledger.entries:
        return False
    rows = ("\t".join(_cells(each)) for each in ledger.entries)
    text = "\n".join(["\t".join(COLUMNS), *rows]) + "\n"
    return write_atomically(root / FOLDER / FILE, text.encode())


def _cells(each: Entry) -> tuple[str, ...]:
    texts = (each.source, each.sha256, each.outcome, each.day.isoformat(), each.address, each.name)
    return tuple(map(one_line, texts))
