"""Decisions of the province: a .docx, .xlsx, .pdf, .html or .txt becomes a `Decision`."""
