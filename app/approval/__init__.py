"""The life of a quote: its log, who approved what, what makes that void, and the gate. Pure."""
