"""The quote and its life: pure values and edits, no Qt, no disk."""
