"""Where routes are kept: one TinyDB file each, always whole, old or new, never half."""
