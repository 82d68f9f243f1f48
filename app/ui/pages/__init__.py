"""Pages of the open quote."""
