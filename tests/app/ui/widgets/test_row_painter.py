"""A row is drawn whole: its figures, its state and where it folds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from app.ui.widgets.painting import LEFT, RIGHT
from app.ui.widgets.row_painter import RowPainter, RowState, chevron_zone
from app.ui.widgets.rows import Cell, QuoteRow, TableRow

if TYPE_CHECKING:
    from app.ui.theme import Theme

SPANS = [(0, 300, LEFT), (300, 100, RIGHT), (400, 100, RIGHT)]
ITEM = QuoteRow(
    "a",
    "item",
    "globe",
    "互联网专线",
    "200M",
    "新",
    cells=(Cell("5", "条", editable=True), Cell("24.8", "%", meter=500)),
)


def draw(
    theme: Theme,
    row: QuoteRow | TableRow,
    state: RowState,
    height: int = 42,
    spans: list[tuple[int, int, int]] | None = None,
) -> QImage:
    """Return a row as a picture of 500 pixels."""
    image = QImage(500, height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    RowPainter(theme).paint(painter, row, state, QRect(0, 0, 500, height), spans or SPANS)
    painter.end()
    return image


def at(image: QImage, x: int, y: int) -> str:
    """Return the colour of a pixel."""
    return image.pixelColor(x, y).name().upper()


@pytest.mark.parametrize(
    ("state", "ground"),
    [
        (RowState(), "surface"),
        (RowState(hovered=True), "hover"),
        (RowState(selected=True), "selected"),
        (RowState(selected=True, hovered=True), "selected"),
    ],
)
def test_the_ground_tells_the_state(theme: Theme, state: RowState, ground: str) -> None:
    """Selection outweighs the mouse."""
    assert at(draw(theme, ITEM, state), 290, 5) == getattr(theme.colors, ground)


def test_a_selected_row_has_an_edge(theme: Theme) -> None:
    """Not only a colour of the ground."""
    assert at(draw(theme, ITEM, RowState(selected=True)), 1, 20) == theme.colors.selected_line


def test_a_meter_is_filled_in_its_share(theme: Theme) -> None:
    """Forty-four pixels at the right edge of the cell, half of them green."""
    image = draw(theme, ITEM, RowState())
    y = 42 - 11 + 1
    assert at(image, 452, y) == theme.colors.ok
    assert at(image, 480, y) == theme.colors.border


@pytest.mark.parametrize("tone", ["warn", "bad"])
def test_a_warning_without_a_meter_is_a_chip(theme: Theme, tone: str) -> None:
    """Its soft ground and its sign are there beside the colour of the text."""
    warned = QuoteRow("a", "item", "globe", "x", cells=(Cell("77.5", "%", "warn"),))
    if tone == "bad":
        warned = QuoteRow("a", "item", "globe", "x", cells=(Cell("77.5", "%", "bad"),))
    image = draw(theme, warned, RowState())
    colors = {at(image, x, 14) for x in range(300, 400)}
    assert getattr(theme.colors, f"{tone}_soft") in colors


def test_the_current_cell_is_framed(theme: Theme) -> None:
    """In the accent, so that one sees where typing goes."""
    image = draw(theme, ITEM, RowState(selected=True, current_column=1))
    column = {at(image, 350, y) for y in range(42)}
    assert theme.colors.accent in column
    assert at(image, 310, 21) == theme.colors.surface


def test_a_hidden_column_is_not_drawn(theme: Theme) -> None:
    """Its width is nought."""
    spans = [(0, 400, LEFT), (400, 0, RIGHT), (400, 100, RIGHT)]
    image = draw(theme, ITEM, RowState(), spans=spans)
    other = QuoteRow("a", "item", "globe", "互联网专线", "200M", "新", (Cell(""), ITEM.cells[1]))
    assert image == draw(theme, other, RowState(), spans=spans)


def test_a_long_title_stays_in_its_column(theme: Theme) -> None:
    """It is cut; nothing runs into the figures."""
    row = QuoteRow("a", "item", "globe", "产品" * 60, "规格" * 60, "新")
    image = draw(theme, row, RowState())
    assert {at(image, x, y) for x in range(300, 500) for y in range(40)} == {theme.colors.surface}


@pytest.mark.parametrize("height", [32, 42])
def test_a_row_inside_another_is_joined_to_it(theme: Theme, height: int) -> None:
    """A line from above to the middle of the last one, and on to the next of the others."""
    inner = QuoteRow("c", "charge", "repeat", "月租费")
    line = theme.colors.border_strong
    last = draw(theme, inner, RowState(lasts=(True,)), height)
    other = draw(theme, inner, RowState(lasts=(False,)), height)
    assert at(last, 58, 2) == at(other, 58, 2) == line
    assert at(last, 58, height - 4) == theme.colors.surface
    assert at(other, 58, height - 4) == line


def test_where_a_click_folds() -> None:
    """Sections at the edge, items before their tile, table rows nowhere."""
    section = QuoteRow("s", "section", "", "一")
    assert chevron_zone(section, 0) == (0, 34)
    assert chevron_zone(ITEM, 0) == (16, 42)
    assert chevron_zone(ITEM, 1)[0] > 42
    assert chevron_zone(TableRow("t", "x"), 0) == (0, 0)
