"""Surveys of satisfaction: counts in files, rates with their interval, nobody to be recognised."""
