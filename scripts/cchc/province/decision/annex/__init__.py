"""The tables of procedures: sections, columns, rows, what each cell says."""
