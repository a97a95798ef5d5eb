"""Readers of what the province and the national portal give out: one format, one module."""

from __future__ import annotations
