"""What a table style gives to a table and, by position, to its cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from app.documents.pdf.formats import Margins
from app.documents.pdf.ooxml import W, attribute, child, number, points, value
from app.documents.pdf.paragraph_properties import border
from app.documents.pdf.run_properties import shading
from app.documents.pdf.styles import TableContext

if TYPE_CHECKING:
    from lxml.etree import _Element

    from app.documents.pdf.formats import Border
    from app.documents.pdf.styles import Styles

_SIDES: Final = {"start": "left", "end": "right"}
_LOOKS: Final = {  # switch of w:tblLook, its bit, whether it is on where nothing is said
    "firstRow": 0x0020,
    "lastRow": 0x0040,
    "firstColumn": 0x0080,
    "lastColumn": 0x0100,
    "noHBand": 0x0200,
    "noVBand": 0x0400,
}


class TableStyle:
    """One table's style, with its conditional parts.

    Attributes:
        identifier: Style that paragraphs in the table inherit from.
        borders: Lines of the table by side, direct ones over those of the style.
        margins: Default margins of its cells.
    """

    def __init__(self, styles: Styles, properties: _Element | None) -> None:
        """Resolve the style that a table's properties name."""
        self.identifier = value(properties, "tblStyle") or styles.default_table_style()
        self._styles = styles
        self._chain = styles.chain(self.identifier)
        self._look = _look(child(properties, "tblLook"))
        self.borders: dict[str, Border] = {}
        self.margins = Margins()
        for layer in [*(child(s, "tblPr") for s in self._chain), properties]:
            self.borders |= _borders(child(layer, "tblBorders"))
            self.margins = _margins(child(layer, "tblCellMar"), self.margins)
        self._band = max(
            [number(value(child(s, "tblPr"), "tblStyleRowBandSize"), 1) for s in self._chain] or [1]
        )
        self._shadings: dict[str, str] = {}

    def part(self, row: int, rows: int, first: int, end: int, columns: int) -> str:
        """Name the conditional parts that the cell over columns ``first`` to ``end`` is in.

        Returns:
            Names joined by ``+``, the weakest first: bands, then columns, then rows.
        """
        look, found = self._look, []
        headed = look["firstRow"] and row == 0
        closing = look["lastRow"] and row == rows - 1
        if not (look["noHBand"] or headed or closing):
            band = (row - look["firstRow"]) // self._band % 2
            found.append("band2Horz" if band else "band1Horz")
        if look["firstColumn"] and first == 0:
            found.append("firstCol")
        if look["lastColumn"] and end >= columns:
            found.append("lastCol")
        if headed:
            found.append("firstRow")
        if closing:
            found.append("lastRow")
        return "+".join(found)

    def context(self, part: str) -> TableContext:
        """Return what paragraphs in a part inherit from."""
        return TableContext(self.identifier, part)

    def cell_edges(self, part: str) -> dict[str, Border]:
        """Return the lines that a conditional part draws around its cells."""
        edges: dict[str, Border] = {}
        for layer in self._styles.conditional(self.context(part)):
            edges |= _borders(child(layer, "tcPr", "tcBorders"))
        return edges

    def shading(self, part: str) -> str:
        """Return the fill of cells in a part as ``RRGGBB``; empty for none."""
        if part not in self._shadings:
            fill = ""
            layers = [child(style, "tcPr", "shd") for style in self._chain]
            layers += [
                child(layer, "tcPr", "shd")
                for layer in self._styles.conditional(self.context(part))
            ]
            for layer in layers:
                if layer is not None:
                    fill = shading(layer, self._styles.theme)
            self._shadings[part] = fill
        return self._shadings[part]


def _look(element: _Element | None) -> dict[str, bool]:
    bits = int(attribute(element, "val") or "0", 16)
    found = {name: bool(bits & bit) for name, bit in _LOOKS.items()}
    for name in _LOOKS:
        given = attribute(element, name)
        if given is not None:
            found[name] = given in {"1", "true", "on"}
    if element is None:
        found["noHBand"] = True
    return found


def _borders(element: _Element | None) -> dict[str, Border]:
    found: dict[str, Border] = {}
    for edge in () if element is None else element:
        side = str(edge.tag).removeprefix(W)
        found[_SIDES.get(side, side)] = border(edge)
    return found


def _margins(element: _Element | None, base: Margins) -> Margins:
    found = {"top": base.top, "bottom": base.bottom, "left": base.left, "right": base.right}
    for side in () if element is None else element:
        name = str(side.tag).removeprefix(W)
        found[_SIDES.get(name, name)] = points(side.get(W + "w"))
    return Margins(found["top"], found["bottom"], found["left"], found["right"])
