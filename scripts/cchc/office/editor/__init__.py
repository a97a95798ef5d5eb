"""The browser editor at /admin/: its settings made from the models, its files."""
