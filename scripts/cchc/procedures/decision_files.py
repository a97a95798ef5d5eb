"""The folder procedures/decisions/: one file a decision, `<năm>/<số>.yml`; nothing is deleted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from cchc.base.files import relative
from cchc.base.models import problems_of
from cchc.base.problems import Problem, Refused
from cchc.base.text import slug
from cchc.base.yaml_read import read_yaml
from cchc.base.yaml_write import write_yaml
from cchc.procedures.decision import Decision
from cchc.procedures.store import FOLDER

DECISIONS = f"{FOLDER}/decisions"
UNDATED = "chua-ro-ngay"
# What a person looks for or fills in stands in every file, empty or not.
ALWAYS = frozenset({"so", "ngay_ky", "hieu_luc", "can_hoi", "loai_van_ban", "trang_thai",
                    "xac_nhan", "muc"})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Decisions:
    """Every decision on file, by path (relative to the portal); bad files are in `problems`."""

    by_path: dict[str, Decision]
    problems: tuple[Problem, ...] = ()

    def find(self, number: str) -> tuple[str, Decision]:
        """Find a decision by its number as a person types it: `3582/QĐ-UBND`, `3582`, or its path.

        Raise `Refused` where none or several have it, with what there is to choose from.
        """
        wanted = slug(number.removesuffix(".yml").replace("/", "-"))
        found = [each for each in self.by_path.items() if wanted in _names_of(*each)]
        if len(found) == 1:
            return found[0]
        every = ", ".join(path.removesuffix(".yml") for path, _ in found or self.by_path.items())
        said = "có nhiều quyết định" if found else "không có quyết định"
        choose = f"; ghi rõ một trong: {every}" if every else ""
        raise Refused([Problem(DECISIONS, 0, f"{said} “{number}”{choose}")])


def path_of(decision: Decision) -> str:
    """Name a decision's file: `procedures/decisions/2026/3582-qd-ubnd.yml`.

    Two decisions whose number nobody could read are told apart by the file they came from.
    """
    year = str(decision.signed.year) if decision.signed else UNDATED
    name = slug(decision.number)
    if not any(sign.isdigit() for sign in name) and decision.source.sha256:
        name = f"{name}-{decision.source.sha256[:8]}"
    return f"{DECISIONS}/{year}/{name}.yml"


def _names_of(path: str, decision: Decision) -> set[str]:
    """Give what a person may call a decision, as slugs."""
    number = slug(decision.number.replace("/", "-"))
    whole = slug(path.removesuffix(".yml").replace("/", "-"))
    return {number, number.partition("-")[0], whole, whole.removeprefix("procedures-decisions-")}


def canonical_decision(decision: Decision) -> str:
    """Give the one text of a decision's file; unknown parts of an item are left out."""
    whole = decision.model_dump(mode="json", by_alias=True)
    filled = decision.model_dump(mode="json", by_alias=True, exclude_defaults=True)
    return write_yaml({k: filled.get(k, whole[k]) for k in whole if k in filled or k in ALWAYS})


def read_decision_file(path: str, raw: bytes) -> Decision:
    """Read one file. Raise `Refused` with every fault found."""
    document = read_yaml(path, raw)
    try:
        return Decision.model_validate(document.data, by_alias=True, by_name=False)
    except ValidationError as error:
        raise Refused(problems_of(error, document)) from None


def decision_paths(root: Path) -> Iterator[Path]:
    """List the decision files, in the order of their names."""
    yield from sorted((root / DECISIONS).glob("*/*.yml"))


def load_decisions(root: Path) -> Decisions:
    """Read every decision; a bad file becomes problems and hides no good one."""
    problems: list[Problem] = []
    found: dict[str, Decision] = {}
    for path in decision_paths(root):
        name = relative(path, root)
        try:
            found[name] = read_decision_file(name, path.read_bytes())
        except Refused as refused:
            problems.extend(refused.problems)
    return Decisions(found, tuple(problems))
