"""The main screens in a window in which nothing moves: of a size, in a language, at a moment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from app.start import make_window
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.places import CATALOGUE, TODAY
from app.ui.theme import current_theme
from app.ui.tokens import DARK, LIGHT
from tests.journeys.conftest import NOON
from tests.journeys.stored_pictures import UPDATES, difference, store

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

    from catalog.local_text import Language

MAIN: Final = ("today", "studio", "customers", "analysis", "catalogue")
"""The screens that are compared in every look."""
THEMES: Final = {"light": LIGHT, "dark": DARK}


class Look(NamedTuple):
    """How a window looks.

    Attributes:
        name: Behind the names of its pictures.
        language: Of the window.
        theme: ``light`` or ``dark``.
        size: In logical pixels.
    """

    name: str
    language: Language = "zh"
    theme: str = "light"
    size: tuple[int, int] = (1280, 760)


LOOKS: Final = (
    Look("english", "en", "light", (1366, 768)),
    Look("english-dark", "en", "dark", (1366, 768)),
    Look("small", "zh", "light", (1366, 768)),
)
"""Looks of a screen whose pixels are those of the window; a laptop's is 1366 by 768."""
SCALED: Final = Look("150", "zh", "light", (1280, 720))
"""A screen of 1920 by 1080 pixels at 150 %; its pictures are stored at the logical size."""


def still_window(folder: Path, look: Look) -> Hand:
    """Open a window on a data folder at a fixed moment."""
    window = make_window(
        folder, language=look.language, papers=folder.parent / "papers", clock=lambda: NOON
    )
    current_theme().use(THEMES[look.theme])
    window.resize(*look.size)
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    hand.wait_idle()
    return hand


def put_away(hand: Hand, application: QApplication) -> None:
    """Close it, and let the next window begin as usual."""
    window = hand.window
    window.close()
    window.around.toasts.clear()
    window.deleteLater()
    current_theme().use(LIGHT)
    install_translation("en")
    application.processEvents()


class Seen:
    """Compares what is seen with what is stored, or stores it anew.

    Attributes:
        found: What differs.
    """

    def __init__(self, hand: Hand, name: str) -> None:
        """Look in a window; pictures have a name behind theirs."""
        self._hand, self._name = hand, name
        self.found: list[str] = []

    def compare(self, shown: QWidget, screen: str) -> None:
        """Compare a window or dialog."""
        name = f"{screen}-{self._name}"
        if UPDATES:
            store(shown, name)
        if told := difference(shown, name):
            self.found.append(told)

    def look(self, screen: str) -> None:
        """Compare the window when nothing is going on in it."""
        self._hand.wait_idle()
        self._hand.window.around.toasts.clear()
        self._hand.wait_idle()
        self.compare(self._hand.window, screen)

    def main_screens(self) -> None:
        """Go from one to the next."""
        hand, window = self._hand, self._hand.window
        window.go_to(TODAY)
        self.look("today")
        window.desk.open("Q0003")
        hand.wait_for(lambda: window.desk.session is not None, "the quote")
        self.look("studio")
        window.actions_by_id["next_step"].trigger()
        hand.wait_idle()
        window.show_customer("C0001")
        self.look("customers")
        window.actions_by_id["analysis"].trigger()
        self.look("analysis")
        window.go_to(CATALOGUE)
        self.look("catalogue")
