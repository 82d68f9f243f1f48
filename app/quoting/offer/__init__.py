"""The best offer: what to combine for a customer's needs, as an exact problem; see README.md."""
