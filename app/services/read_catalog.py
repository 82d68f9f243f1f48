"""Read a catalogue in whatever form it comes: a price list as a table, or TMF620 JSON."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.import_catalog import read_catalog_files
from app.services.import_tmf620 import is_tmf620_file, read_tmf620_file
from catalog.merging import Missing

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from app.services.import_catalog import CatalogImport, ImportChoices
    from catalog.product_catalog import CatalogContent
    from catalog.tax_class import TaxClass


def read_catalog(
    path: Path,
    bundles: Path | None,
    tax_classes: tuple[TaxClass, ...],
    day: date,
    *,
    version: str = "",
    choices: ImportChoices | None = None,
    in_force: CatalogContent | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> CatalogImport:
    """Read the files and check them together; nothing is stored.

    Args:
        path: Workbook, text table or TMF620 JSON.
        bundles: TOML file of bundles, if there is one.
        tax_classes: Known tax classes.
        day: Day of the import.
        version: Identifier of the new version; what the file says, or its name and the day, when
            not given.
        choices: What a person has said of columns and of what is missing.
        in_force: The present catalogue, if there is one.
        progress: Called with the share done; JSON is read in one go.
        cancel: Set to stop.

    Raises:
        FileError: If a file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    if is_tmf620_file(path):
        said = choices.missing if choices is not None else None
        return read_tmf620_file(
            path,
            bundles,
            tax_classes,
            day,
            version=version,
            in_force=in_force,
            missing=said or Missing.WITHDRAW,
        )
    return read_catalog_files(
        path,
        bundles,
        tax_classes,
        day,
        version=version or f"{path.stem} {day.isoformat()}",
        choices=choices,
        in_force=in_force,
        progress=progress,
        cancel=cancel,
    )
