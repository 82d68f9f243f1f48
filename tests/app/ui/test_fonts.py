"""The window's typefaces load, and figures stand under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF

from app.ui.fonts import load_fonts, make_font

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def test_all_shipped_faces_load(qapp: QApplication) -> None:
    """Nothing is reported as failed, and Inter is there."""
    assert qapp is not None
    assert load_fonts() == ()
    assert "Inter" in QFontDatabase.families()


def test_digits_have_one_width(qapp: QApplication) -> None:
    """Otherwise columns of amounts would not align."""
    assert qapp is not None
    metrics = QFontMetricsF(make_font(13, 400))
    widths = {round(metrics.horizontalAdvance(digit * 10), 2) for digit in "0123456789"}
    assert len(widths) == 1


def test_a_font_is_pixels_and_weight(qapp: QApplication) -> None:
    """Points would change with the screen."""
    assert qapp is not None
    font = make_font(24, 600)
    assert font.pixelSize() == 24
    assert font.weight() == QFont.Weight.DemiBold
