"""A bar shows who has how much of a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from app.ui.widgets.share_bar import ShareBar, SharePart

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from app.ui.theme import Theme

PARTS = (
    SharePart(75, "75%", "Lines 75%", "chart1"),
    SharePart(0, "0%", "Nothing 0%", "chart3"),
    SharePart(25, "25%", "Access 25%", "chart2"),
)


def test_parts_are_as_long_as_they_weigh(qtbot: QtBot, theme: Theme) -> None:
    """Three quarters and a quarter of 400 pixels; what weighs nothing is not drawn or told."""
    bar = ShareBar("shares")
    qtbot.addWidget(bar)
    bar.resize(400, bar.sizeHint().height())
    bar.set_parts(PARTS)
    picture = bar.grab().toImage()
    ratio = picture.devicePixelRatio()
    colors = [picture.pixelColor(round(x * ratio), round(2 * ratio)).name() for x in (290, 310)]
    assert colors == [theme.color("chart1").name(), theme.color("chart2").name()]
    assert bar.accessibleDescription() == "Lines 75%；Access 25%"


def test_without_parts_nothing_is_drawn(qtbot: QtBot, theme: Theme) -> None:
    """Only the ground that it stands on."""
    bar = ShareBar("shares")
    qtbot.addWidget(bar)
    bar.resize(100, bar.sizeHint().height())
    bar.set_parts(())
    assert bar.grab().toImage().pixelColor(50, 11).name() == theme.color("surface").name()
