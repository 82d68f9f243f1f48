"""The only users of the database and of the disk for data."""
