"""Generic widgets: they take plain display values and emit signals; none knows a quote."""
