"""The picture story: the route explained in eight pictures."""
