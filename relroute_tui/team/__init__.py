"""Who is who in an organisation, what they may open, and a log of it. Loaded only where one is."""
