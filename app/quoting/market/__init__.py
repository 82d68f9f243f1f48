"""What is kept about the market as a whole, beside the single customers: tables anybody edits."""
