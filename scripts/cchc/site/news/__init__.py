"""News: lists, posts, their pictures and the pictures for sharing."""

from __future__ import annotations
