"""What changed and what ended: the page of changes, each procedure's own history, tombstones."""

from __future__ import annotations
