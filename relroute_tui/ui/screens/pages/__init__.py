"""The screen with what to read."""
