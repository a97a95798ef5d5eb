"""What a list or record means for the ward's files: import, comparison, guards, flags."""

from __future__ import annotations
