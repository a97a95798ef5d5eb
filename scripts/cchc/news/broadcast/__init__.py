"""A script for the loudspeaker: what an announcer reads, on paper, as text, as sound."""

from __future__ import annotations
