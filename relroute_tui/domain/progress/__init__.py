"""How a route goes on: what to do next, plans, phases, and what became of agreements."""
