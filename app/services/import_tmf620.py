"""Import a catalogue from TMF620 JSON, ours or anybody's: one new version, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.services.import_catalog import BundleFile, checked_import, read_bundle_file
from app.storage.foreign.opening import read_foreign
from catalog.merging import Delivered, Missing, merged
from catalog.offering_detail import with_details
from catalog.problem import Place, Problem
from catalog.product_catalog import CatalogContent
from catalog.tmf620.reading import read_tmf620

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from app.services.import_catalog import CatalogImport
    from catalog.tax_class import TaxClass


def is_tmf620_file(path: Path) -> bool:
    """Whether a file is named as one."""
    return path.suffix.casefold() == ".json"


def read_tmf620_file(
    path: Path,
    bundles: Path | None,
    tax_classes: tuple[TaxClass, ...],
    day: date,
    *,
    version: str = "",
    title: str = "",
    in_force: CatalogContent | None = None,
    missing: Missing = Missing.WITHDRAW,
) -> CatalogImport:
    """Read the files and check them together; all findings come in one list.

    Args:
        path: JSON in UTF-8.
        bundles: TOML file of further bundles and price records, if there is one.
        tax_classes: Known tax classes.
        day: Day of the import.
        version: Identifier of the new version; that of the file, or its name and the day, when not
            given.
        title: Its name for people; that of the file when not given.
        in_force: The present catalogue, if there is one.
        missing: What becomes of that which is in force and not in the files.

    Raises:
        FileError: If a file cannot be read at all.
    """
    read = read_tmf620(read_foreign(path), tax_classes, day, file=path.name)
    problems = list(read.problems)
    further, found = read_bundle_file(bundles) if bundles is not None else (BundleFile(()), ())
    problems.extend(found)
    if not (read.offerings or problems):
        problems.append(Problem("exchange.no_offerings", where=Place(file=path.name)))
    offerings, found = with_details(
        read.offerings, further.offering, bundles.name if bundles is not None else ""
    )
    if not any(problem.blocks for problem in problems):
        problems.extend(found)  # an offering that could not be read is told already
    content = CatalogContent(
        version=version or read.version or f"{path.stem} {day.isoformat()}",
        title=title or read.title or path.stem,
        imported_on=day,
        offerings=offerings,
        bundles=(*read.bundles, *further.bundle),
        tax_classes=tax_classes,
        price_records=(*read.price_records, *further.price_record),
        specifications=(*read.specifications, *further.specification),
    )
    rows = sum(len(offering.charges) for offering in read.offerings)
    delivered = Delivered(whole=True, bundles=True)
    return checked_import(merged(in_force, content, missing, delivered), problems, rows)
