"""Rows of the catalogue's table, read-only and for editing a draft."""

from __future__ import annotations

from typing import TYPE_CHECKING

import msgspec

from app.ui.presenting.bundle_options import bundle_price
from app.ui.presenting.catalogue_words import (
    basis_name,
    family_name,
    field_title,
    lifecycle_name,
    segments_text,
)
from app.ui.presenting.items import FAMILY_ICONS
from app.ui.presenting.lists import regulation_name
from app.ui.widgets.rows import Cell, ColumnSpec, LazyRows, TableRow
from catalog.offering import Lifecycle
from catalog.search import found_places
from catalog.selection import BUNDLES, SortBy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from app.ui.presenting.draft_fields import Faults
    from app.ui.presenting.speaker import Speaker
    from catalog.bundle import BundledOffering
    from catalog.charge import Charge
    from catalog.listed_lines import ListedLines
    from catalog.offering import ProductOffering

EDITED = ("list_price", "cost", "unit", "least", "most", "least_term")
"""Columns of a draft that are typed into, by the name of their field."""
SORTED = {
    "name": SortBy.NAME,
    "price": SortBy.PRICE,
    "list_price": SortBy.PRICE,
    "cost": SortBy.COST,
}
"""By what a click on a column's heading sorts."""


def view_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns for looking things up; no cost."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Lists", "Offering / charge"), 0, "left", sortable=True),
        ColumnSpec("price", translate("Lists", "List price"), 104, sortable=True),
        ColumnSpec("unit", translate("Lists", "Unit"), 128, "left"),
        ColumnSpec("regulation", translate("Lists", "Regulation"), 92, "left", min_window=1600),
        ColumnSpec("segments", translate("Lists", "Segments"), 120, "left", min_window=1340),
    )


def edit_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of a draft; those of ``EDITED`` are typed into."""
    translate = speaker.translate
    return (
        ColumnSpec("name", translate("Lists", "Offering / charge"), 0, "left", sortable=True),
        ColumnSpec("list_price", translate("Lists", "List price"), 96, sortable=True),
        ColumnSpec("cost", field_title(speaker, "cost"), 92, sortable=True),
        ColumnSpec("unit", translate("Lists", "Unit"), 72, "left", typed="text"),
        ColumnSpec("least", field_title(speaker, "least"), 62),
        ColumnSpec("most", field_title(speaker, "most"), 68),
        ColumnSpec("least_term", translate("Lists", "Months"), 72, min_window=1560),
    )


def view_rows(speaker: Speaker, listed: ListedLines, typed: str = "") -> LazyRows:
    """The lines for looking things up, made when they are shown; what was typed is marked."""

    def make(place: int) -> TableRow:
        line = listed.lines[place]
        if line.bundle is not None:
            row = _bundle(speaker, line.bundle, _bundle_view(speaker, line.bundle))
            return _marked(row, typed, speaker.name(line.bundle.name), line.bundle.pinyin)
        assert line.offering is not None  # noqa: S101 (for the type checker: a line is one or the other)
        assert line.charge is not None  # noqa: S101 (as above)
        cells = _charge_view(speaker, line.offering, line.charge)
        row = _charge(speaker, line.offering, line.charge, cells)
        return _marked(row, typed, speaker.name(line.offering.name), line.offering.pinyin)

    return LazyRows(listed.keys, make, listed.place_of)


def edit_rows(
    speaker: Speaker,
    listed: ListedLines,
    faults: Faults,
    changed: frozenset[str],
    typed: str = "",
) -> LazyRows:
    """The lines of a draft, made when they are shown.

    Args:
        speaker: Says it.
        listed: What to show.
        faults: What is wrong.
        changed: Codes of charges and bundles that differ from the published version.
        typed: What was looked for; it is marked.
    """

    def make(place: int) -> TableRow:
        line = listed.lines[place]
        mark = speaker.words("difference.changed") if line.key in changed else ""
        if line.bundle is not None:
            row = _bundle(speaker, line.bundle, _bundle_edit(speaker, line.bundle), mark)
            return _marked(row, typed, speaker.name(line.bundle.name), line.bundle.pinyin)
        assert line.offering is not None  # noqa: S101 (for the type checker: a line is one or the other)
        assert line.charge is not None  # noqa: S101 (as above)
        cells = _charge_edit(speaker, line.charge, faults)
        row = _charge(speaker, line.offering, line.charge, cells, mark)
        return _marked(row, typed, speaker.name(line.offering.name), line.offering.pinyin)

    return LazyRows(listed.keys, make, listed.place_of)


def family_rows(
    speaker: Speaker, families: Iterable[str], counts: Mapping[str, int]
) -> tuple[TableRow, ...]:
    """Everything, the bundles, and each family, with how many there are.

    Args:
        speaker: Says it.
        families: In their order.
        counts: How many offerings are found of each, and of bundles under ``BUNDLES``.
    """
    translate = speaker.translate

    def row(key: str, title: str, icon: str, count: int) -> TableRow:
        return TableRow(key, title, icon, cells=(Cell(str(count), tone="muted"),))

    return (
        row("", translate("Families", "Everything"), "list-tree", sum(counts.values())),
        row(BUNDLES, translate("Families", "Bundles"), "layers", counts.get(BUNDLES, 0)),
        *(
            row(
                family,
                family_name(speaker, family),
                FAMILY_ICONS.get(family, "package"),
                counts.get(family, 0),
            )
            for family in families
        ),
    )


def _marked(row: TableRow, typed: str, name: str, pinyin: str) -> TableRow:
    """Mark what was typed in the name, which the title begins with, and in code and period."""
    if not typed:
        return row
    return msgspec.structs.replace(
        row,
        title_marks=found_places(name, typed, pinyin),
        subtitle_marks=found_places(row.subtitle, typed),
    )


def _bundle(
    speaker: Speaker, bundle: BundledOffering, cells: tuple[Cell, ...], mark: str = ""
) -> TableRow:
    last = f" · {bundle.valid.last.isoformat()}" if bundle.valid.last else ""
    marks = (speaker.translate("Items", "Bundle"), mark)
    return TableRow(
        key=bundle.code,
        title=speaker.name(bundle.name),
        icon="layers",
        subtitle=f"{bundle.code}{last}",
        badge=" · ".join(part for part in marks if part),
        cells=cells,
    )


def _charge(
    speaker: Speaker,
    offering: ProductOffering,
    charge: Charge,
    cells: tuple[Cell, ...],
    mark: str = "",
) -> TableRow:
    state = offering.lifecycle
    marks = ("" if state is Lifecycle.ON_SALE else lifecycle_name(speaker, state), mark)
    return TableRow(
        key=charge.code,
        title=f"{speaker.name(offering.name)} {speaker.name(charge.name)}".strip(),
        icon=FAMILY_ICONS.get(offering.family, "package"),
        subtitle=f"{charge.code} · {speaker.words(f'period.{charge.period.value}')}",
        badge=" · ".join(part for part in marks if part),
        cells=cells,
    )


def _bundle_view(speaker: Speaker, bundle: BundledOffering) -> tuple[Cell, ...]:
    unit = f"{speaker.translate('Items', 'sets')} / {speaker.words('period.month')}"
    return (
        Cell(bundle_price(speaker, bundle), tone="strong"),
        Cell(unit, tone="muted"),
        Cell(regulation_name(speaker, "market"), tone="muted"),
        Cell(segments_text(speaker, bundle.segments), tone="muted"),
    )


def _charge_view(speaker: Speaker, offering: ProductOffering, charge: Charge) -> tuple[Cell, ...]:
    period = speaker.words(f"period.{charge.period.value}")
    return (
        Cell(speaker.figures.price(charge.list_price), basis_name(speaker, charge), "strong"),
        Cell(f"{speaker.unit(charge.unit)} / {period}", tone="muted"),
        Cell(regulation_name(speaker, charge.regulation.value), tone="muted"),
        Cell(segments_text(speaker, offering.segments), tone="muted"),
    )


def _bundle_edit(speaker: Speaker, bundle: BundledOffering) -> tuple[Cell, ...]:
    return (Cell(bundle_price(speaker, bundle), tone="strong"),)


def _charge_edit(speaker: Speaker, charge: Charge, faults: Faults) -> tuple[Cell, ...]:
    cells = dict(zip(EDITED, _typed_cells(speaker, charge), strict=True))
    for name, cell in cells.items():
        fault = faults.of(charge.code, name)
        if fault:
            cells[name] = Cell(cell.text, tone="bad", editable=True, hint=fault)
    return tuple(cells.values())


def _typed_cells(speaker: Speaker, charge: Charge) -> Iterator[Cell]:
    price = speaker.figures.price
    yield Cell(price(charge.list_price), basis_name(speaker, charge), "strong", editable=True)
    yield Cell(price(charge.cost), editable=True)
    yield Cell(charge.unit, editable=True)
    yield Cell(str(charge.least), editable=True)
    yield Cell(str(charge.most or "–"), tone="normal" if charge.most else "muted", editable=True)
    yield Cell(str(charge.least_term or "–"), editable=True)
