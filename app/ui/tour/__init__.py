"""The guided first start: a card that points at real controls and follows what the user does."""
