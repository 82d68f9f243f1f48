"""Where figures of bills come from, in a line and as rows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.rows import Cell, ColumnSpec, TableRow
from pricing.spend_groups import charge_name

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from app.services.bill_sources import SourcedFigure, SourcePlace
    from app.ui.presenting.speaker import Speaker


def place_text(speaker: Speaker, place: SourcePlace) -> str:
    """File, sheet and row, as one finds them with a spreadsheet program."""
    text = speaker.translate("Sources", "{file}, row {row}")
    if place.sheet:
        text = speaker.translate("Sources", "{file}, sheet {sheet}, row {row}")
    return text.format(file=place.file, sheet=place.sheet, row=place.row)


def source_sentence(speaker: Speaker, figures: Sequence[SourcedFigure]) -> str:
    """Where some figures come from: the place of a single one, the files of several."""
    if not figures:
        return ""
    places = [place for figure in figures for place in figure.places]
    if not places:
        return speaker.translate("Sources", "No file is known: entered by hand, or sample data")
    if len(places) == 1:
        only = place_text(speaker, places[0])
        return speaker.translate("Sources", "From {place}").format(place=only)
    files = "、".join(dict.fromkeys(place.file for place in places))
    rows = speaker.translate("Sources", "From {count} rows of {files}")
    return rows.format(count=len(places), files=files)


def source_columns(speaker: Speaker) -> tuple[ColumnSpec, ...]:
    """Columns of figures with their places."""
    translate = speaker.translate
    return (
        ColumnSpec("figure", translate("Sources", "Figure"), 0, "left"),
        ColumnSpec("amount", translate("Sources", "Amount"), 96),
        ColumnSpec("file", translate("Sources", "File"), 260, "left"),
        ColumnSpec("sheet", translate("Sources", "Sheet"), 120, "left"),
        ColumnSpec("row", translate("Sources", "Row"), 64),
    )


def source_rows(speaker: Speaker, figures: Sequence[SourcedFigure]) -> tuple[TableRow, ...]:
    """A row for each place of each figure."""
    return tuple(row for at, figure in enumerate(figures) for row in _rows(speaker, at, figure))


def _rows(speaker: Speaker, at: int, figure: SourcedFigure) -> Iterator[TableRow]:
    name = speaker.name(charge_name(figure.component))
    amount = Cell(speaker.figures.money(figure.amount))
    if not figure.places:
        by_hand = Cell(speaker.translate("Sources", "no file"), tone="muted")
        cells = (amount, by_hand, Cell(""), Cell(""))
        yield TableRow(f"{at}", name, subtitle=figure.component.account, cells=cells)
    for count, place in enumerate(figure.places):
        first = amount if not count else Cell("")
        cells = (first, Cell(place.file), Cell(place.sheet), Cell(str(place.row)))
        yield TableRow(f"{at} {count}", name, subtitle=figure.component.account, cells=cells)
