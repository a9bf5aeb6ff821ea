"""Sealed routes: age files, to a key that lies under a pass phrase. Loaded only when one is met."""
