"""What a route is: frozen dataclasses and pure functions. No screen, no store, no disk."""
