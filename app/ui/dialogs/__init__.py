"""Dialogs; each opens without blocking the window's event loop."""
