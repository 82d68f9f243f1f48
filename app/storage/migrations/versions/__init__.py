"""One Alembic revision per schema version; released files are never edited."""
