"""The talks apart, before a meeting."""
