"""Trình tự thực hiện: one text into its steps, where it numbers them."""

from __future__ import annotations

import re

STEP = re.compile(r"(?:(?<=\s)|^)(?=[-–+*•]?\s*Bước\s+\d+\s*[:.)])")


def split_steps(text: str) -> list[str]:
    """Split at “Bước 1:”, “Bước 2:” …; a text without them is one step."""
    parts = (part.strip() for part in STEP.split(text))
    return [part for part in parts if part]
