"""Charts as SVG files: a picture that needs no script, and the same bytes for the same numbers."""
