"""The check-in: everyone arrives at the table."""
