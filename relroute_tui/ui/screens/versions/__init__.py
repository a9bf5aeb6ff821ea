"""The versions of a route: looked at, and put back."""
