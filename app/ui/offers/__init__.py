"""The best offer and the options of a quote, in the window."""
