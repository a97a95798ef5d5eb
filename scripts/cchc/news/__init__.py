"""News: Word to post, post to broadcast script."""

from __future__ import annotations
