"""Master texts of every document, one folder per kind and language, and what drew them first."""
