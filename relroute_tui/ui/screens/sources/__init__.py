"""The room with what to read."""
