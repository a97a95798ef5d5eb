"""Real portals: a small one (own mkdocs.yml and pages, four procedures), and the ward's whole."""

from __future__ import annotations

import datetime as dt
import re
import shutil
from pathlib import Path

from cchc.procedures.decision import Decision
from cchc.procedures.decision_files import canonical_decision, path_of
from cchc.procedures.model import Procedure
from cchc.procedures.store import load, save

ROOT = Path(__file__).parents[1]
SAMPLE = ROOT / "tests" / "fixtures" / "portal"
CODES = ("1.001193", "2.000815", "1.004222")
CHOSEN = re.compile(r"<!-- cchc: thu-tuc .*-->")
DAY = "2026-11-24"
# The one that `make_shipped` ends.
ENDED = "3.000323"


def make_portal(target: Path) -> Path:
    """Copy it: the repository's own posts and procedures are left out, the sample's put in."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    shutil.copytree(ROOT / "docs", target / "docs", ignore=shutil.ignore_patterns("posts"))
    shutil.copytree(SAMPLE, target, dirs_exist_ok=True)
    home = target / "docs" / "index.md"
    chosen = f"<!-- cchc: thu-tuc {' '.join(CODES)} -->"
    home.write_text(CHOSEN.sub(chosen, home.read_text(encoding="utf-8")), encoding="utf-8")
    return target


def make_shipped(target: Path) -> Path:
    """Copy the portal as the ward has it; one procedure ended, one about to change."""
    target.mkdir(parents=True, exist_ok=True)
    shutil.copy(ROOT / "mkdocs.yml", target)
    for folder in ("docs", "procedures"):
        shutil.copytree(ROOT / folder, target / folder)
    decision = Decision.model_validate(
        {"so": "3582/QĐ-UBND", "ngay_ky": "2026-11-10", "hieu_luc": "2026-11-20",
         "trang_thai": "da_xac_nhan", "trich_yeu": "Về việc công bố Danh mục thủ tục hành chính",
         "nguon": {"dia_chi": "https://qd.example/3582.pdf"}}
    )  # fmt: skip
    path = target / path_of(decision)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(canonical_decision(decision), encoding="utf-8")
    cited = {"so": "3582/QĐ-UBND", "ngay": "2026-11-10"}
    end = {"ngay": "2026-11-20", "quyet_dinh": cited, "thay_bang": ["1.001193"]}
    _change(target, ENDED, "bai_bo", "2026-11-20", cited, bai_bo=end)
    _change(target, "2.000815", "sua_doi", "2027-03-01", cited, yeu_cau=["Có căn cước"])
    return target


def _change(
    root: Path, code: str, kind: str, day: str, cited: dict[str, str], **data: object
) -> None:
    catalogue = load(root)
    whole = catalogue.versions[code][0].procedure.model_dump(mode="json", by_alias=True)
    entry = {"ngay": day, "loai": kind, "quyet_dinh": cited}
    after = Procedure.model_validate({**whole, "lich_su": [entry], **data}, by_alias=True)
    save(root, catalogue.fields, after, dt.date.fromisoformat(day))
