"""What documents say and how they are written; no Qt."""
