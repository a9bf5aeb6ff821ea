"""The members of an organisation, what they may open, and a log. Loaded only where one is."""
