"""What a visitor's device keeps for when there is no network: lists for the service worker."""

from __future__ import annotations
