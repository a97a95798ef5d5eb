"""The command `cchc`: parse, call, print. No logic."""

from __future__ import annotations
