"""The reform side of the page: each section its pages, files, figure on the dashboard."""
