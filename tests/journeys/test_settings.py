"""Settings are changed in the window, followed at once, and there after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox

from app.storage.settings_store import SettingsStore
from app.ui.dialogs.settings_dialog import SettingsDialog
from app.ui.theme import current_theme

if TYPE_CHECKING:
    from app.ui.hand import Hand


def test_colours_follow_the_settings_and_are_kept(hand: Hand) -> None:
    """Ctrl+comma, another choice, Enter."""
    hand.shortcut(Qt.Key.Key_Comma)
    dialog = hand.dialog(SettingsDialog)
    theme = dialog.editor("theme")
    assert isinstance(theme, QComboBox)
    theme.setCurrentIndex(theme.findData("dark"))
    hand.click(dialog.agree)
    hand.wait_idle()
    assert current_theme().dark
    workspace = hand.window.workspace
    assert workspace is not None
    assert SettingsStore(workspace.folder).load().settings.theme == "dark"
    assert workspace.settings.theme == "dark"
    current_theme().toggle()
