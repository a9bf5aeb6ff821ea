"""The keys in use: a set of them, and those that somebody chose."""
