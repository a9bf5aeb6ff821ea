"""Storage of routes: one TinyDB file each, always whole, old or new, never half."""
