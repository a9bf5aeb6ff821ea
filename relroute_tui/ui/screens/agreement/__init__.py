"""One agreement with its whole history."""
