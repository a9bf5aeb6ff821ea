"""Two versions of a route as one, without losing what either holds."""
