"""The scheduled run: sources, flags, check, build, publish, report; alone and in the night."""
