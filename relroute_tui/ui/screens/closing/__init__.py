"""Rounding off: the agreements read back, everyone responds, check-out, next date."""
