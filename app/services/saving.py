"""What the window saves files with, so that it needs not know the storage."""

from __future__ import annotations

from app.storage.saving import free_path, in_use, save

__all__ = ["free_path", "in_use", "save"]
