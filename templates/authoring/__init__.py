"""Draws the first version of the Word templates; see ``templates/README.md``."""
