"""The only place that knows Qt: the window and what is in it."""
