"""What was altered in a workbook that came back: every cell that is not as we wrote it.

A workbook is compared with what the program writes for the same revision, sheet by sheet and cell
by cell, formulas as well as values. Programs write formulas and numbers in their own ways: signs
that change nothing are left out, and numbers may differ by the noise of binary fractions.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Protocol

import msgspec

from app.documents.workbooks.cells import Live, day_number, day_of, shown_text
from app.documents.workbooks.decision_area import ReadCell

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from app.documents.workbooks.cells import CellValue
    from app.documents.workbooks.sheet_writer import SheetWriter

_DECORATION = re.compile(r"[\s'$]")
_FRACTION = re.compile(r"\d+\.\d+")
_NOISE, _RELATIVE_NOISE = Decimal("1e-9"), Decimal("1e-13")
_NUMBER = re.compile(r"[-+]?[0-9]{1,40}(?:\.[0-9]{0,40})?(?:[eE][-+]?[0-9]{1,3})?")
_PLACE = re.compile(r"([A-Z]+)([0-9]+)")


class ReturnedCell(ReadCell, Protocol):
    """A cell as it came back."""

    @property
    def formula(self) -> str:
        """Without its equals sign; empty where there is none."""


class Alteration(msgspec.Struct, frozen=True):
    """A cell that is not as it was.

    Attributes:
        sheet: Name of the sheet.
        cell: Place, such as ``B7``; empty for a whole sheet.
        was: What was written; empty for nothing.
        found: What is there now; empty for nothing.
        tried: It is a cell of the scenario that may be filled in.
    """

    sheet: str
    cell: str
    was: str
    found: str
    tried: bool = False


class _Plain(msgspec.Struct, frozen=True):
    """What we wrote, as it is read."""

    value: str
    formula: str = ""
    number: bool = False
    day: bool = False


def alterations(
    writer: SheetWriter, returned: Mapping[str, ReturnedCell], answered: Collection[str] = ()
) -> tuple[Alteration, ...]:
    """Every cell of a sheet that is not as we wrote it, row by row.

    Args:
        writer: What the program writes.
        returned: The sheet as it came back, by place; empty cells are left out.
        answered: Places in which an answer is expected: they are no alterations.
    """
    title = writer.sheet.title
    written = {place: plain for place, value in writer.cells.items() if (plain := _plain(value))}
    places = {*written, *returned} - {*answered}
    typed = [
        place
        for place in writer.inputs
        if not _same(written.get(place), returned.get(place), follows=True)
    ]
    tried = writer.follows_inputs and bool(typed or not writer.inputs)
    changed = [
        place
        for place in places
        if not _same(written.get(place), returned.get(place), follows=tried)
    ]
    return tuple(
        Alteration(
            title,
            place,
            _shown(written.get(place), written.get(place)),
            _shown(returned.get(place), written.get(place)),
            tried=place in writer.inputs,
        )
        for place in sorted(changed, key=_order)
    )


def added(sheet: str, returned: Mapping[str, ReturnedCell]) -> tuple[Alteration, ...]:
    """Every cell of a sheet that we have not written."""
    found = (Alteration(sheet, place, "", _shown(returned[place], None)) for place in returned)
    return tuple(found) or (Alteration(sheet, "", "", sheet),)


def removed(sheet: str) -> Alteration:
    """A sheet of ours that is gone."""
    return Alteration(sheet, "", sheet, "")


def _plain(value: CellValue) -> _Plain | None:
    if value is None or value == "":
        return None
    if isinstance(value, Live):
        result = value.value
        formula = value.formula.removeprefix("=")
        if isinstance(result, str):
            return _Plain(shown_text(result), formula)
        return _Plain(f"{result:f}" if isinstance(result, Decimal) else str(result), formula, True)
    if isinstance(value, str):
        return _Plain(shown_text(value)) if shown_text(value) else None
    if isinstance(value, date):
        return _Plain(str(day_number(value)), number=True, day=True)
    return _Plain(f"{value:f}" if isinstance(value, Decimal) else str(value), number=True)


def _same(written: _Plain | None, found: ReturnedCell | None, *, follows: bool) -> bool:
    """Whether a cell is as we wrote it.

    Args:
        written: What we wrote.
        found: What came back.
        follows: The result of an untouched formula may be another one.
    """
    if written is None or found is None:
        return written is None and found is None
    if (written.value, written.formula, written.number) == (
        found.value,
        found.formula,
        found.number,
    ):
        return True  # as nearly every cell is, to the letter
    if written.formula or found.formula:
        if _bare(written.formula) != _bare(found.formula):
            return False
        # A program that stores no results shows none: nobody was misled by this cell.
        if follows or not found.value:
            return True
    if not written.number:
        return not found.number and _text(found.value) == _text(written.value)
    return found.number and _close(written.value, found.value)


def _text(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _close(written: str, found: str) -> bool:
    ours, theirs = _number(written), _number(found)
    if ours is None or theirs is None:
        return False
    return abs(ours - theirs) <= _NOISE + _RELATIVE_NOISE * abs(ours)


def _number(text: str) -> Decimal | None:
    if not _NUMBER.fullmatch(text.strip()):
        return None
    try:
        return Decimal(text.strip())
    except InvalidOperation:
        return None


def _bare(formula: str) -> str:
    """A formula without signs that do not change what it works out."""
    return _FRACTION.sub(
        lambda found: f"{Decimal(found[0]).normalize():f}", _DECORATION.sub("", formula)
    )


def _shown(cell: _Plain | ReturnedCell | None, written: _Plain | None) -> str:
    """A cell as a person reads it: its formula where there is one, and its value."""
    if cell is None:
        return ""
    value = cell.value
    number = _number(value) if cell.number else None
    if number is not None:
        value = f"{number.quantize(_NOISE).normalize():f}"
        if written is not None and written.day:
            value = _day(number) or value
    return f"={cell.formula} → {value}" if cell.formula else value


def _day(number: Decimal) -> str:
    try:
        return str(day_of(int(number)))
    except OverflowError:
        return ""


def _order(place: str) -> tuple[int, int, str]:
    """Row by row from the left."""
    found = _PLACE.fullmatch(place)
    return (int(found[2]), len(found[1]), found[1]) if found else (0, 0, place)
