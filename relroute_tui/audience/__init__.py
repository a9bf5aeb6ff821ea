"""The television's message, without private fields, and the two ends of its way there."""
