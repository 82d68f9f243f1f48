"""The catalogue's page: look things up, edit the draft of the next version, publish it."""
