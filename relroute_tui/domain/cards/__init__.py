"""Conversation cards: what a card is, how it is drawn, and its section in the notes."""
