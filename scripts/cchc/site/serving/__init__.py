"""What web servers are told: headers, policy, kinds of files, old addresses."""

from __future__ import annotations
