"""The public site: data to pages, as pure functions; the MkDocs plugin over them.

Importing this room (mkdocs.yml names its `slug`) happens before the theme is loaded: the theme
prints a notice in English about its own end of life, known here and of no use to a clerk.
"""

from __future__ import annotations

import os

os.environ.setdefault("NO_MKDOCS_2_WARNING", "true")
