"""All described decisions."""

from __future__ import annotations

from tests.province.decision.description import Description
from tests.province.decision.facts import D556, D2831, D3218
from tests.province.decision.facts_2026 import D3500, D3501, D3508, D3582, D3626
from tests.province.decision.sixty import SIXTY

ALL: tuple[Description, ...] = (D2831, D556, D3218, D3500, D3501, D3508, D3582, D3626, SIXTY)
