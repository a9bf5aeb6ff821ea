"""Home: the routes, and where a new one begins."""
