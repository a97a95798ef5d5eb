"""A Word file read into plain blocks: what it says, and what of it could not be read."""

from __future__ import annotations
