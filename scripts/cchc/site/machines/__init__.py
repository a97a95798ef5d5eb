"""What machines read of a page: schema.org as JSON-LD."""

from __future__ import annotations
