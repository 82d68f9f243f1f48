"""The page of Word templates."""
