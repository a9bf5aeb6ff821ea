"""The meeting: who is here, the cards, the notes, the agreements."""
