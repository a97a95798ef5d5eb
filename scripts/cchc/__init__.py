"""The ward portal's own code: procedures, flags, site."""

from __future__ import annotations
