"""The files that come along with a proposal, laid beside it under readable names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.leaflets import full_name
from app.storage.saving import save

if TYPE_CHECKING:
    from pathlib import Path

    from app.quoting.quote import Quote
    from app.services.workspace import Workspace


def put_material_beside(workspace: Workspace, quote: Quote, folder: Path) -> tuple[Path, ...]:
    """Lay leaflets and files of proof into the folder of a proposal; the same file only once.

    Raises:
        StorageError: A file is missing or was changed.
        FileError: The folder cannot be written.
    """
    return tuple(
        _laid(folder / full_name(one), workspace.leaflets.read(one.content))
        for one in quote.telling.files
    )


def _laid(wanted: Path, data: bytes) -> Path:
    """The file, under another name where there is another one; one that is there stays."""
    if wanted.exists() and wanted.read_bytes() == data:
        return wanted
    return save(wanted, data, replace=False)
