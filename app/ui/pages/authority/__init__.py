"""Limits and people: tables edited in place, what they would change, and what was published."""
