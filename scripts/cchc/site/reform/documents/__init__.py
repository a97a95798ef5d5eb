"""Documents: lists by year, kind, state and field, each document, the yearly review."""
