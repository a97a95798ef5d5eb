"""What every room needs: problems, Vietnamese text, codes, dates, files, ward settings."""

from __future__ import annotations
