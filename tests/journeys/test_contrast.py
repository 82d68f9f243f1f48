"""Every text and sign can be read, light and dark, in the pages and the dialogs of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLabel, QMenu, QWidget

from app.ui.theme import current_theme
from app.ui.tokens import DARK, LIGHT
from tests.journeys.contrast import tones_without_words, unreadable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from app.ui.hand import Hand
    from app.ui.tokens import Colors

SCHEMES = pytest.mark.parametrize("colors", [LIGHT, DARK], ids=lambda colors: colors.name)
PAGES = (
    *("today", "quotes", "customers", "catalogue", "approvals", "approvals/limits", "templates"),
    *("analysis",),
)
DEEDS = {"undo", "redo", "theme", "pin", "quit", "sample_out", "sample_in", "close_quote", "new"}
"""What changes something, and shows no window of its own."""
FEW = ("offer", "key", "batch", "settings", "fact/discount", "verify")


@pytest.fixture
def light_again() -> Iterator[None]:
    """Whatever scheme a test leaves."""
    yield
    current_theme().use(LIGHT)


@pytest.mark.parametrize(("ink", "told"), [("#767676", 0), ("#777777", 1), ("#FFFFFF", 0)])
def test_a_text_of_too_little_contrast_is_found(qtbot: QtBot, ink: str, told: int) -> None:
    """#767676 on white is 4.54, #777777 is 4.48; what is not seen at all is no text."""
    label = QLabel("方案")
    outer = QWidget()
    qtbot.addWidget(outer)
    label.setParent(outer)
    palette = QPalette(QColor("#FFFFFF"))
    palette.setColor(QPalette.ColorRole.Window, QColor("#FFFFFF"))
    outer.setPalette(palette)
    label.setStyleSheet(f"color: {ink}; background: #FFFFFF; font-size: 20px")
    outer.show()
    assert len(unreadable(outer)) == told


def test_a_figure_that_only_its_colour_judges_is_found(qtbot: QtBot) -> None:
    """A red 3 % says nothing to who cannot see red; with a word beside it, it does."""
    outer = QWidget()
    qtbot.addWidget(outer)
    figure = QLabel("3 %", outer)
    figure.setProperty("role", "figure-bad")
    outer.show()
    assert tones_without_words(outer) == ["figure-bad '3 %'"]
    word = QLabel("below your limit", outer)
    word.show()
    assert tones_without_words(outer) == []


@SCHEMES
@pytest.mark.usefixtures("light_again")
def test_every_page_can_be_read(hand: Hand, colors: Colors) -> None:
    """All places of the navigation, and the quote of case five."""
    current_theme().use(colors)
    window, found = hand.window, []
    for place in PAGES:
        if place == "analysis":
            window.desk.open("Q0005")
            hand.wait_for(lambda: window.desk.session is not None, "the quote")
        else:
            window.go_to(place)
        hand.wait_idle()
        found += [f"{place}: {one}" for one in unreadable(window) + tones_without_words(window)]
    assert found == [], "\n".join(found)


def looked_at(hand: Hand, action: str) -> list[str]:
    """Do an action and give what cannot be read in the windows that it opens; they are closed."""
    found: list[str] = []
    seen: list[QWidget] = []
    looks: list[int] = []

    def look() -> None:
        looks.append(len(seen))
        if hand.window.around.tasks.busy and not QApplication.activeModalWidget():
            return
        for top in QApplication.topLevelWidgets():
            if not top.isVisible() or not isinstance(top, QDialog | QMenu):
                continue
            try:
                if top not in seen and not isinstance(top, QFileDialog):
                    faults = unreadable(top) + tones_without_words(top)
                    found.extend(f"{action}, {type(top).__name__}: {one}" for one in faults)
            finally:
                seen.append(top)
                top.close()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(80)
    hand.window.actions_by_id[action].trigger()
    hand.wait_for(lambda: looks[-2:] == [len(seen)] * 2, "no window to open any more", 20)
    timer.stop()
    hand.wait_idle()
    return found


def _all_dialogs(hand: Hand, colors: Colors, actions: tuple[str, ...]) -> list[str]:
    current_theme().use(colors)
    hand.window.desk.open("Q0005")
    hand.wait_for(lambda: hand.window.desk.session is not None, "the quote")
    found = []
    for action in actions:
        found += looked_at(hand, action)
    return found


@SCHEMES
@pytest.mark.usefixtures("light_again")
def test_dialogs_can_be_read(hand: Hand, colors: Colors) -> None:
    """Best offer, keys, batch, settings, discount and verification."""
    found = _all_dialogs(hand, colors, FEW)
    assert found == [], "\n".join(found)


@pytest.mark.prove
@SCHEMES
@pytest.mark.usefixtures("light_again")
def test_the_dialog_of_every_action_can_be_read(hand: Hand, colors: Colors) -> None:
    """Whatever the table of actions opens for a quote."""
    actions = tuple(one for one in hand.window.actions_by_id if one not in DEEDS)
    found = _all_dialogs(hand, colors, actions)
    assert found == [], "\n".join(found)
