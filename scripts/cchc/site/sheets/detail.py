"""How much of each text a sheet carries: as much as leaves it on one page, else on two."""

from __future__ import annotations

from dataclasses import dataclass

from cchc.site import wording

CUT = "…"


@dataclass(frozen=True, slots=True)
class Detail:
    """The most letters of a text of each sort.

    `notes` is how many notes a case may have to show them, `cautions` how many the procedure;
    `dense` asks for smaller letters.
    """

    name: int
    note: int
    step: int
    way: int
    other: int
    notes: int
    cautions: int
    dense: bool = False

    def briefly(self, text: str) -> str:
        """Cut any text that is neither a paper, a step nor a way of filing."""
        return wording.short(text, self.other)


FULL = Detail(name=4000, note=4000, step=260, way=300, other=900, notes=99, cautions=99)
MEDIUM = Detail(name=320, note=150, step=160, way=110, other=240, notes=0, cautions=99)
BRIEF = Detail(name=105, note=0, step=100, way=70, other=130, notes=0, cautions=0, dense=True)
