"""Pages to be read from the sofa: large words, and the little that belongs to them."""
