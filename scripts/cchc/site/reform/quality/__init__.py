"""The quality system: its declaration, processes and next review."""
