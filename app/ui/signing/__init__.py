"""Signing in the window: keys, the organisation, what comes in and goes out as files."""
