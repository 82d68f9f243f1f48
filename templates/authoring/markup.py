"""WordprocessingML as text: runs, paragraphs, tables. Measures are millimetres and points."""

from __future__ import annotations

import re
from typing import Final, NamedTuple
from xml.sax.saxutils import escape, quoteattr

NAMESPACES: Final = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_STYLED: Final = re.compile(r'(<w:pStyle w:val="\w+"/>)')


class Xml(str):
    """Text that is markup already and must not be escaped again."""

    __slots__ = ()


def twips(millimetres: float) -> int:
    """Millimetres in twentieths of a point."""
    return round(millimetres * 1440 / 25.4)


def span(text: str, style: str = "") -> Xml:
    """A run, in a character style where one is named."""
    properties = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return Xml(f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>')


def bookmark(name: str, text: str) -> Xml:
    """A text that references lead to; numbers are for the file alone and follow from the name."""
    number = sum(map(ord, name)) % 8000
    return Xml(
        f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{span(text)}'
        f'<w:bookmarkEnd w:id="{number}"/>'
    )


def tab() -> Xml:
    """A step to the next tab stop."""
    return Xml("<w:r><w:tab/></w:r>")


def field(instruction: str) -> Xml:
    """A field that Word computes, such as PAGE."""
    return Xml(
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        f'<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
        f'<w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def para(style: str, *pieces: str, properties: str = "") -> Xml:
    """A paragraph; plain text among the pieces is escaped."""
    runs = "".join(piece if isinstance(piece, Xml) else span(piece) for piece in pieces)
    return Xml(f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{runs}</w:p>')


def tag(statement: str) -> Xml:
    """A paragraph that holds nothing but a statement of the template language."""
    return para("Tag", f"{{%p {statement} %}}")


class Cell(NamedTuple):
    """A table cell.

    Attributes:
        content: Paragraphs.
        fill: Background as ``RRGGBB``; empty for none.
        span: Columns it covers.
        borders: Its own borders, as ``side=width:colour`` parts with the width in eighths of a
            point, such as ``bottom=8:2F5CE5``.
        valign: ``top``, ``center`` or ``bottom``.
        padding: Inner distances in millimetres: top, right, bottom, left; ``None`` for the
            table's.
    """

    content: str
    fill: str = ""
    span: int = 1
    borders: str = ""
    valign: str = "center"
    padding: tuple[float, float, float, float] | None = None


class Row(NamedTuple):
    """A table row.

    Attributes:
        cells: From left to right.
        header: Repeats at the top of every page.
        height: At least this many millimetres; exactly, if ``exact``.
        exact: The height is exact.
        keep: Stays on one page with the next row.
    """

    cells: tuple[Cell, ...]
    header: bool = False
    height: float = 0
    exact: bool = False
    keep: bool = False


def tag_row(statement: str, columns: int) -> Row:
    """A row that holds nothing but a statement; it goes when the template is filled."""
    return Row((Cell(para("Tag", f"{{%tr {statement} %}}"), span=columns),))


def table(
    widths: tuple[float, ...],
    rows: tuple[Row, ...],
    *,
    borders: str = "",
    padding: tuple[float, float, float, float] = (1.2, 0, 1.2, 0),
    indent: float = 0,
    description: str = "",
) -> Xml:
    """A table of fixed column widths.

    Args:
        widths: Millimetres.
        rows: From the top.
        borders: As a cell's, with the sides ``insideH`` and ``insideV`` as well.
        padding: Inner distances of cells in millimetres: top, right, bottom, left.
        indent: Distance from the left margin in millimetres; negative reaches into it.
        description: Alternative text, for people who hear the document read.
    """
    described = f"<w:tblDescription w:val={quoteattr(description)}/>" if description else ""
    grid = "".join(f'<w:gridCol w:w="{twips(width)}"/>' for width in widths)
    body = "".join(_row(row, widths) for row in rows)
    return Xml(
        "<w:tbl><w:tblPr>"
        f'<w:tblW w:w="{sum(twips(width) for width in widths)}" w:type="dxa"/>'
        f'<w:tblInd w:w="{twips(indent)}" w:type="dxa"/>'
        f"{_borders(borders, 'tblBorders')}"
        '<w:tblLayout w:type="fixed"/>'
        f"{_padding(padding, 'tblCellMar')}{described}"
        f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{body}</w:tbl>"
    )


def _row(row: Row, widths: tuple[float, ...]) -> str:
    properties = "<w:cantSplit/>"
    if row.height:
        rule = "exact" if row.exact else "atLeast"
        properties += f'<w:trHeight w:val="{twips(row.height)}" w:hRule="{rule}"/>'
    if row.header:
        properties += "<w:tblHeader/>"
    cells, column = "", 0
    for cell in row.cells:
        width = sum(twips(width) for width in widths[column : column + cell.span])
        cells += _cell(cell, width, keep=row.keep)
        column += cell.span
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell, width: int, *, keep: bool) -> str:
    content = cell.content
    if keep:
        content = _STYLED.sub(r"\1<w:keepNext/>", content)
    spanned = f'<w:gridSpan w:val="{cell.span}"/>' if cell.span > 1 else ""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{cell.fill}"/>' if cell.fill else ""
    padding = _padding(cell.padding, "tcMar") if cell.padding else ""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spanned}'
        f"{_borders(cell.borders, 'tcBorders')}{fill}{padding}"
        f'<w:vAlign w:val="{cell.valign}"/></w:tcPr>{content}</w:tc>'
    )


def _borders(described: str, element: str) -> str:
    if not described:
        return ""
    wanted = dict(part.split("=") for part in described.split())
    lines = ""
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        if side in wanted:
            width, _, colour = wanted[side].partition(":")
            kind = "nil" if width == "0" else "single"
            drawn = f'w:sz="{width}" w:space="0" w:color="{colour or "auto"}"'
            lines += f'<w:{side} w:val="{kind}" {drawn}/>'
    return f"<w:{element}>{lines}</w:{element}>"


def _padding(padding: tuple[float, float, float, float], element: str) -> str:
    top, right, bottom, left = (twips(side) for side in padding)
    return (
        f'<w:{element}><w:top w:w="{top}" w:type="dxa"/><w:left w:w="{left}" w:type="dxa"/>'
        f'<w:bottom w:w="{bottom}" w:type="dxa"/><w:right w:w="{right}" w:type="dxa"/>'
        f"</w:{element}>"
    )
