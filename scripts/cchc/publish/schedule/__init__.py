"""Schedules ready to install: systemd, cron, Windows, GitHub, GitLab."""
