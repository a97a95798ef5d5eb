"""Lists of procedures, and the ways to find one: fields, letters, views, life events."""

from __future__ import annotations
