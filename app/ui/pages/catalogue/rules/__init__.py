"""The rules of the catalogue's page: their editor, what is wrong with them, and a test bench."""
