"""What one sells with: the sales library, and what the proposal of a quote takes from it."""
