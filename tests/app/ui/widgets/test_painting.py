"""Texts are cut to fit and stand on one base line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect, QRectF
from PySide6.QtGui import QImage, QPainter

from app.ui.tokens import Type
from app.ui.widgets.painting import CENTER, LEFT, RIGHT, Pencil

if TYPE_CHECKING:
    from app.ui.theme import Theme


def ink(image: QImage) -> list[tuple[int, int]]:
    """Return all pixels that are not white."""
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).lightness() < 200
    ]


def written(theme: Theme, text: str, flags: int, width: int = 200) -> list[tuple[int, int]]:
    """Write a text on white and return its ink."""
    image = QImage(width, 30, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFF)
    painter = QPainter(image)
    pencil = Pencil(theme)
    pencil.text(painter, QRect(0, 0, width, 30), text, Type.BODY, "text", flags)
    painter.end()
    return ink(image)


def test_a_text_that_fits_is_whole(theme: Theme) -> None:
    """A text that does not ends in an ellipsis and fits."""
    pencil = Pencil(theme)
    assert pencil.cut("互联网专线", Type.BODY, 200) == "互联网专线"
    cut = pencil.cut("互联网专线", Type.BODY, 40)
    assert cut.endswith("…")
    assert pencil.width(cut, Type.BODY) <= 40
    assert pencil.width("", Type.BODY) == 0


@pytest.mark.parametrize(
    ("flags", "low", "high"), [(LEFT, 0, 60), (CENTER, 70, 130), (RIGHT, 140, 200)]
)
def test_a_text_stands_where_it_should(theme: Theme, flags: int, low: int, high: int) -> None:
    """Left, middle and right third of 200 pixels."""
    columns = [x for x, _ in written(theme, "3,980", flags)]
    assert columns
    assert low <= min(columns)
    assert max(columns) <= high


def test_figures_and_chinese_units_share_a_base_line(theme: Theme) -> None:
    """A digit beside 条 must not hop, whichever text is drawn alone."""
    digits = max(y for _, y in written(theme, "3980", LEFT))
    mixed = max(y for x, y in written(theme, "3980 条", LEFT) if x < 25)
    assert digits == mixed


@pytest.mark.parametrize(("per_mille", "filled"), [(-5, 0), (0, 0), (500, 50), (2000, 100)])
def test_a_meter_is_filled_within_its_bounds(theme: Theme, per_mille: int, filled: int) -> None:
    """Of 100 pixels; beyond the end it is full."""
    image = QImage(100, 4, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    Pencil(theme).meter(painter, QRectF(0, 0, 100, 4), per_mille, "ok")
    painter.end()
    row = [image.pixelColor(x, 2).name().upper() for x in range(2, 98)]
    assert abs(row.count(theme.colors.ok) - filled) <= 4


def test_a_line_end_inside_a_text_does_not_break_the_row(theme: Theme) -> None:
    """Catalogues come from spreadsheets."""
    assert written(theme, "3980\n条", LEFT) == written(theme, "3980 条", LEFT)
