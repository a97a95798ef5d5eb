"""Pages of procedures: parts, ticks, expected day, QR code."""

from __future__ import annotations
