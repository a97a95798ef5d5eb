"""How what is written is said aloud: reading rules of Vietnamese, one pass over a text."""

from __future__ import annotations
