"""Leaflets on their way in and out: attach files, open one, and send them beside an export."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from app.errors import QuotewrightError, StorageError
from app.storage.files import write_atomically
from app.storage.foreign.opening import read_foreign
from app.storage.leaflet_store import hash_of
from catalog.problem import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from app.services.workspace import Workspace
    from app.storage.leaflet_store import LeafletStore
    from catalog.product_catalog import CatalogContent
    from catalog.selling_points import Leaflet

_ENDINGS = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
_NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
_LONGEST_NAME = 80


def keep_leaflets(workspace: Workspace, files: Sequence[Path]) -> tuple[Leaflet, ...]:
    """Look at files and keep them, all of them or none attached.

    Raises:
        FileUnreadable: If a file cannot be read.
        FileRefused: If one is nothing that may be a leaflet.
        StorageError: If one could not be kept.
    """
    return tuple(workspace.leaflets.keep(file.name, read_foreign(file)) for file in files)


def readable_copy(workspace: Workspace, leaflet: Leaflet) -> Path:
    """A copy under a name that other programs can open; the same one each time.

    Raises:
        StorageError: If the file is missing or was changed.
        FileError: If the copy cannot be written.
    """
    data = workspace.leaflets.read(leaflet.content)
    folder = workspace.folder / "views" / leaflet.content[:8]
    folder.mkdir(parents=True, exist_ok=True)
    copy = folder / full_name(leaflet)
    if not copy.exists() or copy.read_bytes() != data:
        write_atomically(copy, data)
    return copy


def file_name(leaflet: Leaflet) -> str:
    """A leaflet's name without what file systems do not take."""
    return _NOT_IN_NAMES.sub("_", leaflet.name.zh).strip(" .")[:_LONGEST_NAME] or "leaflet"


def full_name(leaflet: Leaflet) -> str:
    """The name of a leaflet's file, with its ending."""
    return f"{file_name(leaflet)}{_ENDINGS[leaflet.media_type]}"


def first_page(pdf: bytes, height: int) -> bytes:
    """The first page of a PDF as a PNG of so many pixels in height; empty when there is none."""
    from app.documents.pdfium import opened

    with opened(pdf) as document:
        if not len(document):
            return b""
        page = document[0]
        picture = page.render(scale=height / max(page.get_height(), 1)).to_pil()
        written = io.BytesIO()
        picture.save(written, "PNG")
        return written.getvalue()


def leaflets_beside(path: Path) -> Path:
    """The folder of leaflets beside an exported file."""
    return path.with_name(f"{path.stem}-leaflets")


def export_leaflets(
    store: LeafletStore, content: CatalogContent, path: Path
) -> tuple[Problem, ...]:
    """Put the leaflets of a version into the folder beside its exported file, named by hash.

    Returns:
        Those that are not kept here, as warnings.

    Raises:
        FileError: If a file cannot be written.
    """
    folder, missing = leaflets_beside(path), []
    for subject, leaflet in _named(content):
        target = folder / f"{leaflet.content}{_ENDINGS.get(leaflet.media_type, '')}"
        if target.exists():
            continue
        try:
            data = store.read(leaflet.content)
        except StorageError:
            missing.append(_missing(subject, leaflet))
            continue
        folder.mkdir(parents=True, exist_ok=True)
        write_atomically(target, data)
    return tuple(missing)


def bring_leaflets(store: LeafletStore, content: CatalogContent, path: Path) -> tuple[Problem, ...]:
    """Keep the leaflets of a version that lie beside its file; each is what its hash says.

    Returns:
        Those that are neither there nor kept here, or are another file, as warnings.

    Raises:
        StorageError: If one could not be kept.
    """
    folder, found = leaflets_beside(path), []
    for subject, leaflet in _named(content):
        try:
            store.read(leaflet.content)
            continue
        except StorageError:
            file = folder / f"{leaflet.content}{_ENDINGS.get(leaflet.media_type, '')}"
        try:
            same = hash_of(data := read_foreign(file)) == leaflet.content
            if same:
                store.keep(file.name, data)
        except StorageError:
            raise
        except QuotewrightError:
            same = False
        if not same:
            found.append(_missing(subject, leaflet))
    return tuple(found)


def _named(content: CatalogContent) -> Iterable[tuple[str, Leaflet]]:
    return [
        (offering.code, leaflet) for offering in content.offerings for leaflet in offering.leaflets
    ]


def _missing(subject: str, leaflet: Leaflet) -> Problem:
    named = {"name": leaflet.name.zh, "offering": subject}
    return Problem("exchange.leaflet_missing", Severity.WARNING, Place(subject=subject), named)
