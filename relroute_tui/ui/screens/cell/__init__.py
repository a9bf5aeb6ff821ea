"""One cell of the map: its state, and the family's own text."""
