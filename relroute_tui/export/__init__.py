"""A route or a meeting in, a text out."""
