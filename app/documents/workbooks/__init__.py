"""Workbooks that we write: live formulas with their values beside them."""
