"""The palette: one field that finds actions, customers, quotes and what can be sold."""
