"""`cchc import`: what lists and records put into procedures/."""
