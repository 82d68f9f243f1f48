"""Read one table: its grid, rows, cells and the borders its styles give."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Protocol

from app.documents.pdf.blocks import Block, Cell, Row, Table
from app.documents.pdf.formats import CellEdges, Margins
from app.documents.pdf.ooxml import W, attribute, child, flag, number, points, value
from app.documents.pdf.paragraph_properties import border
from app.documents.pdf.run_properties import shading
from app.documents.pdf.table_styles import TableStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lxml.etree import _Element

    from app.documents.pdf.formats import Border
    from app.documents.pdf.styles import Styles, TableContext

_SIDES: Final = {"start": "left", "end": "right"}


class ReadsBlocks(Protocol):
    """What a table needs in order to read what stands in its cells."""

    def blocks(self, parent: _Element, table: TableContext) -> tuple[Block, ...]:
        """Read the paragraphs and tables of a cell."""


def read_table(element: _Element, styles: Styles, reader: ReadsBlocks) -> Table:
    """Read a ``w:tbl`` element."""
    properties = child(element, "tblPr")
    style = TableStyle(styles, properties)
    rows = list(_rows(element))
    columns = tuple(points(c.get(W + "w")) for c in element.iterfind(f"{W}tblGrid/{W}gridCol"))
    width = child(properties, "tblW")
    relative = attribute(width, "type") == "pct"
    read: list[Row] = []
    for index, row in enumerate(rows):
        merged = _merged_columns(read[-1]) if read else frozenset()
        found = _row(row, index, len(rows), len(columns), style, styles, reader, merged)
        read.append(found)
    return Table(
        rows=tuple(read),
        columns=columns,
        borders=style.borders,
        width=_width(width) if not relative else _share(attribute(width, "w")),
        relative=relative,
        fixed=attribute(child(properties, "tblLayout"), "type") == "fixed",
        align={"end": "right", "start": "left"}.get(
            value(properties, "jc") or "left", value(properties, "jc") or "left"
        ),
        indent=_width(child(properties, "tblInd")),
        hangs_out=styles.tables_hang_out and next(element.iterancestors(W + "tc"), None) is None,
    )


def _rows(element: _Element) -> Iterable[_Element]:
    for item in element:
        if item.tag == W + "tr":
            if child(item, "trPr", "del") is None:
                yield item
        elif item.tag == W + "sdt":
            content = child(item, "sdtContent")
            if content is not None:
                yield from _rows(content)


def _cells(row: _Element) -> Iterable[_Element]:
    for item in row:
        if item.tag == W + "tc":
            yield item
        elif item.tag == W + "sdt":
            content = child(item, "sdtContent")
            if content is not None:
                yield from _cells(content)


def _row(
    element: _Element,
    index: int,
    rows: int,
    columns: int,
    style: TableStyle,
    styles: Styles,
    reader: ReadsBlocks,
    merged: frozenset[int],
) -> Row:
    properties = child(element, "trPr")
    height = child(properties, "trHeight")
    column = before = number(value(properties, "gridBefore"))
    cells: list[Cell] = []
    for item in _cells(element):
        span = max(number(value(item, "tcPr", "gridSpan"), 1), 1)
        part = style.part(index, rows, column, column + span, columns)
        cells.append(_cell(item, span, part, style, styles, reader, merged=column in merged))
        column += span
    return Row(
        tuple(cells),
        before=before,
        height=points(attribute(height, "val")),
        exact=attribute(height, "hRule") == "exact",
        header=bool(flag(properties, "tblHeader")),
        whole=bool(flag(properties, "cantSplit")),
    )


def _merged_columns(row: Row) -> frozenset[int]:
    """Return the columns whose cell may continue in the next row."""
    column, found = row.before, set()
    for cell in row.cells:
        if cell.restarts or cell.continues:
            found.add(column)
        column += cell.span
    return frozenset(found)


def _cell(
    element: _Element,
    span: int,
    part: str,
    style: TableStyle,
    styles: Styles,
    reader: ReadsBlocks,
    *,
    merged: bool,
) -> Cell:
    properties = child(element, "tcPr")
    merge = child(properties, "vMerge")
    # A continuation of nothing is an ordinary cell: its words must not be lost.
    continues = merge is not None and merge.get(W + "val") != "restart" and merged
    fill = child(properties, "shd")
    return Cell(
        blocks=() if continues else reader.blocks(element, style.context(part)),
        edges=_edges(child(properties, "tcBorders"), style.cell_edges(part)),
        margins=_margins(child(properties, "tcMar"), style.margins),
        span=span,
        continues=continues,
        restarts=merge is not None and not continues,
        shading=style.shading(part) if fill is None else shading(fill, styles.theme),
        align=value(properties, "vAlign") or "top",
        width=_width(child(properties, "tcW")),
    )


def _edges(element: _Element | None, fallback: dict[str, Border]) -> CellEdges:
    found = dict(fallback)
    for edge in () if element is None else element:
        side = str(edge.tag).removeprefix(W)
        found[_SIDES.get(side, side)] = border(edge)
    return CellEdges(found.get("top"), found.get("bottom"), found.get("left"), found.get("right"))


def _margins(element: _Element | None, base: Margins) -> Margins:
    if element is None:
        return base
    found = {
        _SIDES.get(str(side.tag).removeprefix(W), str(side.tag).removeprefix(W)): _width(side)
        for side in element
    }
    return Margins(
        found.get("top", base.top),
        found.get("bottom", base.bottom),
        found.get("left", base.left),
        found.get("right", base.right),
    )


def _width(element: _Element | None) -> float:
    """Read a width in points; shares and ``auto`` give 0."""
    if attribute(element, "type") in {"pct", "auto", "nil"}:
        return 0.0
    return points(attribute(element, "w"))


def _share(given: str | None) -> float:
    """Read fiftieths of a percent, or a figure with a percent sign, as a share of 1."""
    if given and given.endswith("%"):
        return float(given[:-1]) / 100
    return number(given) / 5000
