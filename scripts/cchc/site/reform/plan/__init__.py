"""The yearly plan on the site: its years, its progress, its deadlines as a calendar."""
