"""Posting sheets (niêm yết) for the wall, and the index of all: data for typst, then a PDF.

A room within the site's, not beside it: a sheet says what the page says, in the same words, and
leads to it. Nothing here knows MkDocs.
"""
