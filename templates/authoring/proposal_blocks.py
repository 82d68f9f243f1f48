"""Building blocks of the proposal: colours, rules, header rows, key figures, pictures."""

from __future__ import annotations

from typing import Final, NamedTuple

from templates.authoring.markup import Cell, Row, Xml, para, table, tag_row

NAVY: Final = "14213D"
ACCENT: Final = "2F5CE5"
INK: Final = "1F2937"
MUTED: Final = "6B7280"
RULE: Final = "D8DEE9"
PALE: Final = "F4F6FB"
LINES: Final = f"top=8:{ACCENT} bottom=4:{RULE} insideH=4:{RULE}"
"""Rules of a table: one strong line above, hairlines below; never a vertical one."""


class Picture(NamedTuple):
    """A placeholder picture of the body: the chart's name and its width in millimetres."""

    name: str
    width: float


def head(*names: str, right_from: int = 1) -> Row:
    """The header row of a table; from the column ``right_from`` on, names stand to the right."""
    cells = (
        Cell(para("TableHead" if place < right_from else "TableHeadRight", name))
        for place, name in enumerate(names)
    )
    return Row(tuple(cells), header=True, keep=True)


def tiles(*figures: tuple[str, str, str]) -> Xml:
    """Key figures side by side: name with unit, figure, note."""
    width = 166 / len(figures)
    cells = (
        Cell(
            para("TileName", name) + para("TileFigure", figure) + para("TileNote", note),
            valign="top",
            borders=f"top=12:{ACCENT}",
            padding=(2, 3, 1, 0),
        )
        for name, figure, note in figures
    )
    return table((width,) * len(figures), (Row(tuple(cells)),), padding=(1.2, 3, 1.2, 0))


def not_alone(cells: tuple[Cell, ...]) -> tuple[Row, ...]:
    """A row of a loop of which the last never stands alone on the next page."""
    wide = len(cells)
    return (
        tag_row("if loop.revindex == 2", wide),
        Row(cells, keep=True),
        tag_row("else", wide),
        Row(cells),
        tag_row("endif", wide),
    )


def end_of_kept() -> Xml:
    """A hair's breadth that ends a chain of kept rows, and parts two tables, which Word would join.

    Without it the last row would be kept with the heading below, and that with all it heads.
    """
    return para(
        "Gap", properties='<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'
    )
