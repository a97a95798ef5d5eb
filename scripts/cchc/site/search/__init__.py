"""What the search in the browser knows."""

from __future__ import annotations
