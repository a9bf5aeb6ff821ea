"""The notes of a meeting and the agreements that are written in them."""
