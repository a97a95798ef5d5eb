"""The plain model written as the Markdown this site reads (Python-Markdown, mkdocs.yml)."""

from __future__ import annotations
