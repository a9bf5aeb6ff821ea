"""What everyone reads from the sofa: large words, and the little that belongs to them."""
