"""Cached values: put the results of formulas into the file, so that previews are not blank.

openpyxl writes formulas without results. Excel works them out when it opens the file, but a
preview on a phone, in a mail program or by any reader of values shows empty cells. The values come
from our own arithmetic, so they are exact; the file still asks for a full calculation on opening.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Mapping

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def with_cached_values(sheet_xml: bytes, values: Mapping[str, Decimal | int | str]) -> bytes:
    """The XML of a sheet with a value beside each formula.

    Args:
        sheet_xml: As openpyxl wrote it.
        values: Value of each formula by cell.

    Raises:
        KeyError: If a formula has no value: a bug of the sheet's writer, never a blank cell.
    """
    root = etree.fromstring(sheet_xml)
    for formula in root.iter(f"{_MAIN}f"):
        cell = formula.getparent()
        if cell is None or cell.tag != f"{_MAIN}c":
            continue  # a formula of a conditional format or a drop-down has no result
        value = values[str(cell.attrib["r"])]
        shown = cell.find(f"{_MAIN}v")
        if shown is None:
            shown = etree.SubElement(cell, f"{_MAIN}v")
        shown.text = _text(value)
        if isinstance(value, str):
            cell.set("t", "str")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _text(value: Decimal | int | str) -> str:
    """A value as the file stores it; a Decimal keeps its digits, no float comes near it."""
    return f"{value:f}" if isinstance(value, Decimal) else str(value)
