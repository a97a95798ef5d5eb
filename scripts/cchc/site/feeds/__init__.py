"""Feeds and the calendar: Atom and iCalendar, of changes and of news."""

from __future__ import annotations
