"""What it costs: pure functions over values."""
