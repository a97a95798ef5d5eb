"""Open data: the catalogue as files for other programs, below du-lieu/; no page loads them."""

from __future__ import annotations
