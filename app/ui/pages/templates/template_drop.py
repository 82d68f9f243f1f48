"""What may be dropped onto the page of templates."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData

_ENDINGS: Final = frozenset({".docx", ".docm", ".dotx", ".dotm", ".doc"})
"""Files of Word; those that may not be opened are refused with the reason."""


def dropped_template(data: QMimeData) -> Path | None:
    """The Word file that is dragged over the page; ``None`` for anything else."""
    files = [Path(url.toLocalFile()) for url in data.urls() if url.isLocalFile()]
    return files[0] if len(files) == 1 and files[0].suffix.lower() in _ENDINGS else None
