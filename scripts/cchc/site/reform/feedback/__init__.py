"""Feedback and answers: the pages, the form on paper, the figure."""
