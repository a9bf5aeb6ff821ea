"""Text drawn as large as its area allows, so that a card can be read from across the table."""
