"""The quote studio: the open quote with its items, its price and its reasons."""
