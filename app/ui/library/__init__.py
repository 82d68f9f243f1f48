"""Everything outside an open quote: quotes, customers, catalogue."""
