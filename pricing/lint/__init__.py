"""Checks of a rule set against a catalogue, one property per file."""
