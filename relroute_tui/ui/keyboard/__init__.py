"""Which key does what: the set of keys that is in use, and the keys that somebody chose."""
