"""How everyone comes to the table."""
