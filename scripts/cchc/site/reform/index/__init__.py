"""The index and rank of each year on the site: how far the target is, what would gain points."""
