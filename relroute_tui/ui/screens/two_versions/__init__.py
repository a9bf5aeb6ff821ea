"""Two versions of one route, side by side."""
