"""What only MkDocs and the theme need: ready pages, style sheets, versions, messages."""

from __future__ import annotations
