"""The words around the annex: number, day, issuer, title, effect."""
