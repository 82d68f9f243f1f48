"""Rows of texts under columns, and what they say: one reading a cell, or a reason for none."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from app.quoting.customer_cells import Kind, cell_text, read_cell
from catalog.cell_text import CellFault

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    import msgspec

MISSING = "customer.cell_missing"


class SheetColumn(NamedTuple):
    """A column: the name of the field, how its cells are read, and whether one may be empty."""

    name: str
    kind: Kind = Kind.TEXT
    required: bool = False


class WrongCell(NamedTuple):
    """A cell without a reading.

    Attributes:
        row: From 0.
        column: Name of the field.
        code: Identifier of the text that explains it.
        parameters: Values that the text names.
    """

    row: int
    column: str
    code: str
    parameters: dict[str, str]


class ReadRow(NamedTuple):
    """A row that says something: its place, from 0, and its values by field."""

    place: int
    facts: dict[str, Any]


def texts_of(
    values: Iterable[msgspec.Struct], columns: Sequence[SheetColumn], words: Mapping[str, str]
) -> tuple[tuple[str, ...], ...]:
    """Values as rows of texts.

    Args:
        values: One a row.
        columns: What is shown of each.
        words: Texts of words, by kind and word, such as ``role.payer``.
    """
    return tuple(
        tuple(cell_text(getattr(one, c.name), c.kind, words) for c in columns) for one in values
    )


def read_texts(
    rows: Sequence[Sequence[str]], columns: Sequence[SheetColumn], words: Mapping[str, str]
) -> tuple[tuple[ReadRow, ...], tuple[WrongCell, ...]]:
    """What rows say, and the cells without a reading; rows without any text do not count.

    Args:
        rows: Missing cells at the end are empty.
        columns: How each cell is read.
        words: Texts of words; both the text and the word are read.
    """
    found: list[ReadRow] = []
    wrong: list[WrongCell] = []
    for place, row in enumerate(rows):
        cells = [cell.strip() for cell in row]
        if not any(cells):
            continue
        cells += [""] * (len(columns) - len(cells))
        facts: dict[str, Any] = {}
        for column, text in zip(columns, cells, strict=False):
            try:
                if text:
                    facts[column.name] = read_cell(text, column.kind, words)
                elif column.required:
                    wrong.append(WrongCell(place, column.name, MISSING, {}))
            except CellFault as fault:
                wrong.append(WrongCell(place, column.name, fault.code, dict(fault.parameters)))
        found.append(ReadRow(place, facts))
    return tuple(found), tuple(wrong)
