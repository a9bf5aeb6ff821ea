"""The facilitator's settings for the app itself."""
