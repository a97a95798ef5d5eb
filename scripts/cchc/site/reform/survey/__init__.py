"""Surveys of satisfaction on the site: each period, the trend over them, charts."""
