"""The ward's procedures: model, files, completeness."""

from __future__ import annotations
