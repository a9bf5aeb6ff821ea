"""The first route: one question at a time."""
