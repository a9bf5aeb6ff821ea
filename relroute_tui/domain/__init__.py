"""The domain: frozen values and pure functions. No screen, no store, no disk."""
