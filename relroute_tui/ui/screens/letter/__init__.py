"""The letter about the way."""
