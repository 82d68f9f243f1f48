"""An import in the steps of the window: open the file, say what its columns are, look, store."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

import msgspec

from app.services.import_catalog import import_opened
from app.services.import_pace import pace_of
from app.services.import_tmf620 import is_tmf620_file, read_tmf620_file
from app.services.layout_words import load_heading_words
from app.services.leaflets import bring_leaflets
from app.services.price_list_file import PriceListFile, open_price_list
from catalog.import_plan import ImportPlan, plan_import
from catalog.layout.survey import SurveyedTable
from catalog.pace import WHOLE, part_of

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date
    from pathlib import Path

    from app.services.import_catalog import CatalogImport
    from app.services.workspace import Workspace
    from catalog.merging import Missing
    from catalog.pace import Pace
    from catalog.problem import Problem
    from catalog.product_catalog import CatalogContent


class OpenedImport(msgspec.Struct, frozen=True):
    """A file that was opened.

    Attributes:
        tables: Tables of a price list, with what their columns mean; none of an exchange file,
            which says itself what everything is.
        file: The price list; ``None`` for an exchange file.
    """

    tables: tuple[SurveyedTable, ...] = ()
    file: PriceListFile | None = None


def open_import(
    path: Path,
    workspace: Workspace,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> OpenedImport:
    """Open the file and find its tables.

    Raises:
        FileError: If the file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    if is_tmf620_file(path):
        return OpenedImport()
    remembered = workspace.layouts.load()
    words = load_heading_words()
    with uncollected():
        file = open_price_list(path, words, remembered, progress=progress, cancel=cancel)
    return OpenedImport(file.survey.tables, file)


def prepare_import(
    path: Path,
    opened: OpenedImport,
    bundles: Path | None,
    workspace: Workspace,
    day: date,
    *,
    version: str,
    missing: Missing,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> ImportPlan:
    """What the import would do; nothing is stored.

    Args:
        path: The file.
        opened: What was found in it, with the mappings as a person left them.
        bundles: TOML file of bundles, if there is one.
        workspace: Holds the catalogue in force.
        day: Day of the import.
        version: Identifier of the new version.
        missing: What becomes of that which is in force and not in the files.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: If a file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    newest = workspace.catalog()
    in_force = newest.content if newest is not None else None
    pace = pace_of(progress, cancel)
    with uncollected():
        reading, comparing = part_of(pace, 0, 9000), part_of(pace, 9000, WHOLE)
        read = _read(path, opened, bundles, workspace, day, version, in_force, missing, reading)
        return plan_import(read.content, read.problems, read.rows, in_force, comparing)


def _read(
    path: Path,
    opened: OpenedImport,
    bundles: Path | None,
    workspace: Workspace,
    day: date,
    version: str,
    in_force: CatalogContent | None,
    missing: Missing,
    pace: Pace,
) -> CatalogImport:
    taxes = workspace.tax_classes
    if opened.file is None:
        return read_tmf620_file(
            path, bundles, taxes, day, version=version, in_force=in_force, missing=missing
        )
    return import_opened(
        opened.file,
        opened.tables,
        bundles,
        taxes,
        day,
        words=load_heading_words(),
        version=version,
        in_force=in_force,
        missing=missing,
        pace=pace,
    )


@contextmanager
def uncollected() -> Iterator[None]:
    """Without looking for cycles.

    Hundreds of thousands of new values have none, and searching them costs more than the work.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def store_import(
    workspace: Workspace,
    plan: ImportPlan,
    tables: Sequence[SurveyedTable],
    beside: Path | None = None,
    *,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> tuple[Problem, ...]:
    """Store the planned content, all of it, and remember what the columns meant.

    Args:
        workspace: The user's data.
        plan: What is to be done.
        tables: With their mappings, as a person left them.
        beside: The file that leaflets may lie beside.
        progress: Called with the share done.
        cancel: Set to stop: either nothing is stored, or all of it was stored already.

    Returns:
        Leaflets that are missing, as warnings.

    Raises:
        StorageError: The database refused; the catalogue is what it was.
        Cancelled: ``cancel`` was set before the version was stored; nothing has changed.
    """
    if plan.content is None:
        raise ValueError("a blocked import is never stored")
    pace = pace_of(progress, cancel)
    workspace.catalogs.save(plan.content, part_of(pace, 0, 9000))
    workspace.adopt_catalog(plan.content)
    confirmed = {one.table.fingerprint: one.mapping for one in tables if one.chosen}
    if confirmed:
        workspace.layouts.remember(confirmed)
    return () if beside is None else bring_leaflets(workspace.leaflets, plan.content, beside)
