"""The course of a route: what to do next, plans, phases, and the history of agreements."""
