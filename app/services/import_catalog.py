"""Import a catalogue: a price list and its bundles become one new version, or nothing does."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

import msgspec

from app.errors import ImportRejected
from app.services.import_pace import pace_of
from app.services.layout_words import load_heading_words
from app.services.pinyin import findable
from app.services.price_list_file import open_price_list, read_price_list
from app.services.toml_file import read_toml
from catalog.bundle import BundledOffering
from catalog.consistency import check_content
from catalog.layout.mapping import ColumnMapping
from catalog.layout.survey import with_choices
from catalog.merging import Delivered, Missing, merged
from catalog.offering_detail import OfferingDetail, with_details
from catalog.pace import WHOLE, Pace, paced, part_of, unpaced
from catalog.price_list import PriceRecord
from catalog.problem import Place, Problem, Severity
from catalog.product_catalog import CatalogContent
from catalog.specification import ProductSpecification

if TYPE_CHECKING:
    import threading
    from collections.abc import Callable, Sequence
    from datetime import date
    from pathlib import Path

    from app.services.price_list_file import PriceListFile
    from catalog.layout.survey import SurveyedTable
    from catalog.layout.words import HeadingWords
    from catalog.tax_class import TaxClass


class BundleFile(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What stands beside a price list, as written in a TOML file.

    Attributes:
        bundle: Bundles, without initials; an empty list must be written as one, so that a file
            of something else is not taken for it.
        price_record: List prices that hold only under conditions.
        offering: What the price list has no column for.
        specification: What several offerings share.
    """

    bundle: tuple[BundledOffering, ...]
    price_record: tuple[PriceRecord, ...] = ()
    offering: tuple[OfferingDetail, ...] = ()
    specification: tuple[ProductSpecification, ...] = ()


class CatalogImport(msgspec.Struct, frozen=True):
    """What an import found; nothing is stored yet.

    Attributes:
        content: The new version; ``None`` when an error blocks it.
        problems: Every finding of every row, in file order.
        rows: How many rows were read.
    """

    content: CatalogContent | None
    problems: tuple[Problem, ...]
    rows: int

    def accepted(self) -> CatalogContent:
        """The content.

        Raises:
            ImportRejected: If any finding blocks the import; all findings come with it.
        """
        if self.content is None:
            raise ImportRejected(self.problems)
        return self.content


class ImportChoices(msgspec.Struct, frozen=True):
    """What a person has said, or had said before.

    Attributes:
        remembered: Mappings of columns by the fingerprint of their headings.
        columns: Heading of the column of a field, in every table that has such a heading.
        constants: Text for every row, by field.
        missing: What becomes of that which is in force and not in the files; unless said, a price
            list keeps it and an exchange file, which is whole, withdraws it.
    """

    remembered: dict[str, ColumnMapping] = {}
    columns: dict[str, str] = {}
    constants: dict[str, str] = {}
    missing: Missing | None = None


def read_catalog_files(
    price_list: Path,
    bundles: Path | None,
    tax_classes: tuple[TaxClass, ...],
    day: date,
    *,
    version: str,
    title: str = "",
    choices: ImportChoices | None = None,
    in_force: CatalogContent | None = None,
    progress: Callable[[float], None] | None = None,
    cancel: threading.Event | None = None,
) -> CatalogImport:
    """Read the files and check them together; all findings come in one list.

    Args:
        price_list: Workbook or text table, one row a charge.
        bundles: TOML file of bundles and price records, if there is one.
        tax_classes: Known tax classes.
        day: Day of the import.
        version: Identifier of the new version.
        title: Its name for people.
        choices: What a person has said of columns and of what is missing.
        in_force: The present catalogue; it says what the list has no column for.
        progress: Called with the share done.
        cancel: Set to stop.

    Raises:
        FileError: If a file cannot be read at all.
        Cancelled: If ``cancel`` was set.
    """
    words = load_heading_words()
    choices = choices or ImportChoices()
    opened = open_price_list(
        price_list, words, choices.remembered, progress=progress, cancel=cancel
    )
    tables, found = with_choices(opened.survey.tables, choices.columns, choices.constants)
    return import_opened(
        opened,
        tables,
        bundles,
        tax_classes,
        day,
        words=words,
        version=version,
        title=title,
        in_force=in_force,
        missing=choices.missing or Missing.KEEP,
        found=found,
        pace=pace_of(None, cancel),
    )


def import_opened(
    opened: PriceListFile,
    tables: Sequence[SurveyedTable],
    bundles: Path | None,
    tax_classes: tuple[TaxClass, ...],
    day: date,
    *,
    words: HeadingWords,
    version: str,
    title: str = "",
    in_force: CatalogContent | None = None,
    missing: Missing = Missing.KEEP,
    found: Sequence[Problem] = (),
    pace: Pace = unpaced,
) -> CatalogImport:
    """Read the tables of an opened price list by the mappings that a person left them with.

    Args:
        opened: The file.
        tables: Its tables.
        bundles: As for ``read_catalog_files``, and so are the others.
        tax_classes: Known tax classes.
        day: Day of the import.
        words: Headings and words of cells.
        version: Identifier of the new version.
        title: Its name for people.
        in_force: The present catalogue, if there is one.
        missing: What becomes of that which is in force and not in the files.
        found: Findings made before.
        pace: Hears how far the work is, and may stop it.

    Raises:
        FileError: If the file of bundles cannot be read at all.
    """
    shares = (0, 5500), (5500, 6000), (6000, WHOLE)
    reading, merging, checking = (part_of(pace, *share) for share in shares)
    read = read_price_list(tables, words, tax_classes, day, in_force=in_force, pace=reading)
    problems = [*opened.survey.problems, *found, *read.problems]
    if not read.rows and not any(problem.blocks for problem in problems):
        problems.append(Problem("import.no_rows", where=Place(file=opened.name)))
    further, wrong = read_bundle_file(bundles) if bundles is not None else (BundleFile(()), ())
    problems.extend(wrong)
    content = CatalogContent(
        version=version,
        title=title or PurePath(opened.name).stem,
        imported_on=day,
        offerings=read.offerings,
        bundles=further.bundle,
        tax_classes=tax_classes,
        price_records=further.price_record,
        specifications=further.specification,
    )
    if in_force is not None and bundles is None and in_force.bundles:
        kept = {"count": str(len(in_force.bundles))}
        where = Place(file=opened.name)
        problems.append(Problem("import.bundles_kept", Severity.HINT, where, kept))
    beside = Delivered(bundles=bundles is not None)
    content = merged(in_force, content, missing, beside, merging)
    checking(0)
    offerings, wrong = with_details(
        content.offerings, further.offering, bundles.name if bundles is not None else ""
    )
    if not any(problem.blocks for problem in problems):
        problems.extend(wrong)  # an offering that could not be read is told already
    content = msgspec.structs.replace(content, offerings=offerings)
    return checked_import(content, problems, read.rows, checking)


def checked_import(
    content: CatalogContent, problems: Sequence[Problem], rows: int, pace: Pace = unpaced
) -> CatalogImport:
    """The import of what was read: findable by pinyin and checked as a whole, or blocked.

    Args:
        content: As read, without pinyin.
        problems: What reading found.
        rows: How many charges were read.
        pace: Hears how far the work is, and may stop it.
    """
    naming, checking = part_of(pace, 0, 7000), part_of(pace, 7000, WHOLE)
    content = msgspec.structs.replace(
        content,
        offerings=tuple(findable(offering) for offering in paced(content.offerings, naming)),
        bundles=tuple(findable(bundle) for bundle in content.bundles),
    )
    found = tuple(problems)
    if not any(problem.blocks for problem in found):
        found += check_content(content, checking)
    blocked = any(problem.blocks for problem in found)
    return CatalogImport(None if blocked else content, found, rows)


def read_bundles(path: Path) -> tuple[tuple[BundledOffering, ...], tuple[Problem, ...]]:
    """The bundles of ``read_bundle_file``."""
    file, problems = read_bundle_file(path)
    return file.bundle, problems


def read_bundle_file(path: Path) -> tuple[BundleFile, tuple[Problem, ...]]:
    """A TOML file of bundles and price records; each wrong field is a finding with its place.

    Raises:
        FileUnreadable: If the file cannot be opened.
    """
    file = read_toml(path, BundleFile)
    return (file, ()) if isinstance(file, BundleFile) else (BundleFile(()), file)
