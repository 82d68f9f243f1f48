"""What can be sold: values and lookups, pure."""
