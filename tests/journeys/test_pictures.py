"""The main screens look as the stored pictures do, in the light and in the dark.

Where a screen was changed on purpose: `make pictures`, then look at what git says has changed.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PIL import Image
from PySide6.QtWidgets import QLabel

from app.start import make_window
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.hand import Hand
from app.ui.language import install_translation
from app.ui.places import APPROVALS, CATALOGUE, TEMPLATES, TODAY
from app.ui.theme import current_theme
from app.ui.tokens import DARK, LIGHT
from tests.journeys.conftest import NOON
from tests.journeys.stored_pictures import LARGEST, STORED, UPDATES, difference, store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication, QWidget

SCREENS = (
    "today",
    "studio",
    "customers",
    "analysis",
    "catalogue",
    "approvals",
    "templates",
    "settings",
)
THEMES = {"light": LIGHT, "dark": DARK}


@pytest.fixture
def still_hand(
    qapp: QApplication, profile: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Hand]:
    """A hand in a window of a fixed size, at a fixed moment and place, in which nothing blinks."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    window = make_window(
        profile, language="zh", papers=profile.parent / "papers", clock=lambda: NOON
    )
    window.resize(1280, 760)
    window.show()
    hand = Hand(window)
    hand.wait_for(lambda: window.workspace is not None, "the data")
    hand.wait_idle()
    yield hand
    window.close()
    window.around.toasts.clear()
    window.deleteLater()
    current_theme().use(LIGHT)
    install_translation("en")
    qapp.processEvents()
    monkeypatch.undo()
    time.tzset()


def seen(hand: Hand, theme: str) -> list[str]:
    """Go from screen to screen and tell what differs."""
    window, found = hand.window, list[str]()

    def compare(shown: QWidget, name: str) -> None:
        if UPDATES:
            store(shown, f"{name}-{theme}")
        found.append(difference(shown, f"{name}-{theme}"))

    def look(name: str) -> None:
        hand.wait_idle()
        window.around.toasts.clear()
        hand.wait_idle()
        compare(window, name)

    window.go_to(TODAY)
    look("today")
    window.desk.open("Q0003")
    hand.wait_for(lambda: window.desk.session is not None, "the quote")
    look("studio")
    window.actions_by_id["next_step"].trigger()
    hand.wait_idle()
    window.show_customer("C0001")
    look("customers")
    window.actions_by_id["analysis"].trigger()
    look("analysis")
    for place in (CATALOGUE, TEMPLATES):
        window.go_to(place)
        look(place)
    window.go_to(APPROVALS)
    hand.click(hand.button("审批 我提交的", window.approvals))
    look(APPROVALS)
    window.actions_by_id["settings"].trigger()
    dialog = hand.dialog(SettingsDialog)
    hand.wait_idle()
    compare(dialog, "settings")
    dialog.reject()
    return [one for one in found if one]


@pytest.mark.parametrize("theme", THEMES)
def test_the_main_screens_look_as_they_are_stored(still_hand: Hand, theme: str) -> None:
    """What differs is left in out/pictures."""
    current_theme().use(THEMES[theme])
    assert seen(still_hand, theme) == []


def test_every_screen_has_a_small_picture() -> None:
    """Light and dark, each in a palette."""
    for name in (f"{screen}-{theme}" for screen in SCREENS for theme in THEMES):
        path = STORED / f"{name}.png"
        assert path.stat().st_size < LARGEST, name
        with Image.open(path) as picture:
            assert picture.mode == "P", name
    assert len(list(STORED.iterdir())) == 2 * len(SCREENS)


def test_one_other_figure_is_a_difference(qapp: QApplication, tmp_path: Path) -> None:
    """And is shown in red in a picture of its own; the same again is none."""
    label = QLabel("月租合计 ¥668.00")
    label.resize(200, 40)
    store(label, "label", tmp_path)
    assert difference(label, "label", tmp_path, tmp_path / "seen") == ""
    label.setText("月租合计 ¥688.00")
    assert difference(label, "label", tmp_path, tmp_path / "seen").startswith("label: ")
    assert (tmp_path / "seen" / "label-difference.png").is_file()
    qapp.processEvents()
