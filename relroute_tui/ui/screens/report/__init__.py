"""What a year shows of one route."""
