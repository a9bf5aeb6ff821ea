"""A calm terminal app for attunement meetings in foster care."""

__version__ = "0.1.0"
