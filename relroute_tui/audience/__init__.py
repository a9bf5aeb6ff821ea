"""What the television gets: a message without private fields, and the two ends of its way there."""
